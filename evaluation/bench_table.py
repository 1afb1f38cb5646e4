"""The tables of speeds that README.md shows, made from evaluation/results/."""

from __future__ import annotations

from evaluation.peers.reading_stages import WHOLE
from evaluation.results import Json
from evaluation.tables import Row, markdown

_HEAD = ("figure", "textacy on spaCy small", "wanted", "On Record")
_HEAD_COST = ("part of a reading", "CPU microseconds a word", "of the whole")


def bench_table(result: Json) -> str:
    """Speed and memory beside textacy's, and below it what the figures depend on."""
    rows = [*_compared(result), *_by_length(result["length"])]
    return f"{markdown(_HEAD, rows)}\n\n{_conditions(result)}"


def reading_cost_table(result: Json) -> str:
    """What each part of a reading costs, and how the whole stands to attribution alone."""
    rows = [
        (stage, f"{cost:.1f}", f"{100 * cost / result['microseconds_a_word'][WHOLE]:.0f} %")
        for stage, cost in result["microseconds_a_word"].items()
    ]
    lowest, highest = min(result["ratios"]), max(result["ratios"])
    ratio = (
        f"The whole reading costs **{result['ratio']:.2f}** times attribution alone (wanted: at "
        f"most {result['most']:.1f}; {len(result['ratios'])} times measured, {lowest:.2f} to "
        f"{highest:.2f})."
    )
    return f"{markdown(_HEAD_COST, rows)}\n\n{ratio} {_conditions(result)}"


def _compared(result: Json) -> list[Row]:
    ours, theirs = result["peers"]["onrecord"], result["peers"]["textacy"]
    first, reports = result["first_report"], result["texts"]["reports"]
    speed = f"**{ours['words_per_cpu_second']:,}** (× {result['ratio']:.2f})"
    return [
        (
            "words per CPU second",
            f"{theirs['words_per_cpu_second']:,}",
            "at least textacy's; aim: twice",
            speed,
        ),
        ("peak memory, MiB", f"{theirs['peak_mib']}", "≤ 400", f"**{ours['peak_mib']}**"),
        (
            "CPU seconds from start to a first short report",
            f"{first['textacy']:.2f}",
            "≤ 1.5",
            f"**{first['onrecord']:.2f}**",
        ),
        (
            "reports on which it raises",
            f"{theirs['raised']} of {reports}",
            "0",
            f"**{ours['raised']} of {reports}**",
        ),
    ]


def _by_length(length: Json) -> list[Row]:
    rows: list[Row] = [
        (
            f"one report of {row['kilobytes']:,} kB: CPU seconds, peak MiB",
            "–",
            "≤ 400 MiB",
            f"{row['cpu_seconds']:.1f}, {row['peak_mib']}",
        )
        for row in length["rows"]
    ]
    ratio = f"**{length['largest_over_smallest']:.2f}**"
    rows.append(("cost per kB, the largest of these over the smallest", "–", "about 1", ratio))
    return rows


def _conditions(result: Json) -> str:
    machine, texts = result["machine"], result["texts"]
    return (
        f"One thread each, on {texts['name']} ({texts['reports']} reports, {texts['words']:,} "
        f"words); {machine['processor']} with {', '.join(machine['instructions'])}; "
        f"Python {machine['python']}, ONNX Runtime {machine['onnxruntime']}."
    )
