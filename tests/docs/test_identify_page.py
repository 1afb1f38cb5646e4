"""docs/identify.md says what every rule means by which words are given to somebody."""

from __future__ import annotations

import re
from pathlib import Path

from onrecord.identify.rules import Rule

PAGE = Path(__file__).resolve().parents[2] / "docs" / "identify.md"
ROW = re.compile(r"^\| `([a-z-]+)` \| (.*?) \|", re.MULTILINE)


def test_every_rule_has_its_row_and_every_row_its_rule() -> None:
    rows = dict(ROW.findall(PAGE.read_text(encoding="utf-8")))
    assert set(rows) == set(Rule)
    assert all(rows.values())
