"""``python -m evaluation.attributions``: every variant is measured, and written to be compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.attributions import main, measure_all
from evaluation.brat import LabelledReport
from evaluation.floors import floors
from evaluation.linked import Linked
from evaluation.measuring import Corpus, Measured
from evaluation.results import read_result, result, write_result
from evaluation.tables import dev_table, variants_table
from evaluation.variation import VARIANTS, Version, original
from onrecord.domain.article import Article
from onrecord.domain.record import Derivation, Record
from onrecord.domain.span import Passage, Span
from onrecord.domain.statement import Form, Source, Statement

TEXT = "Trains.\n\nMr. Hill said “they run”."
REPORT = LabelledReport(
    "x", TEXT, {"a": (Linked((Span(9, 17),), (Span(18, 22),), (Span(23, 33),)),)}
)


def knows_the_labels(version: Version) -> Record:
    """A reader that finds exactly what is labelled, sure of it."""
    found = []
    for number, label in enumerate(version.labels, 1):
        source, cue, content = (
            Passage.cut(version.text, spans) for spans in (label.source, label.cue, label.content)
        )
        found.append(Statement(f"s{number}", Source(source), cue, content, Form.DIRECT, 1.0))
    made_by = Derivation("fake", "1", "w", "o")
    return Record(Article(version.stem, version.text), tuple(found), made_by)


@pytest.fixture
def measured() -> dict[str, Measured]:
    return measure_all([REPORT], knows_the_labels)


def test_every_variant_is_measured_beside_the_original(measured: dict[str, Measured]) -> None:
    assert list(measured) == ["original", *VARIANTS]
    assert {one.figures["strict"].f1 for one in measured.values()} == {1.0}


def test_a_result_is_read_back_as_it_was_written(
    measured: dict[str, Measured], tmp_path: Path
) -> None:
    corpus = Corpus.of([original(REPORT)])
    content = result("one report", corpus, measured.pop("original"), measured)
    path = tmp_path / "results" / "x.json"
    write_result(path, content)
    assert read_result(path) == content == json.loads(json.dumps(content))
    assert content["reader"]["weights_sha256"] == "w"


def test_the_tables_show_every_figure_with_a_floor(measured: dict[str, Measured]) -> None:
    pinned = floors()
    corpus = Corpus.of([original(REPORT)])
    content = result("one report", corpus, measured.pop("original"), measured)
    table, variants = dev_table(content, pinned), variants_table(content, pinned)
    assert all(f"| {floor.name} |" in table for floor in pinned.figures.values())
    assert "| attribution F1 | .41 | .737 | .745 | .78 | **1.000** |" in table
    assert "| attribution F1 | 1.000 | 1.000 | 1.000 |" in variants
    assert "**0 of 1**" in table


def test_without_labelled_reports_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path), "--out", str(tmp_path / "out.json")]) == 2
    assert "Nothing to measure on" in capsys.readouterr().err
    assert not (tmp_path / "out.json").exists()
