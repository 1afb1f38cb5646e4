"""Rows of a user's list, checked one by one; every wrong one is named, then nothing is imported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from onrecord.domain.register import Gender

LONGEST_FIELD = 2000
"""Code points; a longer field is a sign of a broken file."""

MOST_PROBLEMS = 20
"""So many problems are told at once."""

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T[\d:.]+Z?)?")
_WIKIDATA = re.compile(r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/)?(Q[1-9]\d{0,11})")
_GENDERS: Mapping[str, Gender] = {
    "female": "female", "f": "female", "woman": "female",
    "male": "male", "m": "male", "man": "male",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class OfficeEntry:
    """An office as a row gives it; see ``domain.register.Tenure``."""

    office: str
    title: str
    place: str | None
    start: str | None
    end: str | None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a person, or another row about somebody who stands further up.

    ``where`` names the row for people ("line 7"); ``alias_of`` is the id of whom it only renames.
    """

    where: str
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    gender: Gender | None = None
    born: str | None = None
    died: str | None = None
    offices: tuple[OfficeEntry, ...] = ()
    alias_of: str | None = None


@dataclass(slots=True)
class Problems:
    """What is wrong with a list, as sentences that name the row; the first twenty are kept."""

    found: list[str] = field(default_factory=list)
    count: int = 0

    def add(self, where: str, message: str) -> None:
        """Note that the row ``where`` is wrong, and what to do about it."""
        self.count += 1
        if len(self.found) < MOST_PROBLEMS:
            self.found.append(f"{where}: {message}")

    def told(self) -> tuple[str, ...]:
        """The sentences, and how many more there are."""
        more = self.count - len(self.found)
        return (*self.found, f"and {more} more rows are wrong") if more else tuple(self.found)


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one row, read as what they should hold; what is wrong goes to ``problems``."""

    where: str
    values: Mapping[str, str]
    problems: Problems

    def text(self, name: str) -> str:
        """The field without surrounding blanks; "" where there is none."""
        value = " ".join((self.values.get(name) or "").split())
        if len(value) > LONGEST_FIELD:
            self.problems.add(self.where, f"'{name}' is longer than {LONGEST_FIELD} characters")
            return ""
        return value

    def several(self, name: str, separator: str = ";") -> tuple[str, ...]:
        """The parts of a field that ``separator`` stands between."""
        parts = (part.strip() for part in self.text(name).split(separator))
        return tuple(dict.fromkeys(part for part in parts if part))

    def date(self, name: str) -> str | None:
        """An ISO year, year and month, or day; a time after it is dropped."""
        value = self.text(name)
        if not value or value.startswith("http"):  # how Wikidata says "unknown"
            return None
        if (known := iso_date(value)) is None:
            self.problems.add(
                self.where,
                f"'{name}' is '{value[:40]}', which is no date; write 2024-07-05, 2024-07 or 2024",
            )
        return known

    def wikidata(self, name: str) -> str | None:
        """A Wikidata id, alone or at the end of its address."""
        value = self.text(name)
        found = _WIKIDATA.fullmatch(value)
        if value and not found:
            self.problems.add(self.where, f"'{name}' is '{value[:40]}'; write an id such as Q42")
        return found[1] if found else None

    def gender(self, name: str) -> Gender | None:
        """Female or male; anything else is taken as not known."""
        return _GENDERS.get(self.text(name).casefold())

    def term(self, start: str, end: str) -> tuple[str | None, str | None]:
        """Two dates, the second not before the first."""
        first, last = self.date(start), self.date(end)
        if first and last and last < first[: len(last)]:
            self.problems.add(self.where, f"'{end}' ({last}) is before '{start}' ({first})")
        return first, last


def iso_date(text: str) -> str | None:
    """The year, year and month, or day that ``text`` gives; None when there is no such date."""
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = found.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, day) if part)


def names_of(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The entries by their id, in the order of the list."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.id, []).append(entry)
    return found
