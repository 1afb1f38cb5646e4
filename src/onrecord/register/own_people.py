"""Entries of a list made into people: rows of one person joined, circles of aliases refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from onrecord.domain.register import Origin, RegisteredPerson, Tenure
from onrecord.register.entries import Entry, OfficeEntry, Problems
from onrecord.register.folding import folded


def people_of(
    entries: Iterable[Entry], origin: Origin, problems: Problems
) -> list[RegisteredPerson]:
    """The people of a list. ``origin``: its name and licence, and until when open terms run.

    A second row with the same id and name tells of another office. What cannot be is noted in
    ``problems``: an id that two people have, a row that renames nobody, aliases in a circle.
    """
    rows = list(entries)
    groups = _groups(rows, problems)
    renames = {row.id: row for row in rows if row.alias_of}
    for row in renames.values():
        if row.alias_of not in groups:
            problems.add(row.where, f"'alias_of' is '{row.alias_of}', an id that no row has")
    _refuse_circles(groups, problems)
    more = _other_names(renames, groups)
    real = (group for id_, group in groups.items() if id_ not in renames)
    return [_person(group, more.get(group[0].id, []), origin) for group in real]


def _groups(rows: Iterable[Entry], problems: Problems) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = {}
    for row in rows:
        first = groups.setdefault(row.id, [row])[0]
        if first is row:
            continue
        known = {office for earlier in groups[row.id] for office in earlier.offices}
        if row.name != first.name or row.alias_of or not set(row.offices) - known:
            told = f"the id '{row.id}' stands in {first.where} already"
            problems.add(row.where, f"{told}; give each person an id of their own")
        groups[row.id].append(row)
    return groups


def _refuse_circles(groups: Mapping[str, list[Entry]], problems: Problems) -> None:
    """Name one row of each circle: A another name of B, B another name of A."""
    by_name = {folded(group[0].name): id_ for id_, group in groups.items()}
    leads: dict[str, list[str]] = {}
    for id_, group in groups.items():
        aliases = (by_name.get(folded(alias)) for row in group for alias in row.aliases)
        named = chain((row.alias_of for row in group), aliases)
        leads[id_] = [to for to in named if to is not None and to in groups]
    done: set[str] = set()
    for id_ in groups:
        circle = _circle_from(id_, leads, done)
        if circle:
            told = " → ".join(groups[one][0].name for one in (*circle, circle[0]))
            problems.add(groups[circle[0]][0].where, f"the aliases go in a circle: {told}")


def _circle_from(start: str, leads: Mapping[str, list[str]], done: set[str]) -> list[str]:
    """A circle that is reached from ``start``; [] where there is none. Walks without recursion."""
    path: list[str] = []
    todo = [(start, False)]
    while todo:
        id_, left = todo.pop()
        if left:
            path.pop()
            done.add(id_)
        elif id_ in path:
            return path[path.index(id_) :]
        elif id_ not in done:
            path.append(id_)
            todo.append((id_, True))
            todo += [(to, False) for to in leads[id_] if to != id_ or to == start]
    return []


def _other_names(
    renames: Mapping[str, Entry], groups: Mapping[str, list[Entry]]
) -> dict[str, list[str]]:
    """The names that renaming rows give, by the id of the person at the end of the chain."""
    found: dict[str, list[str]] = {}
    for row in renames.values():
        to, seen = row.alias_of or "", {row.id}
        while to in renames and to not in seen:
            seen.add(to)
            to = renames[to].alias_of or ""
        if to in groups:
            found.setdefault(to, []).extend((row.name, *row.aliases))
    return found


def _person(group: list[Entry], more: list[str], origin: Origin) -> RegisteredPerson:
    first = group[0]
    names = dict.fromkeys((*(alias for row in group for alias in row.aliases), *more))
    return RegisteredPerson(
        id=first.id,
        name=first.name,
        aliases=tuple(name for name in names if name != first.name),
        wikidata=next((row.wikidata for row in group if row.wikidata), None),
        gender=next((row.gender for row in group if row.gender), None),
        born=next((row.born for row in group if row.born), None),
        died=next((row.died for row in group if row.died), None),
        tenures=tuple(_tenure(one, row, origin) for row in group for one in row.offices),
        origin=_of_row(first, origin, None),
    )


def _tenure(held: OfficeEntry, row: Entry, origin: Origin) -> Tenure:
    known = _of_row(row, origin, held.as_of)
    return Tenure(held.office, held.title.lower(), held.place, held.start, held.end, known)


def _of_row(row: Entry, origin: Origin, as_of: str | None) -> Origin:
    return Origin(origin.name, origin.licence, as_of or origin.as_of, row.where)
