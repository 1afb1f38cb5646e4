"""People and the offices they held, as a register knows them; what identifying asks of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

Gender = Literal["female", "male"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row was taken from, on what terms, and until when what it says is known to hold."""

    name: str
    licence: str
    as_of: str
    """ISO date. A term without an end is known to run until then, not until today."""
    row: str
    """Which row of that file or which page: enough to look it up by hand."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one office. Dates are ISO (year, year-month or day); None is not known."""

    office: str
    """In full: "Prime Minister of the United Kingdom"."""
    title: str
    """What a report calls the holder, in lower case: "prime minister"."""
    place: str | None
    """The country, state or body it is an office of: "United Kingdom"; None where none."""
    start: str | None
    end: str | None
    origin: Origin

    def covers(self, day: str) -> bool:
        """Whether the office was held on the ISO date ``day``, as far as the origin can know."""
        last = self.end or self.origin.as_of
        return (self.start or "") <= day and day[: len(last)] <= last


@dataclass(frozen=True, slots=True)
class RegisteredPerson:
    """A person of the register. ``id`` is unique in it and stays the same between builds."""

    id: str
    name: str
    aliases: tuple[str, ...]
    wikidata: str | None
    gender: Gender | None
    born: str | None
    died: str | None
    tenures: tuple[Tenure, ...]
    origin: Origin

    def held_on(self, day: str) -> tuple[Tenure, ...]:
        """The offices held on the ISO date ``day``."""
        return tuple(tenure for tenure in self.tenures if tenure.covers(day))


class Register(Protocol):
    """People looked up by name or by office; each look-up takes microseconds.

    Names and titles are compared without case, accents and punctuation.
    """

    @property
    def sha256(self) -> str:
        """Changes with what the register holds, so that a record can say what it was read with."""

    def named(self, name: str) -> tuple[RegisteredPerson, ...]:
        """Everybody with this full name or alias ("Keir Starmer", "Volodymyr Zelenskyy")."""

    def surnamed(self, surname: str) -> tuple[RegisteredPerson, ...]:
        """Everybody whose name or an alias ends with this surname."""

    def in_office(self, title: str, place: str | None, day: str) -> tuple[RegisteredPerson, ...]:
        """Who held the office on that day.

        ``title`` in a report's words ("prime minister", "secretary of state", "republican
        nominee"); ``place`` a country, state or body by its name, or None for whichever.
        """

    def place_of(self, word: str) -> str | None:
        """The country or state that a name, adjective or capital stands for ("British")."""

    def share_female(self, first_name: str) -> float | None:
        """Of the people with this first name, the share who are women, 0..1; None: unknown."""
