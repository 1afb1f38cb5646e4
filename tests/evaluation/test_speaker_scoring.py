"""Figures for speakers by hand, and equal to the scorer that they are judged by."""

from __future__ import annotations

import random
from pathlib import Path
from types import ModuleType

import pytest

from evaluation.linked import Linked
from evaluation.same_name import names_in, same_who
from evaluation.speaker_labels import SpeakerLabel, SpeakerReport, speaker_reports
from evaluation.speaker_scoring import Heard, Speakers, Verdict, hear, judged, score_speakers
from onrecord.domain.article import Article
from onrecord.domain.entity import Entity, EntityKind
from onrecord.domain.record import Derivation, Record
from onrecord.domain.span import Passage, Span, Spans
from onrecord.domain.statement import Form, Source, Statement

TEXT = "Ann Hill said taxes will fall. She said trains run. Aides doubt all of it."
SHE, HILL, AIDES = Span(31, 34), Span(0, 8), Span(52, 57)
TAXES, TRAINS, ALL = Span(14, 29), Span(40, 50), Span(64, 73)
MADE_BY = Derivation("fake", "0", "", "")

REPORT = SpeakerReport(
    "paper_2016-09-01_title",
    TEXT,
    (
        SpeakerLabel("A1", "Ann Hill", "person", Linked((HILL,), (), (TAXES,))),
        SpeakerLabel("A2", "Ann Hill", "person", Linked((SHE,), (), (TRAINS,))),
        SpeakerLabel("A3", None, "unnamed", Linked((AIDES,), (), (ALL,))),
    ),
)


def statement(number: int, content: Spans, entity: str | None, probability: float) -> Statement:
    return Statement(
        f"s{number}",
        Source(Passage.cut(TEXT, [HILL]), None, entity, probability),
        Passage.cut(TEXT, []),
        Passage.cut(TEXT, content),
        Form.INDIRECT,
        1.0,
    )


def record(*said: tuple[Span, str | None], probability: float = 1.0) -> Record:
    """A record whose statements are ``(content, name of the entity)``."""
    names = list(dict.fromkeys(name for _, name in said if name))
    entities = tuple(
        Entity(f"e{number}", name, EntityKind.PERSON, ()) for number, name in enumerate(names)
    )
    statements = tuple(
        statement(number, (content,), f"e{names.index(name)}" if name else None, probability)
        for number, (content, name) in enumerate(said)
    )
    return Record(Article("x", TEXT), statements, MADE_BY, entities)


def heard(*said: tuple[Span, str | None], probability: float = 1.0) -> list[Heard]:
    return hear(REPORT, record(*said, probability=probability))


def figures(*said: tuple[Span, str | None]) -> Speakers:
    return score_speakers(heard(*said))


def test_the_date_of_publication_is_in_the_name_of_a_report() -> None:
    assert REPORT.published == "2016-09-01"


def test_right_names_and_silence_where_nobody_is_named_are_perfect() -> None:
    perfect = figures((TAXES, "Ann Hill"), (TRAINS, "Ann Hill"), (ALL, None))
    assert (perfect.speaker.f1, perfect.given_found) == (1.0, 1.0)
    assert (perfect.wrong_per_100, perfect.nobody_per_100) == (0.0, 0.0)


def test_a_wrong_name_costs_precision_and_recall_and_is_counted() -> None:
    wrong = figures((TAXES, "Ann Hill"), (TRAINS, "Bob Dale"))
    assert (wrong.speaker.precision, wrong.speaker.recall) == (0.5, 0.5)
    assert (wrong.given_found, wrong.wrong_per_100, wrong.wrong_person_per_100) == (0.5, 50, 50)


def test_an_unnamed_speaker_costs_recall_alone() -> None:
    vague = figures((TAXES, "Ann Hill"), (TRAINS, None))
    assert (vague.speaker.precision, vague.speaker.recall, vague.wrong_per_100) == (1.0, 0.5, 0.0)


