"""docs/relate.md says what each word of a time means."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.relate.times.reading import TimeWhy
from tests.relate.times.timed import PUBLISHED, times

PAGE = Path(__file__).parent.parent.parent / "docs/relate.md"
TIMES = PAGE.read_text(encoding="utf-8").split("## Times")[1].split("\n## ")[0]
TABLE = TIMES.split("Where `value` is null")[1].split("`probability`")[0]
ROWS = re.findall(r"\| `([^`]+)` \|[^|]+\| (.+) \|", TABLE)[1:]


def test_every_reason_has_its_row_and_no_row_is_of_another() -> None:
    assert [why for why, _ in ROWS] == [str(why) for why in TimeWhy]


@pytest.mark.parametrize(("why", "examples"), ROWS)
def test_the_words_of_a_row_are_read_with_its_reason(why: str, examples: str) -> None:
    published = None if why == TimeWhy.NO_PUBLICATION_DATE else PUBLISHED
    for words in re.findall(r'"([^"]+)"', examples):
        assert times(f"They met {words}.", published)[0].why == why
