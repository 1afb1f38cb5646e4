"""Terms made to agree: one for what several sources say, ended where a successor's begins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from onrecord.domain.register import RegisteredPerson, Tenure
from onrecord.register.folding import folded
from onrecord.register.titles import title_key
from registry.joining import Office
from registry.origins import HAND_CHECKED, rank

_GAP = 3
"""Days without an office between two terms of one source that are told as one."""

_DISSOLUTION = 45
"""The same for members of a parliament: they are called so while they stand for the next one."""


def tidied(person: RegisteredPerson) -> RegisteredPerson:
    """``person`` with one term where several rows speak of one, in order, none after death.

    A term that begins after death is a mistake of its source (a namesake's) and left out.
    """
    by_office: dict[Office, list[Tenure]] = defaultdict(list)
    for term in person.tenures:
        by_office[office_of(term)].append(term)
    terms = [one for same in by_office.values() for one in _agreed(same)]
    began = [term for term in terms if not person.died or (term.start or "") <= person.died]
    alive = (_until_death(term, person.died) for term in began)
    kept = sorted(alive, key=lambda term: (term.start or "", term.title, term.place or ""))
    return replace(person, tenures=tuple(kept))


def office_of(term: Tenure) -> Office:
    """What terms in one office have in common."""
    return title_key(term.title), folded(term.place or "")


def last_day(term: Tenure) -> str:
    """The last day on which the term is known to run."""
    return term.end or term.origin.as_of


def _until_death(term: Tenure, died: str | None) -> Tenure:
    over = died and len(died) == len("2022-09-08") and last_day(term) > died
    return replace(term, end=died) if over else term


def _agreed(terms: list[Tenure]) -> list[Tenure]:
    """The most believed first; each less believed one only where it does not overlap them."""
    kept: list[Tenure] = []
    for term in sorted(terms, key=lambda term: (rank(term.origin), term.start or "")):
        same = next((n for n, one in enumerate(kept) if _overlap(one, term)), None)
        if same is None:
            kept.append(term)
        else:
            kept[same] = _completed(kept[same], term)
    return kept


def _overlap(one: Tenure, other: Tenure) -> bool:
    """Whether the terms share a day, or follow each other in one source with hardly a gap."""
    first, second = sorted((one, other), key=lambda term: term.start or "")
    gap = _DISSOLUTION if one.title.startswith("member of") else _GAP
    if one.origin.name != other.origin.name:
        gap = 0
    return (second.start or "") <= _days_later(last_day(first), gap)


def _completed(better: Tenure, other: Tenure) -> Tenure:
    """``better`` from where ``other`` begins; and to where it ends, when both are one source's."""
    if better.origin.name.startswith(HAND_CHECKED) and better.origin.name != other.origin.name:
        return better
    start = min(better.start or "9", other.start or "9")
    if better.origin.name != other.origin.name or last_day(other) <= last_day(better):
        return replace(better, start=start)
    rows = f"{better.origin.row}, {other.origin.row.removeprefix('line ')}"
    row = better.origin.row if better.origin.row == other.origin.row else rows
    return replace(better, start=start, end=other.end, origin=replace(other.origin, row=row))


def _days_later(day: str, days: int) -> str:
    if not days or len(day) != len("2022-09-08"):
        return day
    try:
        return date.fromordinal(date.fromisoformat(day).toordinal() + days).isoformat()
    except ValueError:
        return day


def succeeded(
    people: Iterable[RegisteredPerson], single: frozenset[Office]
) -> Iterator[RegisteredPerson]:
    """End each open term in an office with one holder where a more recent source has a successor.

    A term that its source knows to run past the start of somebody else's is ended at that start.
    """
    everybody = list(people)
    starts: dict[Office, list[tuple[str, str]]] = defaultdict(list)
    for person in everybody:
        for term in person.tenures:
            if office_of(term) in single and term.start:
                starts[office_of(term)].append((term.start, person.id))
    for person in everybody:
        ended = (
            _ended(term, person.id, starts.get(office_of(term), [])) for term in person.tenures
        )
        yield replace(person, tenures=tuple(ended))


def _ended(term: Tenure, holder: str, starts: list[tuple[str, str]]) -> Tenure:
    later = [
        start
        for start, other in starts
        if other != holder and (term.start or "") < start <= term.origin.as_of
    ]
    return replace(term, end=min(later)) if later and term.end is None else term
