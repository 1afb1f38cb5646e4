"""Which languages are read, and the English name of one that is not, for messages."""

from __future__ import annotations

from onrecord.domain.article import READABLE
from onrecord.interfaces.word_lists import word_list


def is_read(code: str) -> bool:
    """Whether a report in the language of this BCP 47 code is read ("en", "und")."""
    return code in READABLE


def language_name(code: str) -> str:
    """The name of a BCP 47 code ("fr-CA": "French"); the code itself where it is not known."""
    names: dict[str, str] = word_list("languages")
    return names.get(_primary(code), code)


def _primary(code: str) -> str:
    return code.split("-")[0].lower()
