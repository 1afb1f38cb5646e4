"""What counts as the same engagement, and as its date and place."""

from __future__ import annotations

import pytest

from evaluation.diary_scoring import DiaryFigures, diary_entries, score_diary
from evaluation.record_labels import EngagementLabel, RecordReport
from onrecord.domain.article import Article
from onrecord.domain.engagement import Engagement, EngagementKind, Status
from onrecord.domain.entity import Entity, EntityKind
from onrecord.domain.record import Derivation, Record
from onrecord.domain.span import NO_WORDS, Passage, Span
from onrecord.domain.time import Time, TimeKind

TEXT = "Ann Hill met Bob Dale in Oslo on Monday. Cy Reed spoke in Rome."
MET, SPOKE, OSLO = Span(0, 39), Span(41, 62), Span(25, 29)
NAMES = {"e1": "Ann Hill", "e2": "Bob Dale", "e3": "Cy Reed"}
MEETING = EngagementLabel(
    "meeting", ("Ann Hill", "Bob Dale"), "City Hall, Oslo", "2016-09-05", "held", MET
)
REPORT = RecordReport("paper_2016-09-06_title", TEXT, (), (MEETING,), ())


def engagement(
    who: tuple[str, ...],
    kind: str = "meeting",
    evidence: Span = MET,
    value: str | None = None,
    probability: float = 1.0,
) -> Engagement:
    words = Passage.cut(TEXT, [evidence])
    return Engagement(
        "g1",
        EngagementKind(kind),
        who,
        Status.HELD,
        words,
        probability,
        Passage.cut(TEXT, [OSLO]),
        Time(NO_WORDS, TimeKind.DATE, value),
    )


def figures(*read: Engagement) -> DiaryFigures:
    people = tuple(Entity(key, name, EntityKind.PERSON, ()) for key, name in NAMES.items())
    made_by = Derivation("fake", "0", "", "")
    record = Record(Article("x", TEXT), (), made_by, people, (), read)
    return score_diary(diary_entries(REPORT, record))


def test_the_right_people_at_the_right_sort_of_occasion_are_found_wherever_it_was_read() -> None:
    assert figures(engagement(("e1", "e2"), "summit", SPOKE)).diary.f1 == 1.0


def test_another_sort_of_occasion_is_another_engagement() -> None:
    assert figures(engagement(("e1", "e2"), "debate")).diary.f1 == 0.0


def test_one_shared_name_is_enough_only_where_the_words_are_the_same() -> None:
    three = ("e1", "e3")
    assert figures(engagement(three, evidence=MET)).diary.f1 == 1.0
    assert figures(engagement(three, evidence=SPOKE)).diary.f1 == 0.0


def test_an_occasion_read_twice_costs_precision() -> None:
    twice = figures(engagement(("e1", "e2")), engagement(("e1", "e2")))
    assert (twice.diary.precision, twice.diary.recall) == (0.5, 1.0)


def test_the_date_must_be_the_labels_and_a_wider_place_will_do() -> None:
    right = figures(engagement(("e1", "e2"), value="2016-09-05"))
    assert (right.date.value, right.place.value, right.status.value) == (1.0, 1.0, 1.0)
    assert figures(engagement(("e1", "e2"), value="2016-09")).date.value == 0.0


def test_probabilities_are_judged_by_whether_there_is_such_an_engagement() -> None:
    assert figures(engagement(("e1", "e2"), probability=0.8)).calibration.error == (
        pytest.approx(0.2)
    )
    assert figures(engagement(("e3",), probability=0.8)).calibration.error == pytest.approx(0.8)
