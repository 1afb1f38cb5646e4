"""The diary: who, where, when and how it stands, and that it never claims what has no words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.entity import EntityKind
from onrecord.domain.tagging import Tagging
from onrecord.domain.words import Words
from onrecord.ingest import article_from_text
from onrecord.network.weights import Weights
from onrecord.pipeline import Reader
from onrecord.relate.engagements.engagements import find_engagements
from onrecord.relate.engagements.links import SIZE, Company, LinkFeatures
from onrecord.relate.engagements.partners import partners
from onrecord.relate.engagements.scorers import Scorers
from onrecord.relate.engagements.status import plain_status
from onrecord.segment.article import segment
from tests.relate.engagements.told import EVEN, engagements, scene, tagged

PEOPLE = {"Ana Ruiz": EntityKind.PERSON, "Bob Dale": EntityKind.PERSON}
PLACES = {"Oslo": EntityKind.PLACE, "Norway": EntityKind.PLACE}
MEETING = {"met": EngagementKind.MEETING, "meeting": EngagementKind.MEETING}


def test_an_occasion_has_those_named_beside_it_its_place_and_its_sentence() -> None:
    text = "Ana Ruiz met Bob Dale in Oslo, Norway. Nothing came of it."
    (one,) = engagements(text, MEETING, PEOPLE | PLACES)
    assert one.kind is EngagementKind.MEETING
    assert one.participants == ("e1", "e2")
    assert one.place.pieces == ("Oslo", "Norway")
    assert one.evidence.pieces == ("Ana Ruiz met Bob Dale in Oslo, Norway.",)


def test_nothing_undated_gets_a_date() -> None:
    (one,) = engagements("Ana Ruiz met Bob Dale.", MEETING, PEOPLE, "2024-09-26")
    assert one.when is None


def test_a_weekday_dates_an_occasion_from_the_day_of_publication() -> None:
    (one,) = engagements("Ana Ruiz met Bob Dale on Wednesday.", MEETING, PEOPLE, "2024-09-26")
    assert one.when is not None
    assert one.when.value == "2024-09-25"


def test_a_week_is_given_by_its_days() -> None:
    (one,) = engagements("Ana Ruiz met Bob Dale last week.", MEETING, PEOPLE, "2024-09-26")
    assert one.when is not None
    assert one.when.value == "2024-09-16/2024-09-22"


def test_what_lies_ahead_of_publication_is_not_held() -> None:
    text = "The meeting of Ana Ruiz and Bob Dale is on October 3, 2024."
    (one,) = engagements(text, MEETING, PEOPLE, "2024-09-26")
    assert one.status not in (Status.HELD, Status.ONGOING)


def test_what_lies_behind_publication_is_not_planned() -> None:
    text = "The meeting of Ana Ruiz and Bob Dale was on September 3, 2024."
    (one,) = engagements(text, MEETING, PEOPLE, "2024-09-26", Status.PLANNED)
    assert one.status is not Status.PLANNED


def test_an_occasion_of_nobody_named_is_left_out() -> None:
    assert engagements("They met in Oslo.", MEETING, PLACES) == ()


def test_two_occasions_with_somebody_else_stay_two() -> None:
    text = "Ana Ruiz met Bob Dale. Ana Ruiz met Cy Pond."
    several = engagements(text, MEETING, PEOPLE | {"Cy Pond": EntityKind.PERSON})
    assert len(several) == 2


STANDS = [
    ("Ana Ruiz will hold a meeting", Status.PLANNED),
    ("Ana Ruiz is scheduled to attend a meeting", Status.PLANNED),
    ("Ana Ruiz failed to secure a meeting", Status.SOUGHT),
    ("Ana Ruiz had hoped to arrange a meeting", Status.SOUGHT),
    ("Ana Ruiz called off the meeting", Status.CANCELLED),
    ("Ana Ruiz turned down a meeting", Status.DECLINED),
    ("Ana Ruiz denied having a meeting", Status.DENIED),
    ("Ana Ruiz left after the meeting", None),
    ("Ana Ruiz will speak about the meeting", None),
    ("Ana Ruiz declined to comment after the meeting", None),
]


@pytest.mark.parametrize(("words", "status"), STANDS)
def test_plain_words_before_an_occasion_say_how_it_stands(
    words: str, status: Status | None
) -> None:
    told = scene(f"{words} with Bob Dale.", PEOPLE)
    assert plain_status(told, told.lower.index("meeting")) is status


PARTNERS = [
    ("Ana Ruiz held talks with Bob Dale.", "talks", ["Bob Dale"]),
    ("Ana Ruiz will have talks on Thursday with Mr Bob Dale.", "talks", ["Bob Dale"]),
    ("Cy Pond held talks with Ana Ruiz and Bob Dale.", "talks", ["Ana Ruiz", "Bob Dale"]),
    ("Ana Ruiz met Bob Dale.", "met", ["Bob Dale"]),
    ("Ana Ruiz gave a speech. Bob Dale agreed with Ana Ruiz.", "speech", []),
]


@pytest.mark.parametrize(("text", "word", "whom"), PARTNERS)
def test_with_says_whom_an_occasion_is_with(text: str, word: str, whom: list[str]) -> None:
    told = scene(text, PEOPLE)
    found = partners(told, told.lower.index(word))
    assert [told.entities[one.entity].name for one in found] == whom


def test_a_room_that_nobody_listed_is_a_place() -> None:
    text = "Ana Ruiz met Bob Dale at the Lantern Hall."
    (one,) = engagements(text, MEETING, PEOPLE)
    assert one.place.pieces == ("Lantern Hall",)


def test_without_entities_there_is_no_diary() -> None:
    words = Words(segment("The meeting was held. The meeting was long."))
    tagging = Tagging((), (), occasions=(tagged(1), tagged(6)))
    assert find_engagements(words, tagging, (), (), (), EVEN, None) == ()


def test_five_hundred_occasions_are_read() -> None:
    text = "Ana Ruiz met Bob Dale in Oslo on Monday. " * 500
    assert len(engagements(text, MEETING, PEOPLE | PLACES, "2024-09-26")) == 500


@given(
    st.text(alphabet="Ab .,“”'\n-", max_size=120),
    st.data(),
    st.sampled_from([None, "2024-09-26", "no day", ""]),
)
def test_on_any_words_every_span_slices_to_its_piece(
    text: str, data: st.DataObject, published: str | None
) -> None:
    words = Words(segment(text))
    if not len(words):
        return
    at = sorted(data.draw(st.sets(st.integers(0, len(words) - 1), max_size=8)))
    tagging = Tagging((), (), occasions=tuple(tagged(one) for one in at))
    who = scene(text, {"A": EntityKind.PERSON, "b": EntityKind.PLACE}).entities
    for one in find_engagements(words, tagging, who, (), (), EVEN, published):
        for passage in (one.evidence, one.place):
            for span, piece in zip(passage.spans, passage.pieces, strict=True):
                assert text[span.start : span.end] == piece
        assert one.participants


def test_weights_fitted_for_other_features_are_refused() -> None:
    weights = {"least": np.zeros(5), "who.linear": np.zeros(7)}
    with pytest.raises(ValueError, match="do not fit"):
        Scorers(weights)


def test_a_link_has_as_many_numbers_as_the_scorers_expect() -> None:
    told = scene("Ana Ruiz met Bob Dale on Monday.", PEOPLE, "2024-09-26")
    head = tagged(told.lower.index("met"))
    features = LinkFeatures(told, head, Company([head], {}))
    assert {len(features.of(one)) for one in (*told.named, *told.dated)} == {SIZE}


SEED = Path("../shared/seed/report.txt")


@pytest.mark.skipif(not SEED.exists(), reason=f"{SEED} is not there")
@pytest.mark.skipif(not Weights().arrays("occasions"), reason="the weights keep no diary")
def test_the_founding_report_is_kept_as_a_careful_reader_would() -> None:
    record = Reader().read(article_from_text(SEED.read_text("utf-8"), published="2024-09-26"))
    names = {entity.id: entity.name.split()[-1] for entity in record.entities}
    found = {
        (one.kind, frozenset(names[each] for each in one.participants)): one
        for one in record.engagements
    }
    trump = found[EngagementKind.MEETING, frozenset({"Starmer", "Trump"})]
    assert trump.status is Status.PLANNED
    assert "Trump Tower" in trump.place.pieces
    assert trump.when is not None
    assert trump.when.value == "2024-09-26"
    assert found[EngagementKind.MEETING, frozenset({"Starmer", "Harris"})].status is Status.SOUGHT
    assert found[EngagementKind.SPEECH, frozenset({"Starmer"})].status is Status.HELD
    biden = found[EngagementKind.MEETING, frozenset({"Starmer", "Biden"})]
    assert biden.status is Status.HELD
    assert any("White House" in piece for piece in biden.place.pieces)
    rally = found[EngagementKind.EVENT, frozenset({"Trump"})]
    assert (rally.status, rally.place.pieces) == (Status.HELD, ("North Carolina",))
    assert rally.when is not None
    assert rally.when.value == "2024-09-25"
