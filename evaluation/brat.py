"""Reads labelled reports in brat standoff, in the folders that PolNeAR 1.0 is published in.

    FOLDER/text/STEM.txt    FOLDER/attributions/STEM_ANNOTATOR.ann

``T`` lines hold spans (discontinuous ones joined by ``;``), ``E`` lines link them by role:
``E1  Attribution:T4 Content:T3 Cue:T2 Source:T1``. All other lines carry no attribution.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.linked import Linked
from onrecord.domain.span import Span, Spans

_ROLE_NUMBER = re.compile(r"\d+$")  # a second content of one event is called Content2
_DATE = re.compile(r"_(\d{4}-\d\d-\d\d)_")


@dataclass(frozen=True, slots=True)
class LabelledReport:
    """A report and each annotator's attributions; ``text`` with its line ends as published."""

    stem: str
    text: str
    by_annotator: dict[str, tuple[Linked, ...]]

    @property
    def labels(self) -> tuple[Linked, ...]:
        """The labels of the annotator whose name sorts first: the ones that are scored against."""
        return self.by_annotator[min(self.by_annotator)]


def labelled_reports(folder: Path) -> tuple[LabelledReport, ...]:
    """All reports under ``folder`` that somebody labelled, by stem.

    Raises FileNotFoundError when ``folder`` has no labels or a label has no text.
    """
    by_stem: dict[str, dict[str, tuple[Linked, ...]]] = defaultdict(dict)
    for path in sorted((folder / "attributions").glob("*.ann")):
        stem, annotator = path.stem.rsplit("_", 1)
        by_stem[stem][annotator] = tuple(read_labels(path.read_text(encoding="utf-8")))
    if not by_stem:
        raise FileNotFoundError(f"{folder}: no attributions/*.ann in it")
    return tuple(
        LabelledReport(stem, _text(folder / "text" / f"{stem}.txt"), by_annotator)
        for stem, by_annotator in sorted(by_stem.items())
    )


def published_on(stem: str) -> str | None:
    """The ISO date in the name of a PolNeAR report, ``outlet_DATE_title``; None without one."""
    found = _DATE.search(stem)
    return found[1] if found else None


def read_labels(standoff: str) -> Iterator[Linked]:
    """The attributions of one .ann file, in the order of its events."""
    rows = [line.split("\t") for line in standoff.split("\n") if "\t" in line]
    spans = {row[0]: _spans(row[1]) for row in rows if re.match(r"T\d", row[0])}
    for row in rows:
        if re.match(r"E\d", row[0]):
            yield _event(row[1], spans)


def _text(path: Path) -> str:
    """The file to the letter: reading with translated line ends would shift every offset."""
    return path.read_bytes().decode("utf-8")


def _spans(field: str) -> Spans:
    _, offsets = field.split(" ", 1)
    pairs = (piece.split() for piece in offsets.split(";"))
    return tuple(Span(int(start), int(end)) for start, end in pairs)


def _event(field: str, spans: dict[str, Spans]) -> Linked:
    roles: dict[str, Spans] = defaultdict(tuple)
    for argument in field.split():
        name, label = argument.split(":")
        role = _ROLE_NUMBER.sub("", name).lower()
        roles[role] += spans.get(label, ())
    return Linked(roles["source"], roles["cue"], roles["content"])
