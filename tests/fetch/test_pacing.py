from __future__ import annotations

import pytest

from onrecord.errors import FetchError
from onrecord.fetch.bounds import (
    BACK_OFF_SECONDS,
    MAX_BACK_OFF,
    MAX_HOSTS,
    MAX_RETRY_AFTER,
    MAX_WAIT_SECONDS,
)
from onrecord.fetch.pacing import Pace, retry_after
from tests.fetch.server import FakeClock


def test_one_host_is_asked_once_a_second_and_others_meanwhile() -> None:
    clock = FakeClock()
    pace = Pace(clock)
    for host in ("a.example", "b.example", "a.example"):
        pace.wait(host, host)
        pace.went_well(host)
    assert clock.slept == [1.0]


def test_each_failure_doubles_the_rest_and_success_ends_it() -> None:
    clock = FakeClock()
    pace = Pace(clock)
    rests = [pace.failed("a.example") for _ in range(4)]
    assert rests == [BACK_OFF_SECONDS * 2**n for n in range(4)]
    assert [pace.failed("a.example") for _ in range(30)][-1] == MAX_BACK_OFF
    pace.went_well("a.example")
    assert pace.failed("a.example") == BACK_OFF_SECONDS


def test_a_host_that_rests_for_long_is_not_waited_for() -> None:
    clock = FakeClock()
    pace = Pace(clock)
    pace.failed("a.example", MAX_WAIT_SECONDS + 1)
    with pytest.raises(FetchError) as caught:
        pace.wait("a.example", "http://a.example/")
    assert caught.value.temporary
    assert caught.value.after == MAX_WAIT_SECONDS + 1
    assert clock.slept == []


def test_hosts_are_forgotten_when_there_are_many() -> None:
    pace = Pace(FakeClock())
    for number in range(MAX_HOSTS + 100):
        pace.went_well(f"{number}.example")
    assert len(pace._hosts) == MAX_HOSTS


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 7 ", 7.0),
        ("Mon, 04 May 2026 12:02:00 GMT", 120.0),
        ("Mon, 04 May 2026 11:00:00 GMT", 0.0),
        ("9" * 50, MAX_RETRY_AFTER),
        ("Mon, 04 May 2099 12:02:00 GMT", MAX_RETRY_AFTER),
        ("Mon, 04 May 2026 12:02:00", None),
        ("soon", None),
        ("-5", None),
        ("٣", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, FakeClock()) == seconds
