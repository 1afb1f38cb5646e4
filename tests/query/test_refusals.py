"""Questions that were not answered: which fit what is asked, and those of copies once."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.domain.asked import StatementsAsked
from onrecord.query.refusals import Refusal, refusals
from tests.contracts.reports import retold, silent
from tests.query.fake_view import FakeView

LEE = "Q1"
NEWER = retold(silent(), id="newer", published="2025-06-03", outlet="Fen News")


def found(*, families: dict[str, str] | None = None, **asked: Any) -> list[Refusal]:
    view = FakeView([silent(), NEWER], families=families or {})
    return list(refusals(view, StatementsAsked(by=frozenset([LEE]), **asked)))


@pytest.mark.parametrize(
    ("asked", "many"),
    [
        ({}, 2),
        ({"words": "ferries"}, 2),
        ({"words": "wall"}, 0),
        ({"since": "2025-01-01"}, 1),
        ({"until": "2025-01-01"}, 1),
        ({"since": "2024-06-03", "until": "2024-06-03"}, 1),
        ({"least": 0.9}, 0),
        ({"limit": 1}, 1),
        ({"limit": 0}, 0),
    ],
)
def test_what_is_asked_has_to_fit(asked: dict[str, Any], many: int) -> None:
    assert len(found(**asked)) == many


def test_copies_of_one_report_tell_one_refusal() -> None:
    id = silent().article.id
    [one] = found(families={id: "k_1", "newer": "k_1"})
    assert one.kept.report.id == "newer"
    assert one.outlets == ("Fen News", "The Ely Post")
    assert one.days
    assert one.days.first.isoformat() == "2024-06-03"
    assert len(found()) == 2
