"""Items known again by where they stand, and times that people give."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.days import days_of
from onrecord.domain.span import Passage, Span
from onrecord.domain.time import Grain, Time, TimeKind
from onrecord.store.deciding.corrected_times import given_time
from onrecord.store.deciding.found_again import found_again, overlap
from onrecord.store.tables import packing


def seen(*spans: tuple[int, int], kind: str = "direct") -> dict[str, object]:
    return {"spans": [list(span) for span in spans], "kind": kind}


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 30)), min_size=1, max_size=4).map(
    lambda pairs: [(start, start + length) for start, length in pairs]
)


@given(SPANS, SPANS)
def test_overlap_is_a_share_that_goes_both_ways(
    one: list[tuple[int, int]], other: list[tuple[int, int]]
) -> None:
    assert overlap(one, one) == 1.0
    assert 0.0 <= overlap(one, other) == overlap(other, one) <= 1.0


@given(st.dictionaries(st.text(max_size=3), SPANS.map(lambda spans: seen(*spans)), max_size=5))
def test_what_is_there_under_its_id_is_itself(items: dict[str, dict[str, object]]) -> None:
    assert found_again(items, items) == {item: item for item in items}


def test_one_that_was_cut_shorter_is_the_same() -> None:
    assert found_again({"a": seen((0, 100))}, {"b": seen((10, 100))}) == {"a": "b"}


def test_one_of_which_less_than_half_is_left_is_another() -> None:
    assert found_again({"a": seen((0, 100))}, {"b": seen((0, 49))}) == {}


def test_the_likest_is_taken() -> None:
    now = {"b": seen((0, 60)), "c": seen((0, 95))}
    assert found_again({"a": seen((0, 100))}, now) == {"a": "c"}


def test_of_two_that_are_as_like_neither_is_taken() -> None:
    now = {"b": seen((0, 90)), "c": seen((10, 100))}
    assert found_again({"a": seen((0, 100))}, now) == {}


def test_of_two_that_are_as_like_the_one_of_its_kind_is_taken() -> None:
    now = {"b": seen((0, 100), kind="call"), "c": seen((0, 100), kind="visit")}
    assert found_again({"a": seen((0, 100), kind="visit")}, now) == {"a": "c"}
    assert found_again({"a": seen((0, 100), kind="speech")}, now) == {}


def test_nothing_is_found_as_two_things() -> None:
    earlier = {"a": seen((0, 100)), "b": seen((0, 100)), "c": seen((0, 99))}
    assert found_again(earlier, {"c": seen((0, 99))}) == {"c": "c"}


DATES = st.sampled_from(["2024-05-06", "2024-05", "2024-W19", "2024-Q2", "2024", "2024-05/2024-06"])


@given(DATES, st.booleans())
def test_a_given_time_is_kept_with_the_words_that_were_read(value: str, read: bool) -> None:
    words = Passage((Span(3, 9),), ("Monday",))
    old = Time(words, TimeKind.TIME, "2024-05-07", Grain.HOUR, "15:00")
    found = packing.time("in Monday", given_time(value, packing.pack_time(old) if read else None))
    assert found
    assert (found.value, found.clock, found.probability) == (value, None, 1.0)
    assert found.words == (words if read else Passage((), ()))
    assert days_of(found.value)
    assert given_time(None, packing.pack_time(old)) is None
