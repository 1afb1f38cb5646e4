"""A language that is not read is named in English."""

from __future__ import annotations

import pytest

from onrecord.interfaces.languages import is_read, language_name


@pytest.mark.parametrize(
    ("code", "name"), [("fr", "French"), ("fr-CA", "French"), ("no", "Norwegian"), ("xx", "xx")]
)
def test_a_code_becomes_a_name_or_stays_a_code(code: str, name: str) -> None:
    assert language_name(code) == name


def test_english_and_texts_too_short_to_tell_are_read() -> None:
    assert [is_read(code) for code in ("en", "und", "fr")] == [True, True, False]
