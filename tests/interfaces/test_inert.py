"""Nothing that a stranger wrote reaches a terminal as a command."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.interfaces.inert import inert, one_line

OBEYED = {*map(chr, range(32)), "\x7f", *map(chr, range(0x80, 0xA0)), *"\u202e\u2066"} - {"\n"}


@given(st.text(st.characters(exclude_categories=[])))
def test_no_control_character_but_the_line_end_is_left(text: str) -> None:
    shown = inert(text)
    assert not OBEYED & set(shown)
    shown.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("a\r\nb\rc\x85d\u2028e", "a\nb\nc\nd\ne"),
        ("ring\x07", "ring␇"),
        ("\x9b2J", "�2J"),
        ("\ud800", "�"),
        ("tab\there", "tab here"),
        ("👩‍🚀 é café", "👩‍🚀 é café"),
        ("[red]not markup[/red]", "[red]not markup[/red]"),
    ],
)
def test_control_characters_are_shown_and_words_are_kept(text: str, shown: str) -> None:
    assert inert(text) == shown


def test_a_line_has_no_line_end_and_an_end() -> None:
    assert one_line("a\n\n b") == "a b"
    assert one_line("word " * 10_000, 20) == "word word word word…"
