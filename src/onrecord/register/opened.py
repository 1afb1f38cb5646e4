"""A register as it lies in its file (tables.py says how), looked up in microseconds."""

from __future__ import annotations

import hashlib
import json
import mmap
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from onrecord.domain.register import RegisteredPerson
from onrecord.errors import RegisterError
from onrecord.register.folding import GENERATIONS, folded, name_key, surname_key, without_initials
from onrecord.register.lines import Buffer, SortedLines
from onrecord.register.rows import decoded
from onrecord.register.tables import FORMAT, term_key
from onrecord.register.titles import other_titles, title_key

_FEWEST = 3
"""So few people of a first name say nothing of the next one's gender."""


class OpenedRegister:
    """Implements ``domain.register.Register`` on the bytes of a register's file.

    Raises RegisterError when they are no register or one of another version.
    """

    def __init__(self, buffer: Buffer, name: str = "the register") -> None:
        self._buffer = buffer
        try:
            end = buffer.find(b"\n") + 1
            header = json.loads(bytes(buffer[:end]))
            bounds = {table: (end + a, end + b) for table, (a, b) in header["tables"].items()}
            self._origins = [(str(a), str(b), str(c)) for a, b, c in header["origins"]]
            self._people_at, self._people_end = bounds["people"]
            self._offices_at = bounds["offices"][0]
            self._names = SortedLines(buffer, *bounds["names"])
            self._terms = SortedLines(buffer, *bounds["terms"])
            # Few, and asked for oftenest: the one table that is loaded.
            self._places = dict(SortedLines(buffer, *bounds["places"]))
            self._first_names = SortedLines(buffer, *bounds["first_names"])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise RegisterError(f"{name}: not a register; install or import it again") from error
        if header["format"] != FORMAT:
            raise RegisterError(f"{name}: made for another version; install or import it again")
        self._person = lru_cache(maxsize=4096)(self._read_person)
        self._office = lru_cache(maxsize=4096)(self._read_office)

    @cached_property
    def sha256(self) -> str:
        """Digest of the file."""
        return hashlib.sha256(self._buffer).hexdigest()

    def named(self, name: str) -> tuple[RegisteredPerson, ...]:
        """Everybody with this full name or alias; without its initials if nobody has it."""
        key = name_key(name)
        refs = self._names.get(key) or self._names.get(without_initials(key)) or ""
        return self._people(refs.split())

    def surnamed(self, surname: str) -> tuple[RegisteredPerson, ...]:
        """Everybody whose name or an alias ends with this surname, of one word or more."""
        wanted, last = folded(surname).split(), surname_key(surname)
        if not wanted:
            return ()
        found = self._names.starting(last + " ")
        return self._people(
            ref for key, refs in found if _ends(key, wanted) for ref in refs.split()
        )

    def first_named(self, first_name: str) -> tuple[RegisteredPerson, ...]:
        """Everybody with this first name. Reads all names: some milliseconds."""
        wanted = folded(first_name)
        keyed = self._names.holding(f" {wanted}") if wanted else ()
        found = ((key.split(" "), refs) for key, refs in keyed)
        return self._people(
            ref for words, refs in found if words[1] == wanted for ref in refs.split()
        )

    def in_office(self, title: str, place: str | None, day: str) -> tuple[RegisteredPerson, ...]:
        """Who held the office on that day, who came last into it first.

        On the day of a handover that is both. ``place`` in any words that ``place_of`` knows.
        Without one, everybody whose office is called ``title`` anywhere.
        """
        terms = (term.rsplit("/", 2) for term in self._terms_of(title, place))
        held = [
            (start, ref) for start, last, ref in terms if start <= day and day[: len(last)] <= last
        ]
        return self._people(ref for _, ref in sorted(held, reverse=True))

    def holders(self, title: str, place: str | None) -> tuple[RegisteredPerson, ...]:
        """Everybody who ever held the office, who came last into it first."""
        terms = sorted(self._terms_of(title, place), reverse=True)
        return self._people(term.rpartition("/")[2] for term in terms)

    def identified(self, id_: str) -> RegisteredPerson | None:
        """The person with this id."""
        low, high = self._people_at, self._people_end
        while low < high:
            middle = (low + high) // 2
            begins = self._buffer.rfind(b"\n", low, middle) + 1 or low
            person = self._person(begins - self._people_at)
            if person.id == id_:
                return person
            if person.id < id_:
                low = self._buffer.find(b"\n", begins) + 1
            else:
                high = begins
        return None

    def place_of(self, word: str) -> str | None:
        """The country, state or body that a name, adjective, capital or abbreviation stands for."""
        plain = folded(word)
        return self._places.get(plain) or self._places.get(plain.removeprefix("the "))

    def share_female(self, first_name: str) -> float | None:
        """Share of women among the people of this first name; None where too few are known."""
        if (counted := self._first_names.get(folded(first_name))) is None:
            return None
        women, everybody = map(int, counted.split())
        return women / everybody if everybody >= _FEWEST else None

    def __iter__(self) -> Iterator[RegisteredPerson]:
        place = self._people_at
        while place < self._people_end:
            yield self._person(place - self._people_at)
            place = self._buffer.find(b"\n", place) + 1

    def _terms_of(self, title: str, place: str | None) -> list[str]:
        """The terms in an office, as "start/last day/person"."""
        if place is None:
            everywhere = self._terms.starting(term_key(title, None))
            return [term for _, terms in everywhere for term in terms.split()]
        for named in dict.fromkeys((place, self.place_of(place) or place)):
            if (terms := self._terms.get(term_key(title, named))) is not None:
                return terms.split()
            others = [self._terms.get(term_key(t, named)) for t in other_titles(title_key(title))]
            if any(others):
                return [term for terms in filter(None, others) for term in terms.split()]
        return []

    def _people(self, refs: Iterable[str]) -> tuple[RegisteredPerson, ...]:
        return tuple(self._person(int(ref)) for ref in dict.fromkeys(refs))

    def _line(self, place: int) -> list[Any]:
        found: list[Any] = json.loads(self._buffer[place : self._buffer.find(b"\n", place)])
        return found

    def _read_office(self, ref: int) -> tuple[str, str, str | None]:
        office, title, place = self._line(self._offices_at + ref)
        return office, title, place

    def _read_person(self, ref: int) -> RegisteredPerson:
        row = self._line(self._people_at + ref)
        return decoded(row, self._origins, self._office)


def _ends(key: str, wanted: list[str]) -> bool:
    """Whether the name of ``key`` ends with the words ``wanted``; "Jr." may stand after them."""
    last, *before = key.split()
    while before and before[-1] in GENERATIONS:
        before.pop()
    return [*before, last][-len(wanted) :] == wanted


def opened(path: Path) -> OpenedRegister:
    """The register in the file ``path``. Raises RegisterError when it cannot be opened."""
    try:
        with path.open("rb") as file:
            return OpenedRegister(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), str(path))
    except (OSError, ValueError) as error:
        raise RegisterError(f"{path}: cannot be opened; install or import it again") from error
