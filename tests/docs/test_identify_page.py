"""docs/identify.md says what every rule means by which words are given to somebody."""

from __future__ import annotations

import re
from pathlib import Path

from onrecord.identify.rules import Rule

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "identify.md"
IDENTIFY = ROOT / "src" / "onrecord" / "identify"
ROW = re.compile(r"^\| `([a-z-]+)` \| (.*?) \|", re.MULTILINE)


def test_every_rule_has_its_row_and_every_row_its_rule() -> None:
    rows = dict(ROW.findall(PAGE.read_text(encoding="utf-8")))
    assert set(rows) == set(Rule)
    assert all(rows.values())


def test_every_row_has_its_example_and_its_evidence() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    assert {line.count(" | ") for line in lines if line.startswith("| `")} == {3}


def test_every_rule_decides_something() -> None:
    steps = [path for path in IDENTIFY.glob("*.py") if path.name != "rules.py"]
    code = "".join(path.read_text(encoding="utf-8") for path in steps)
    # The byline is not resolved by a step: its name is the author's.
    assert [rule for rule in set(Rule) - {Rule.BYLINE} if f"Rule.{rule.name}" not in code] == []
