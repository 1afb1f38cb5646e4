"""The table of a large record's figures that README.md shows, made from evaluation/results/."""

from __future__ import annotations

from evaluation.results import Json
from evaluation.tables import Row, markdown

_HEAD = ("figure", "SQLite alone", "reach", "aim", "On Record")


def store_table(result: Json) -> str:
    """What it takes to ask, to fill and to keep a record, and below it what of."""
    rows = [*_asking(result), *_adding(result), *_growth(result)]
    return f"{markdown(_HEAD, rows)}\n\n{_conditions(result)}"


def _asking(result: Json) -> list[Row]:
    verify, bm25 = result["verify"], result["bm25"]
    rows: list[Row] = [
        (
            f"verify, {verify['asked']} altered quotations: right one first",
            f"{_share(bm25['report_first'])} (its report)",
            ".97",
            ".99",
            f"**{_share(verify['right_first'])}**",
        ),
        (
            "verify, p50 / p95, ms",
            f"{bm25['p50_ms']:.0f} / {bm25['p95_ms']:.0f}",
            "30 / 100",
            "10 / 40",
            f"**{verify['p50_ms']:.0f} / {verify['p95_ms']:.0f}**",
        ),
    ]
    for name in ("said", "diary"):
        told = result[name]
        rows.append(
            (
                f"{name}, {told['asked']} questions: p95, ms",
                "–",
                "150",
                "50",
                f"**{told['p95_ms']:.0f}** (p50 {told['p50_ms']:.0f})",
            )
        )
    return rows


def _adding(result: Json) -> list[Row]:
    add, raw = result["add"], result["raw"]
    return [
        (
            "add, without reading: rows a second",
            f"{raw['rows_per_second']:,}",
            "20,000",
            "50,000",
            f"**{add['rows_per_second']:,}** ({add['statements_per_second']:,} statements; "
            f"{add['rows_per_cpu_second']:,} rows a CPU second)",
        ),
        (
            "bytes of the file for each statement, text included",
            "–",
            "1,536",
            "–",
            f"**{result['bytes_per_statement']:,}**",
        ),
    ]


def _growth(result: Json) -> list[Row]:
    small, add = result["small"], result["add"]
    sizes = f"from {small['statements']:,} to {result['statements']:,} statements"
    ratios = [
        (f"{name} p95", result[name]["p95_ms"] / small[name]["p95_ms"])
        for name in ("said", "diary", "verify")
    ]
    ratios.append(("CPU time to add one", add["first_tenth"] / add["last_tenth"]))
    return [(f"{what}, {sizes}: ratio", "–", "2", "1.3", f"**{of:.2f}**") for what, of in ratios]


def _share(value: float) -> str:
    return f"{value:.3f}".removeprefix("0")


def _conditions(result: Json) -> str:
    machine, raw = result["machine"], result["raw"]
    return (
        f"{result['reports']:,} generated reports with {result['statements']:,} statements, "
        f"{sum(result['rows'].values()):,} rows in all tables ({result['rows_per_statement']} for "
        "each statement; entries of indexes are not counted). The file lies in the machine's "
        f"cache; the first question, which opens it, took {result['first_question_ms']:.0f} ms and "
        "is left out. SQLite alone: quotations ranked by FTS5's bm25, and rows that are ready "
        f"written by one statement for each table into an empty file, where On Record writes "
        f"{raw['ours_rows_per_second']:,} of them a second. {machine['processor']}, one thread; "
        f"Python {machine['python']}."
    )
