"""How well reports and quotations that are the same are told from those that are not.

    python -m evaluation.copies --data ../shared/data

Copies are made of real reports and quotations by rule (``syndication``, ``requoting``); what is not
the same are other reports of the same event, and other reports of the same weeks. Thresholds were
chosen on PolNeAR train. Writes ``results/copies.json`` and the table of docs/across.md.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from random import Random

from evaluation.brat import labelled_reports
from evaluation.plain_reports import plain_reports
from evaluation.requoting import FEWEST, PRINTERS
from evaluation.results import DIGITS, RESULTS, Json, write_result
from evaluation.syndication import DESKS
from evaluation.tables import fill, markdown
from evaluation.words import double_marks
from onrecord.join import copies, quotations
from onrecord.join.wording import folded

PAGE = Path(__file__).parents[1] / "docs" / "across.md"
SEED = 7

COPIED_RUN = 20
"""Words in a row that two reporters do not happen to write."""

COPIED = 0.5
"""A pair with so much of the shorter report in such runs is surely a copy, with none surely not."""

Bands = Callable[[str], Iterable[int]]
Same = Callable[[str, str], bool]


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--data", type=Path, required=True, help="the folder with polnear/, ecbplus/"
    )
    data = parser.parse_args().data
    measured = {
        "origin": "Copies made by evaluation.syndication and evaluation.requoting of PolNeAR's "
        "reports and labelled direct quotations; pairs of PolNeAR dev; same-event pairs of ECB+.",
        "seed": SEED,
        "train": on_polnear(data / "polnear" / "train"),
        "dev": on_polnear(data / "polnear" / "dev"),
        "same_event": on_ecbplus(data),
    }
    write_result(RESULTS / "copies.json", measured)
    fill(PAGE, "copies", table(measured))
    print(table(measured))


def on_polnear(folder: Path) -> Json:
    """Recall on made copies, and which of the real reports and quotations are called the same."""
    reports = labelled_reports(folder)
    texts = [one.text for one in reports]
    quotes = [
        (at, words)
        for at, one in enumerate(reports)
        for linked in one.labels
        if (words := _quotation(one.text, linked.content))
    ]
    chance = Random(SEED)
    return {
        "reports": len(texts),
        "copies_found": {
            name: _share(
                _found(
                    text, desk(text, chance.choice(texts), chance), copies.bands, copies.are_copies
                )
                for text in texts
            )
            for name, desk in DESKS.items()
        },
        "pairs_called_copies": len(_called_same(texts, copies.bands, copies.are_copies)),
        "quotations": len(quotes),
        "quotations_found": {
            name: _share(
                _found(f"“{' '.join(words)}”", printed(words, chance), _quoted_bands, _is_quoted)
                for _, words in quotes
            )
            for name, printed in PRINTERS.items()
        },
        "pairs_called_one_quotation": _pairs_of_reports(quotes),
    }


def on_ecbplus(data: Path) -> Json:
    """Reports of one event, by what an alignment of their words says of them."""
    events: defaultdict[str, list[str]] = defaultdict(list)
    for report in plain_reports(data):
        if report.corpus == "ecbplus":
            events[report.stem.split("_")[0]].append(report.text)
    judged: defaultdict[bool, list[bool]] = defaultdict(list)
    for texts in events.values():
        for one, other in combinations(texts, 2):
            share = copied_share(one, other)
            if share == 0 or share >= COPIED:
                judged[share > 0].append(_found(one, other, copies.bands, copies.are_copies))
    return {
        "copies": len(judged[True]),
        "found": _share(judged[True]),
        "independent": len(judged[False]),
        "called_copies": sum(judged[False]),
    }


def copied_share(one: str, other: str) -> float:
    """How much of the shorter text's words stand in rows of ``COPIED_RUN`` that both have."""
    here, there = folded(one), folded(other)
    blocks = SequenceMatcher(None, here, there, autojunk=False).get_matching_blocks()
    copied = sum(block.size for block in blocks if block.size >= COPIED_RUN)
    return copied / max(1, min(len(here), len(there)))


def table(measured: Json) -> str:
    """The figures on PolNeAR dev and ECB+ as docs/across.md shows them."""
    dev, event = measured["dev"], measured["same_event"]
    reports, quotes = f"{dev['reports']} reports", f"{dev['quotations']} quotations"
    rows = [
        *((f"report {name}", reports, _percent(one)) for name, one in dev["copies_found"].items()),
        (
            "real copies among reports of one event",
            f"{event['copies']} pairs",
            _percent(event["found"]),
        ),
        (
            "independent reports of one event, called copies",
            f"{event['independent']} pairs",
            str(event["called_copies"]),
        ),
        *(
            (f"quotation, {name}", quotes, _percent(one))
            for name, one in dev["quotations_found"].items()
        ),
    ]
    return markdown(("what", "measured on", "found"), rows)


def _found(one: str, other: str, bands: Bands, same: Same) -> bool:
    """Whether a store would join both: they share a band, and are the same."""
    return not set(bands(one)).isdisjoint(bands(other)) and same(one, other)


def _called_same(texts: Sequence[str], bands: Bands, same: Same) -> list[tuple[int, int]]:
    crowd: defaultdict[int, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        for band in set(bands(text)):
            crowd[band].append(at)
    pairs = {pair for members in crowd.values() for pair in combinations(members, 2)}
    return sorted(pair for pair in pairs if same(texts[pair[0]], texts[pair[1]]))


def _pairs_of_reports(quotes: Sequence[tuple[int, list[str]]]) -> int:
    texts = [f"“{' '.join(words)}”" for _, words in quotes]
    found = _called_same(texts, _quoted_bands, _is_quoted)
    return sum(quotes[one][0] != quotes[other][0] for one, other in found)


_quoted_bands: Bands = quotations.bands
_is_quoted: Same = quotations.same_quotation


def _quotation(text: str, content: Sequence[tuple[int, int]]) -> list[str]:
    """The words of a content that stands in one pair of double marks, without them, if enough."""
    whole = " ".join(text[start:end] for start, end in content).strip(" ,.")
    marks = double_marks(whole)
    if len(marks) != 2 or marks[0].start != 0 or marks[-1].end < len(whole):
        return []
    words = whole[marks[0].end : marks[-1].start].split()
    return words if len(folded(" ".join(words))) >= FEWEST else []


def _share(found: Iterable[bool]) -> float:
    listed = list(found)
    return round(sum(listed) / max(1, len(listed)), DIGITS)


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


if __name__ == "__main__":
    main()
