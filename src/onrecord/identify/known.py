"""Chains tied to people of the register: whole chains, never single mentions."""

from __future__ import annotations

from onrecord.domain.register import Register, RegisteredPerson, Tenure
from onrecord.identify.chains import Chain, Chains
from onrecord.identify.names import folded, may_be_one, parse_name
from onrecord.identify.titles import RoleWords
from onrecord.identify.vocabulary import titles

_OLDEST = 100
"""Years; who would be older on the day of the report is not meant."""
_SURE = 3.0
"""Weight of evidence beside the name from which a person of the register is taken."""


class KnownPeople:
    """Looks chains up as of one day. ``day``: ISO date of the report, or None."""

    def __init__(self, register: Register, day: str | None) -> None:
        self._register = register
        self._day = day

    def link(self, chains: Chains) -> None:
        """Tie each chain of a person to the one person of the register it can be."""
        for chain in chains.people():
            self._genders(chain)
            candidates = self._candidates(chain)
            weighed = sorted(
                ((self._weight(chain, person), person) for person in candidates),
                key=lambda one: (-one[0], one[1].id),
            )
            if not weighed or weighed[0][0] < _SURE:
                continue
            if len(weighed) > 1 and weighed[1][0] > weighed[0][0] - 1:
                total = sum(weight for weight, _ in weighed)
                chain.possible = tuple(
                    (p, weight / total) for weight, p in weighed[:5] if weight > 0
                )
                continue
            self._settle(chain, weighed[0][1])

    def _settle(self, chain: Chain, person: RegisteredPerson) -> None:
        chain.person = person
        if person.gender:
            chain.share_female = float(person.gender == "female")
        for mention in chain.mentions:
            mention.row = person.id

    def _candidates(self, chain: Chain) -> tuple[RegisteredPerson, ...]:
        full = chain.full
        if full is None:
            return self._register.surnamed(chain.names[0].last) if chain.names else ()
        spellings = [name.text for name in chain.names if name.is_full]
        found = {p.id: p for text in spellings for p in self._register.named(text)}
        if not found:
            # "Charles E. Grassley" for "Chuck Grassley": another wording of the first name.
            found = {
                p.id: p
                for p in self._register.surnamed(full.last)
                if any(may_be_one(full, parse_name(n)) for n in (p.name, *p.aliases))
            }
        return tuple(p for p in found.values() if self._lives(p))

    def _lives(self, person: RegisteredPerson) -> bool:
        if self._day is None:
            return True
        year = int(self._day[:4])
        if person.born and int(person.born[:4]) + _OLDEST < year:
            return False
        if person.died and person.died[:10] < f"{year - 1}":
            return bool(person.tenures) and year - int(person.died[:4]) < 30
        return True

    def _weight(self, chain: Chain, person: RegisteredPerson) -> float:
        """Evidence beside the name: offices held then or before, and roles the text gives."""
        full = chain.full is not None
        weight = 0.0
        for tenure in person.tenures:
            claimed = any(self._fits(claim, tenure) for claim in chain.claims)
            now = self._day is None or tenure.covers(self._day)
            past = self._day is not None and (tenure.start or "9") <= self._day
            top = tenure.origin.name == TOP
            if claimed and (now or past):
                weight = max(weight, 6.0 if now else 4.0)
            elif full and now:
                weight = max(weight, 4.0 if self._day else 3.0)
            elif full and past:
                weight = max(weight, 3.5 if top else 3.0)
            elif not full and now and top and self._day:
                weight = max(weight, 3.0)
        if any(claim for claim in chain.claims) and weight in (3.0, 3.5) and not full:
            weight -= 1
        return weight

    @staticmethod
    def _fits(claim: RoleWords, tenure: Tenure) -> bool:
        held = tenure.title.lower()
        if claim.title != held and claim.head not in held.split():
            return False
        return not (claim.place and tenure.place) or folded(claim.place) == folded(tenure.place)

    def _genders(self, chain: Chain) -> None:
        """What honorifics say of the person's sex, rather than the first name."""
        told = {titles().honorifics.get(word) for word in chain.honorifics} - {None}
        if len(told) == 1:
            chain.share_female = float("female" in told)


TOP = "offices"
"""The origin whose people are so well known that a report may name them by surname alone."""