def test_naming_somebody_where_nobody_can_be_named_is_no_wrong_person_but_counted() -> None:
    bold = figures((TAXES, "Ann Hill"), (ALL, "Ann Hill"))
    assert (bold.speaker.precision, bold.wrong_per_100, bold.nobody_per_100) == (0.5, 0.0, 50.0)


def test_every_label_and_every_statement_gets_one_verdict() -> None:
    verdicts = [one.verdict for one in heard((TAXES, "Bob Dale"), (HILL, "Ann Hill"), (ALL, None))]
    assert verdicts == [Verdict.WRONG, Verdict.MISSED, Verdict.SILENT, Verdict.EXTRA]


def test_only_named_sources_of_labelled_statements_are_judged() -> None:
    said = heard((TAXES, "Ann Hill"), (TRAINS, None), (HILL, "Ann Hill"), (ALL, "Ann Hill"))
    assert judged(said) == [(1.0, True), (1.0, False)]


def test_a_nameless_report_scores_nought_and_does_not_raise() -> None:
    nothing = figures()
    assert (nothing.speaker.f1, nothing.given_found, nothing.wrong_per_100) == (0.0, 0.0, 0.0)


@pytest.fixture(scope="module")
def reports(labels: Path, polnear_dev: Path) -> tuple[SpeakerReport, ...]:
    return speaker_reports(labels, polnear_dev)


def test_names_are_compared_as_the_judging_scorer_does(
    scorer: ModuleType, reports: tuple[SpeakerReport, ...]
) -> None:
    whos = sorted({label.who for report in reports for label in report.labels if label.who})
    pairs = [(one, other) for one in whos for other in [*whos, "", "Clinton", "Mr. Trump Jr."]]
    assert [names_in(who) for who in whos] == [tuple(scorer.names(who)) for who in whos]
    assert [same_who(*pair) for pair in pairs] == [scorer.same_who(*pair) for pair in pairs]


@pytest.mark.parametrize("seed", range(3))
def test_figures_equal_the_judging_scorers(
    seed: int,
    scorer: ModuleType,
    reports: tuple[SpeakerReport, ...],
    labels: Path,
    polnear_dev: Path,
    tmp_path: Path,
) -> None:
    chance = random.Random(seed)
    records = {report.stem: altered(report, chance) for report in reports}
    for stem, one in records.items():
        (tmp_path / f"{stem}.json").write_text(one.to_json(), encoding="utf-8")
    theirs, _ = scorer.score(str(labels), str(polnear_dev), str(tmp_path))
    heard = [one for report in reports for one in hear(report, records[report.stem])]
    ours = score_speakers(heard)
    assert theirs["speaker"] == {
        "p": round(ours.speaker.precision, 4),
        "r": round(ours.speaker.recall, 4),
        "f1": round(ours.speaker.f1, 4),
        "n": sum(bool(label.who) for report in reports for label in report.labels),
    }
    assert theirs["speaker_given_found"] == round(ours.given_found, 4)
    assert 0 < ours.speaker.f1 < 1


def altered(report: SpeakerReport, chance: random.Random) -> Record:
    """Some labels dropped, some bounds moved, some names exchanged, left out or made up."""
    names = [label.who for label in report.labels if label.who] or ["Ann Hill"]
    entities = [
        Entity(f"e{number}", name, EntityKind.PERSON, ()) for number, name in enumerate(names)
    ]
    statements = []
    for number, label in enumerate(report.labels):
        if chance.random() < 0.2:
            continue
        shift = chance.choice([0, 0, 12, 25])
        content = [(start + shift, end + shift) for start, end in label.linked.content]
        right = names.index(label.who) if label.who else None
        entity = chance.choice([right, right, chance.randrange(len(names)), None])
        source = Source(entity=None if entity is None else f"e{entity}")
        passage = Passage.cut(report.text, content)
        nothing = Passage.cut(report.text, [])
        statements.append(Statement(f"s{number}", source, nothing, passage, Form.DIRECT, 1.0))
    article = Article(report.stem, report.text)
    return Record(article, tuple(statements), MADE_BY, tuple(entities))
