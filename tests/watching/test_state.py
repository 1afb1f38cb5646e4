from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.watching import FeedState
from onrecord.watching.bounds import BACK_OFF_SECONDS, GONE_SECONDS, MAX_BACK_OFF, MAX_TTL_MINUTES
from onrecord.watching.state import Later

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)).map(
    lambda one: one.replace(microsecond=0)
)
DIGESTS = st.text("0123456789abcdef", min_size=20, max_size=20)
STATES = st.builds(
    FeedState,
    etag=st.none() | st.text(min_size=1),
    modified=st.none() | st.text(min_size=1),
    moved_to=st.none() | st.text(min_size=1),
    failures=st.integers(0, 99),
    rests_until=MOMENTS,
    fresh=MOMENTS,
    gone=st.booleans(),
    done=st.frozensets(DIGESTS),
    later=st.dictionaries(DIGESTS, st.builds(Later, st.integers(1, 9), MOMENTS)),
)


@given(STATES)
def test_what_is_noted_is_read_back(state: FeedState) -> None:
    assert FeedState.read(json.loads(json.dumps(state.to_note()))) == state


def test_of_a_new_feed_nothing_is_noted() -> None:
    assert FeedState.read({}) == FeedState()
    assert FeedState().to_note() == {}


def rest(state: FeedState) -> float:
    return (state.rests_until - NOW).total_seconds()


def test_each_failure_doubles_the_rest_and_a_visit_ends_it() -> None:
    state, rests = FeedState(), []
    for _ in range(20):
        state = state.failed(NOW, gone=False, lasting=False, after=None)
        rests.append(rest(state))
    assert rests[:3] == [BACK_OFF_SECONDS, 2 * BACK_OFF_SECONDS, 4 * BACK_OFF_SECONDS]
    assert rests[-1] == MAX_BACK_OFF
    assert state.visited(NOW, None, None).rests_until < NOW


def test_a_server_that_asks_for_more_rest_gets_it() -> None:
    state = FeedState().failed(NOW, gone=False, lasting=False, after=7_000)
    assert rest(state) == 7_000


def test_a_feed_that_is_gone_is_left_for_a_month() -> None:
    assert rest(FeedState().failed(NOW, gone=True, lasting=True, after=None)) == GONE_SECONDS


def test_a_feed_that_is_not_where_it_moved_to_is_looked_for_at_its_old_address() -> None:
    moved = FeedState().visited(NOW, "https://b.example/", None)
    assert moved.visited(NOW, None, None).moved_to == "https://b.example/"
    assert moved.failed(NOW, gone=False, lasting=False, after=None).moved_to is not None
    assert moved.failed(NOW, gone=False, lasting=True, after=None).moved_to is None


def test_the_time_a_feed_asks_to_be_left_is_bounded() -> None:
    assert FeedState().visited(NOW, None, 60).fresh == NOW + timedelta(minutes=60)
    assert FeedState().visited(NOW, None, 10**9).fresh == NOW + timedelta(minutes=MAX_TTL_MINUTES)
