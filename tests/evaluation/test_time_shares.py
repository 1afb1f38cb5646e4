"""How often each rule of times is right."""

from __future__ import annotations

from evaluation.time_shares import judged, shares
from evaluation.timebank import TimedReport
from evaluation.timex import Timex
from onrecord.domain.span import Span


def test_a_rule_met_seldom_is_drawn_to_the_share_of_all() -> None:
    every, drawn = shares([("often", True)] * 98 + [("seldom", False)] * 2)
    assert every == 0.98
    assert drawn["often"] > 0.99
    assert 0.6 < drawn["seldom"] < 0.7


def test_an_annotation_that_leaves_the_week_open_agrees_with_any_week_of_its_year() -> None:
    text = "It fell last week."
    gold = [Timex(Span(8, 17), "DATE", value) for value in ("2024-WXX", "2023-WXX")]
    reports = [TimedReport("a", text, "2024-09-26", (one,)) for one in gold]
    assert list(judged(reports)) == [("rel_unit", True), ("rel_unit", False)]
