"""Chains tied to people of the register: whole chains, never single mentions."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise

from onrecord.domain.register import Register, RegisteredPerson, Tenure
from onrecord.domain.words import Words
from onrecord.identify.chains import Chain, Chains
from onrecord.identify.names import folded, may_be_one, may_begin_alike, parse_name
from onrecord.identify.titles import RoleWords
from onrecord.identify.vocabulary import titles
from onrecord.resources import word_list

_OLDEST = 100
"""Years; who would be older on the day of the report is not meant."""
_LONG_DEAD = 2
_SURE = 3.0
"""Weight of evidence beside the name from which a person of the register is taken."""
_APART = 1.0
"""By how much the likeliest must lead, for the others not to stand beside it."""
WELL_KNOWN = "On Record"
"""How the origin's name begins of whom a report may name by the surname alone: top offices."""


class KnownPeople:
    """Looks chains up as of one day. ``day``: ISO date of the report, or None.

    ``places``: the countries and states that the report speaks of.
    """

    def __init__(self, register: Register, day: str | None, places: frozenset[str]) -> None:
        self._register = register
        self._day = day
        self._places = places

    def link(self, chains: Chains) -> None:
        """Tie each chain of a person to the one person of the register it can be."""
        for chain in chains.people():
            self._genders(chain)
            weighed = sorted(
                ((self._weight(chain, person), person) for person in self._candidates(chain)),
                key=lambda one: (-one[0], one[1].id),
            )
            near = [one for one in weighed if one[0] > max(weighed[0][0] - _APART, 0)]
            if len(near) == 1 and near[0][0] >= _SURE:
                _settle(chain, near[0][1])
            elif len(near) > 1 and near[0][0] >= _SURE:
                total = sum(weight for weight, _ in near)
                chain.possible = tuple((person, weight / total) for weight, person in near[:5])

    def _candidates(self, chain: Chain) -> tuple[RegisteredPerson, ...]:
        full = chain.full
        if chain.rivals or not chain.names:
            return ()
        if full is None:
            return tuple(p for p in self._register.surnamed(chain.names[0].last) if self._lives(p))
        spellings = [name.text for name in chain.names if name.is_full]
        found = {p.id: p for text in spellings for p in self._register.named(text)}
        if not found:
            # "Charles E. Grassley" for "Chuck Grassley": another wording of the first name.
            found = {
                p.id: p
                for p in self._register.surnamed(full.last)
                if any(
                    may_begin_alike(full.first, n) and may_be_one(full, parse_name(n))
                    for n in (p.name, *p.aliases)
                )
            }
        return tuple(p for p in found.values() if self._lives(p))

    def _lives(self, person: RegisteredPerson) -> bool:
        """Whether a report of that day can be about the person as somebody alive."""
        if self._day is None:
            return True
        year = int(self._day[:4])
        if person.born and not year - _OLDEST < int(person.born[:4]) < year:
            return False
        return not (person.died and int(person.died[:4]) + _LONG_DEAD < year)

    def _weight(self, chain: Chain, person: RegisteredPerson) -> float:
        """Evidence beside the name, by the office that speaks for the person most."""
        return max((self._of_office(chain, tenure) for tenure in person.tenures), default=0.0)

    def _of_office(self, chain: Chain, tenure: Tenure) -> float:
        """What one office adds: said in the text, held that day or before, of a place named."""
        now = self._day is None or tenure.covers(self._day)
        if not now and self._day is not None and (tenure.start or "9999") > self._day:
            return 0.0
        if any(_fits(claim, tenure) for claim in chain.claims):
            return 6.0 if now else 4.5
        is_top = tenure.origin.name.startswith(WELL_KNOWN)
        if chain.full is None:
            return 3.0 if now and is_top and self._day and not chain.claims else 0.0
        if is_top:
            return 4.0 if now else 3.0
        # Another role in the text, or an office long left, speaks for a namesake.
        return 4.0 if now and not chain.claims and self._is_spoken_of(tenure) else 1.0

    def _is_spoken_of(self, tenure: Tenure) -> bool:
        """Whether the report speaks of the office's place; of a country, for its high offices."""
        if tenure.place in self._places:
            return not (tenure.title in _seats() and tenure.place in _countries())
        return tenure.title not in _seats() and any(p in tenure.office for p in self._places)

    def _genders(self, chain: Chain) -> None:
        """What honorifics say of the person's sex, rather than the first name."""
        told = {titles().honorifics.get(word) for word in chain.honorifics} - {None}
        if len(told) == 1:
            chain.share_female = float("female" in told)


@cache
def _seats() -> frozenset[str]:
    """Offices that hundreds hold at a time."""
    return frozenset(word_list("identify", "countries")["seats"])


@cache
def _countries() -> frozenset[str]:
    return frozenset(word_list("identify", "countries")["words"])


def _settle(chain: Chain, person: RegisteredPerson) -> None:
    chain.person = person
    if person.gender:
        chain.share_female = float(person.gender == "female")
    for mention in chain.mentions:
        mention.row = person.id


def _fits(claim: RoleWords, tenure: Tenure) -> bool:
    """Whether the text's role can be this office."""
    held = tenure.title.lower()
    if claim.title != held and claim.head not in held.split():
        return False
    return not (claim.place and tenure.place) or folded(claim.place) == folded(tenure.place)


def places_spoken_of(words: Words, place_of: Callable[[str], str | None]) -> frozenset[str]:
    """Countries and states whose names, adjectives, capitals or institutions the report uses."""
    capitals = {word for word in set(words.words) if word[0].isupper()}
    is_capital = [word in capitals for word in words.words]
    pairs = {
        words.text(at, at + 2)
        for at, both in enumerate(pairwise(is_capital))
        if both == (True, True)
    }
    places = {place for word in capitals | pairs if (place := place_of(word))}
    lower = set(words.lower)
    for country, told_by in word_list("identify", "countries")["words"].items():
        if not lower.isdisjoint(told_by):
            places.add(country)
    return frozenset(places)
