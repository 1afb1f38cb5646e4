"""Our times as TIMEX3 writes them."""

from __future__ import annotations

import pytest

from evaluation.timex import timexes
from tests.relate.times.timed import only


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("He spoke on Friday night.", "TIME", "2024-09-20TNI"),
        ("It ended at 10 p.m. EST Wednesday.", "TIME", "2024-09-25T22:00"),
        ("He spoke over the weekend.", "DATE", "2024-W38-WE"),
        ("He fell last fall.", "DATE", "2023-FA"),
        ("He ruled in the 1990s.", "DATE", "199"),
        ("He ruled in the 20th century.", "DATE", "19"),
        ("He met her earlier this week.", "DATE", "2024-W39"),
        ("He is here now.", "DATE", "PRESENT_REF"),
        ("He met her recently.", "DATE", "PAST_REF"),
        ("They will meet soon.", "DATE", "FUTURE_REF"),
        ("It took several months.", "DURATION", "PXM"),
        ("It took three years.", "DURATION", "P3Y"),
        ("They met each year.", "SET", "P1Y"),
        ("They met on 31 February.", "DATE", ""),
    ],
)
def test_a_time_has_the_type_and_value_of_the_guidelines(text: str, type_: str, value: str) -> None:
    (timex,) = timexes(only(text))
    assert (timex.type, timex.value) == (type_, value)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It ran from Sept. 19 to 22.", [("Sept. 19", "2024-09-19"), ("22", "2024-09-22")]),
        ("It ran between 1994 and 1997.", [("1994", "1994"), ("1997", "1997")]),
        ("It ran from May to June 2023.", [("May", "2023-05"), ("June 2023", "2023-06")]),
    ],
)
def test_a_range_is_the_two_times_of_its_words(text: str, ends: list[tuple[str, str]]) -> None:
    found = timexes(only(text))
    assert [(text[one.span.start : one.span.end], one.value) for one in found] == ends
