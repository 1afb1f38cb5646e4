"""Measuring a reader: what it found, what it raised on, what it was."""

from __future__ import annotations

from evaluation.brat import LabelledReport
from evaluation.linked import Linked
from evaluation.measuring import Corpus, measure
from evaluation.variation import Version, original
from onrecord.domain.article import Article
from onrecord.domain.record import Derivation, Record
from onrecord.domain.span import Passage, Span
from onrecord.domain.statement import Form, Source, Statement

TEXT = "Ann Hill said taxes will fall."
SAID = Linked((Span(0, 8),), (Span(9, 13),), (Span(14, 29),))
MADE_BY = Derivation("fake", "0", "", "")


def version(stem: str, text: str = TEXT) -> Version:
    return original(LabelledReport(stem, text, {"a": (SAID,)}))


def perfect_reader(version: Version) -> Record:
    text = version.text
    source, cue, content = (
        Passage.cut(text, spans) for spans in (SAID.source, SAID.cue, SAID.content)
    )
    statement = Statement("s1", Source(source, probability=1.0), cue, content, Form.INDIRECT, 0.9)
    return Record(Article(version.stem, text), (statement,), MADE_BY)


def failing_on_b(version: Version) -> Record:
    if version.stem == "b":
        raise RuntimeError("odd number of marks")
    return perfect_reader(version)


def test_a_perfect_reader_scores_one() -> None:
    measured = measure([version("a"), version("b")], perfect_reader)
    assert measured.figures["strict"].f1 == 1.0
    assert (measured.raised, measured.derivation) == ((), MADE_BY)


def test_a_report_that_raises_is_named_and_its_labels_are_missed() -> None:
    measured = measure([version("a"), version("b")], failing_on_b)
    assert measured.raised == ("b",)
    assert measured.figures["attribution"].recall == 0.5


def test_calibration_sees_the_probabilities_of_the_statements() -> None:
    measured = measure([version("a")], perfect_reader)
    assert round(measured.attributions.error, 6) == 0.1
    assert measured.sources.error == 0.0


def test_the_digest_changes_with_a_letter_and_not_between_runs() -> None:
    assert Corpus.of([version("a")]) == Corpus.of([version("a")])
    assert Corpus.of([version("a")]).sha256 != Corpus.of([version("a", TEXT + "!")]).sha256
    assert Corpus.of([version("a")]).words == 6
