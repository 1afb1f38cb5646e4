"""Which fields of an item a person can change, and to what; errors name what may be given."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from onrecord.domain.days import days_of
from onrecord.domain.engagement import Status
from onrecord.domain.statement import Act
from onrecord.errors import BadCorrection

OF_STATEMENTS = ("source", "target", "act", "said_on", "struck")
OF_ENGAGEMENTS = ("status", "when", "place", "struck")

PEOPLE = ("source", "target")
"""Fields whose value is somebody."""

LONGEST = 200
"""Code points of a name or a place."""

LONGEST_NOTE = 10_000

_CHOICES: Mapping[str, type[StrEnum]] = {"act": Act, "status": Status}
_DATES = ("said_on", "when")


def checked(item: str, fields: tuple[str, ...], changes: Mapping[str, Any]) -> dict[str, Any]:
    """``changes`` as they are kept, None for what is not settled. Raises BadCorrection."""
    if not changes:
        raise BadCorrection(item, f"nothing is to be changed; give one of {', '.join(fields)}")
    for name in changes:
        if name not in fields:
            raise BadCorrection(item, f"it has no {name}; what it has is {', '.join(fields)}")
    return {name: _value(item, name, changes[name]) for name in fields if name in changes}


def _value(item: str, field: str, value: Any) -> Any:
    if field == "struck":
        return _flag(item, value)
    if field in _CHOICES:
        return _choice(item, field, value)
    if field in PEOPLE and isinstance(value, Mapping):
        return dict(value)
    words = _words(item, field, value)
    if words and field in _DATES and days_of(words) is None:
        raise BadCorrection(
            item,
            f"{field}: {words[:40]!r} is no date; give 2024-09-26, 2024-09, 2024-W39, 2024-Q3, "
            "2024, or two of them with a slash between",
        )
    return words


def _flag(item: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise BadCorrection(item, "struck: give True or False")
    return value


def _choice(item: str, field: str, value: Any) -> str:
    found = _CHOICES[field]
    if value not in [str(one) for one in found]:
        told = str(value)[:40]
        raise BadCorrection(item, f"{field}: {told!r} is none; give {', '.join(found)}")
    return str(value)


def _words(item: str, field: str, value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise BadCorrection(item, f"{field}: give words, or nothing for what is not settled")
    words = " ".join(writable(value or "").split())
    if len(words) > LONGEST:
        raise BadCorrection(item, f"{field}: it has more than {LONGEST} characters")
    return words or None


def checked_note(item: str, note: str) -> str:
    """Why, as it is kept. Raises BadCorrection where it is too long."""
    if len(note) > LONGEST_NOTE:
        raise BadCorrection(item, f"the note has more than {LONGEST_NOTE} characters")
    return writable(note)


def writable(words: str) -> str:
    """``words`` with a question mark for half letters, which no file takes."""
    return words.encode("utf-8", "replace").decode("utf-8")


def without_the_same(
    item: str, before: Mapping[str, Any], after: Mapping[str, Any]
) -> dict[str, Any]:
    """What of ``after`` is not so already. Raises BadCorrection where nothing is left."""
    changed = {name: value for name, value in after.items() if not _same(before[name], value)}
    if not changed:
        raise BadCorrection(item, f"nothing would change: {', '.join(after)} is so already")
    return changed


def _same(before: Any, after: Any) -> bool:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return "key" in before and before["key"] == after["key"]
    return bool(before == after)
