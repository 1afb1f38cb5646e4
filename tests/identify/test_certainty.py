"""What rules are worth is turned into how often they are right, and never past 0 and 1."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.identify.certainty import calibrated

SHARES = st.floats(0, 1)


@given(SHARES, SHARES)
def test_what_is_worth_more_is_more_probable(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 < calibrated(low) <= calibrated(high) < 1
