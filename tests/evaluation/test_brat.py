"""Labels in brat standoff, as PolNeAR publishes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.brat import labelled_reports, read_labels
from evaluation.linked import Linked
from onrecord.domain.span import Span

STANDOFF = (
    "T1\tSource 0 3\tShe\n"
    "T2\tCue 4 8\tsaid\n"
    "T3\tContent 9 12;20 24\tyes later\n"
    "T4\tContent 13 16\tand\n"
    "A1\tDirect E1\n"
    "E1\tAttribution:T9 Source:T1 Cue:T2 Content:T3 Content2:T4\n"
    "#1\tAnnotatorNotes E1\tunsure\n"
    "\n"
)


def corpus(folder: Path, annotators: tuple[str, ...], text: bytes) -> Path:
    for name in ("text", "attributions"):
        (folder / name).mkdir()
    (folder / "text" / "a_b.txt").write_bytes(text)
    for annotator in annotators:
        (folder / "attributions" / f"a_b_{annotator}.ann").write_text(STANDOFF)
    return folder


def test_an_event_links_its_roles_and_joins_numbered_ones() -> None:
    content = (Span(9, 12), Span(20, 24), Span(13, 16))
    assert list(read_labels(STANDOFF)) == [Linked((Span(0, 3),), (Span(4, 8),), content)]


def test_line_ends_are_kept_so_that_offsets_hold(tmp_path: Path) -> None:
    (report,) = labelled_reports(corpus(tmp_path, ("x1",), b"She said\r\nyes"))
    assert report.text == "She said\r\nyes"


def test_the_first_annotator_by_name_is_scored_against(tmp_path: Path) -> None:
    (report,) = labelled_reports(corpus(tmp_path, ("zz", "aa"), b"She said yes"))
    assert report.stem == "a_b"
    assert report.labels is report.by_annotator["aa"]


def test_a_folder_without_labels_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="attributions"):
        labelled_reports(tmp_path)
