"""Days and spans of days in words."""

from __future__ import annotations

import pytest

from onrecord.domain.span import NO_WORDS
from onrecord.domain.time import Grain, Time, TimeKind
from onrecord.interfaces.dates import said_when, when_words


def at(value: str | None, grain: Grain | None = None, clock: str | None = None) -> Time:
    return Time(NO_WORDS, TimeKind.DATE, value, grain, clock)


@pytest.mark.parametrize(
    ("value", "words", "said"),
    [
        ("2024-09-26", "Thu 26 Sep 2024", "on Thu 26 Sep 2024"),
        ("1848-02-04", "Fri 4 Feb 1848", "on Fri 4 Feb 1848"),
        ("2024-W39", "week of Mon 23 Sep 2024", "in the week of Mon 23 Sep 2024"),
        ("2024-05", "May 2024", "in May 2024"),
        ("2024-Q3", "third quarter of 2024", "in the third quarter of 2024"),
        ("2024", "2024", "in 2024"),
        (
            "2024-09-23/2024-09-26",
            "Mon 23 Sep to Thu 26 Sep 2024",
            "Mon 23 Sep to Thu 26 Sep 2024",
        ),
        (
            "2023-12-30/2024-01-02",
            "Sat 30 Dec 2023 to Tue 2 Jan 2024",
            "Sat 30 Dec 2023 to Tue 2 Jan 2024",
        ),
        ("2024-09/2024-11", "September 2024 to November 2024", "September 2024 to November 2024"),
        ("P3D", "P3D", "P3D"),
    ],
)
def test_a_value_reads_like_this(value: str, words: str, said: str) -> None:
    assert when_words(at(value)) == words
    assert said_when(at(value)) == said


def test_the_part_of_the_day_and_the_clock_follow_the_day() -> None:
    assert when_words(at("2024-09-26", Grain.NIGHT)) == "Thu 26 Sep 2024, night"
    assert when_words(at("2024-09-26", Grain.MINUTE, "15:05")) == "Thu 26 Sep 2024, 15:05"
    assert when_words(at("2024-09-26", Grain.DAY)) == "Thu 26 Sep 2024"


def test_without_a_value_there_are_no_words() -> None:
    assert when_words(at(None)) is when_words(None) is said_when(None) is None
