"""Rows of different sources that are one person, joined: only where nothing speaks against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from onrecord.domain.register import RegisteredPerson, Tenure
from onrecord.register.folding import folded, name_keys
from onrecord.register.titles import title_key
from registry.origins import OPENSTATES, rank

Office = tuple[str, str]
_Key = tuple[str, ...]
_Row = tuple[int, RegisteredPerson]


def joined(people: Iterable[RegisteredPerson], single: frozenset[Office]) -> list[RegisteredPerson]:
    """One person for all rows that speak of the same one.

    Rows are joined that have the same id; else a name and the full birthday; else a name and an
    office, or a name and an American state when one of them is of its executive; else a word of
    the name and the same days in an office of ``single`` holders. Rows with different Wikidata ids
    never are, nor those born in different years.
    """
    rows = sorted(people, key=lambda one: (rank(one.origin), one.id, one.origin.row))
    groups = _Groups(rows)
    for keys in (_ids, _births, _offices):
        groups.join(keys)
    groups.join(_states, _one_is_executive)
    groups.join(lambda row: _words_in_office(row, single), _serve_together)
    return [_merged(group) for group in groups.all()]


class _Groups:
    """Rows in groups, each row in the group of its first and most believed one."""

    def __init__(self, rows: list[RegisteredPerson]) -> None:
        self._rows = rows
        self._group = list(range(len(rows)))
        self._members = {number: [number] for number in self._group}

    def all(self) -> Iterator[list[RegisteredPerson]]:
        for members in self._members.values():
            yield [self._rows[number] for number in sorted(members)]

    def join(
        self,
        keys: Callable[[RegisteredPerson], Iterable[_Key]],
        alike: Callable[[RegisteredPerson, RegisteredPerson], bool] = lambda one, other: True,
    ) -> None:
        """Unite the groups of rows that share a key and are ``alike``, unless facts differ."""
        having: dict[_Key, list[int]] = defaultdict(list)
        for number, row in enumerate(self._rows):
            for key in set(keys(row)):
                having[key].append(number)
        for _, numbers in sorted(having.items()):
            for one, other in combinations(numbers, 2):
                if alike(self._rows[one], self._rows[other]):
                    self._unite(self._group[one], self._group[other])

    def _unite(self, one: int, other: int) -> None:
        keep, drop = min(one, other), max(one, other)
        if keep == drop or not self._compatible(keep, drop):
            return
        for number in self._members[drop]:
            self._group[number] = keep
        self._members[keep] += self._members.pop(drop)

    def _compatible(self, one: int, other: int) -> bool:
        rows = [self._rows[number] for number in self._members[one] + self._members[other]]
        ids = {row.wikidata for row in rows if row.wikidata}
        years = {row.born[:4] for row in rows if row.born}
        return len(ids) <= 1 and (len(years) <= 1 or all(row.wikidata for row in rows))


def _ids(row: RegisteredPerson) -> Iterator[_Key]:
    yield (row.id,)
    if row.wikidata:
        yield (row.wikidata,)


def _names(row: RegisteredPerson) -> set[str]:
    return {key for name in (row.name, *row.aliases) for key in name_keys(name)}


def _births(row: RegisteredPerson) -> Iterator[_Key]:
    if row.born and len(row.born) == len("1962-09-02"):
        yield from ((name, row.born) for name in _names(row))


def _held(row: RegisteredPerson) -> set[Office]:
    return {_office(term) for term in row.tenures}


def _offices(row: RegisteredPerson) -> Iterator[_Key]:
    yield from ((name, *office) for name in _names(row) for office in _held(row))


def _states(row: RegisteredPerson) -> Iterator[_Key]:
    """For one of a state's executive, as for anybody who held an office of that state."""
    places = {term.place for term in row.tenures if term.place}
    yield from ((name, place) for name in _names(row) for place in places)


def _one_is_executive(one: RegisteredPerson, other: RegisteredPerson) -> bool:
    return any(row.origin.name == OPENSTATES for row in (one, other))


def _words_in_office(row: RegisteredPerson, single: frozenset[Office]) -> Iterator[_Key]:
    words = {word for name in (row.name, *row.aliases) for word in folded(name).split()}
    for office in _held(row) & single:
        yield from ((word, *office) for word in words if len(word) > 2)


def _serve_together(one: RegisteredPerson, other: RegisteredPerson) -> bool:
    """Whether both hold one office on one day, which in an office for one makes them the same."""
    return any(
        _office(a) == _office(b) and max(_start(a), _start(b)) < min(_last(a), _last(b))
        for a in one.tenures
        for b in other.tenures
    )


def _office(term: Tenure) -> Office:
    return title_key(term.title), folded(term.place or "")


def _start(term: Tenure) -> str:
    return term.start or ""


def _last(term: Tenure) -> str:
    return term.end or term.origin.as_of


def _merged(group: list[RegisteredPerson]) -> RegisteredPerson:
    """One person of a group that is sorted by belief; more names and facts from all of them."""
    first = group[0]
    names = dict.fromkeys(name for one in group for name in (one.name, *one.aliases))
    wikidata = next((one.wikidata for one in group if one.wikidata), None)
    births = sorted((one.born for one in group if one.born), key=len, reverse=True)
    return RegisteredPerson(
        id=wikidata or first.id,
        name=first.name,
        aliases=tuple(name for name in names if name != first.name),
        wikidata=wikidata,
        gender=next((one.gender for one in group if one.gender), None),
        born=next(iter(births), None),
        died=next((one.died for one in group if one.died), None),
        tenures=tuple(term for one in group for term in one.tenures),
        origin=first.origin,
    )
