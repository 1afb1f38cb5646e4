"""People as tables in one file, searched where they lie; ``packed`` writes what ``Opened`` reads.

The file is one line of JSON (where each table begins and ends, and the origins), then the tables:

    people       a person a line, as JSON; a person is referred to by where the line begins
    offices      an office a line, as JSON: in full, title, place
    names        key of a name (folding.py) -> people
    terms        "title|place" -> who held it from when to when
    places       word -> the country or state it stands for
    first_names  first name -> how many women, how many people
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.domain.register import Origin, RegisteredPerson, Tenure
from onrecord.register.folding import folded, name_keys
from onrecord.register.lines import written
from onrecord.register.rows import Row, encoded
from onrecord.register.titles import title_key

FORMAT = 1
"""Raised whenever an older program could not read the file."""


def packed(
    people: Iterable[RegisteredPerson],
    places: Mapping[str, str] | None = None,
    first_names: Mapping[str, tuple[int, int]] | None = None,
) -> bytes:
    """The file of these people. The same people in any order give the same bytes."""
    rows = _Rows()
    for person in sorted(people, key=lambda person: person.id):
        rows.add(person)
    counts = {name: f"{women} {all_}" for name, (women, all_) in (first_names or {}).items()}
    tables = {
        "people": bytes(rows.people),
        "offices": bytes(rows.offices),
        "names": written({key: _numbers(refs) for key, refs in rows.names.items()}),
        "terms": written({key: " ".join(sorted(terms)) for key, terms in rows.terms.items()}),
        "places": written(dict(places or {})),
        "first_names": written(counts),
    }
    return _with_header(tables, [[one.name, one.licence, one.as_of] for one in rows.origins])


def _with_header(tables: dict[str, bytes], origins: list[list[str]]) -> bytes:
    bounds, end = {}, 0
    for name, content in tables.items():
        bounds[name] = [end, end + len(content)]
        end += len(content)
    header = {"format": FORMAT, "tables": bounds, "origins": origins}
    return _json(header) + b"".join(tables.values())


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _numbers(refs: Iterable[int]) -> str:
    return " ".join(map(str, sorted(refs)))


class _Rows:
    """The tables while they grow, one person after the other."""

    def __init__(self) -> None:
        self.people = bytearray()
        self.offices = bytearray()
        self.names: dict[str, set[int]] = defaultdict(set)
        self.terms: dict[str, list[str]] = defaultdict(list)
        self.origins: dict[Origin, int] = {}
        self._offices: dict[tuple[str, str, str | None], int] = {}

    def add(self, person: RegisteredPerson) -> None:
        ref = len(self.people)
        tenures = [self._tenure(tenure, ref) for tenure in person.tenures]
        self.people += _json(encoded(person, self._origin(person.origin), tenures))
        for name in (person.name, *person.aliases):
            for key in name_keys(name):
                self.names[key].add(ref)

    def _tenure(self, tenure: Tenure, ref: int) -> Row:
        office = (tenure.office, tenure.title, tenure.place)
        if office not in self._offices:
            self._offices[office] = len(self.offices)
            self.offices += _json(office)
        last = tenure.end or tenure.origin.as_of
        key = term_key(tenure.title, tenure.place)
        self.terms[key].append(f"{tenure.start or ''}/{last}/{ref}")
        origin = self._origin(tenure.origin)
        return [self._offices[office], tenure.start, tenure.end, origin, tenure.origin.row]

    def _origin(self, origin: Origin) -> int:
        alike = Origin(origin.name, origin.licence, origin.as_of, "")
        return self.origins.setdefault(alike, len(self.origins))


def term_key(title: str, place: str | None) -> str:
    """What the holders of an office are found under."""
    return f"{title_key(title)}|{folded(place or '')}"
