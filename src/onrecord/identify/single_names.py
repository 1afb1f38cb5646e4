"""Names of one word: given to the full name they can be short for, where there is just one."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from onrecord.domain.entity import EntityKind
from onrecord.identify.chains import Chain, Chains
from onrecord.identify.mentions import Name
from onrecord.identify.names import PersonName, alike, is_slip
from onrecord.identify.rules import Rule
from onrecord.identify.vocabulary import titles

SURNAME_SURE = 0.97
FIRST_NAME_SURE = 0.9
SLIP_SURE = 0.85
VOTED_SURE = {2: 0.8, 3: 0.92}
"""By how many of the three signs agree on one of several people of a surname."""


@dataclass(frozen=True, slots=True)
class Short:
    """The chain a name of one word was given to, by which rule, and how sure that is."""

    chain: Chain
    rule: Rule
    sure: float


@dataclass(frozen=True, slots=True, eq=False)
class _Bearer:
    """A chain with a full name, and the words its full mentions begin at, in reading order."""

    chain: Chain
    starts: list[int] = field(default_factory=list)


class SingleNames:
    """Looks up names of one word. ``chains`` holds all full names of the report already."""

    def __init__(self, chains: Chains) -> None:
        self._chains = chains
        self._alone: dict[tuple[str, str], Chain] = {}
        self._bearers = [
            _Bearer(chain, sorted(m.first for m in chain.mentions if m.rule is Rule.FULL_NAME))
            for chain in chains.people()
            if chain.full
        ]
        self._fitting: dict[tuple[str, bool, bool], tuple[list[_Bearer], Rule, float]] = {}

    def place(self, name: Name, parts: PersonName) -> Short:
        """Find or make the chain of one name."""
        fitting, rule, sure = self._bearers_of(name.honorific, parts.last)
        fitting = _by_gender(name.honorific, fitting)
        if len(fitting) == 1:
            return Short(fitting[0].chain, rule, sure)
        if fitting:
            return self._choose(name, parts, fitting, rule)
        return Short(self._own(name, parts), Rule.SURNAME, 1.0)

    def _bearers_of(self, honorific: str | None, word: str) -> tuple[list[_Bearer], Rule, float]:
        known = titles()
        key = word, honorific in known.first_name_after, honorific in known.title_name_after
        if key not in self._fitting:
            self._fitting[key] = self._search(*key)
        return self._fitting[key]

    def _search(
        self, word: str, first_only: bool, never_first: bool
    ) -> tuple[list[_Bearer], Rule, float]:
        """Those whom the word can be short for: by surname, else first name, else a slip."""
        if not first_only:
            fitting = [b for b in self._bearers if any(alike(n.last, word) for n in b.chain.names)]
            if fitting:
                return fitting, Rule.SURNAME, SURNAME_SURE
        if not never_first:
            fitting = [b for b in self._bearers if any(_is_first(n, word) for n in b.chain.names)]
            if fitting:
                return fitting, Rule.FIRST_NAME, FIRST_NAME_SURE
        slips = [b for b in self._bearers if any(is_slip(n.last, word) for n in b.chain.names)]
        return slips if len(slips) == 1 else [], Rule.SURNAME, SLIP_SURE

    def _choose(self, name: Name, parts: PersonName, fitting: list[_Bearer], rule: Rule) -> Short:
        """One of several of a surname: whoever is meant all along, or nobody.

        Newspapers go on with the surname alone for the person a report is about, and name another
        of the family in full. Three signs vote: who was named in full first, oftenest, and last.
        """
        votes = [0] * len(fitting)
        for best in (_first(fitting), _oftenest(fitting), _latest(fitting, name.first)):
            if best is not None:
                votes[best] += 1
        most = max(votes)
        if most >= 2:
            return Short(fitting[votes.index(most)].chain, rule, VOTED_SURE[most])
        chain = self._own(name, parts)
        chain.rivals = tuple((bearer.chain, 1 / len(fitting)) for bearer in fitting)
        return Short(chain, rule, 1.0)

    def _own(self, name: Name, parts: PersonName) -> Chain:
        """The chain of all names of this one word that no full name anchors."""
        kind = "title" if name.honorific in titles().title_name_after else "name"
        key = kind, parts.last
        if key not in self._alone:
            shown = f"{name.honorific} {name.text}".title() if kind == "title" else name.text
            self._alone[key] = self._chains.new(EntityKind.PERSON, shown)
        return self._alone[key]


def _first(fitting: list[_Bearer]) -> int:
    starts = [bearer.starts[0] for bearer in fitting]
    return starts.index(min(starts))


def _oftenest(fitting: list[_Bearer]) -> int | None:
    counts = [len(bearer.starts) for bearer in fitting]
    return counts.index(max(counts)) if counts.count(max(counts)) == 1 else None


def _latest(fitting: list[_Bearer], at: int) -> int | None:
    """Whose full name stands last before the word ``at``."""
    before = [bisect_left(bearer.starts, at) for bearer in fitting]
    last = [b.starts[n - 1] if n else -1 for b, n in zip(fitting, before, strict=True)]
    return last.index(max(last)) if max(last) >= 0 else None


def _is_first(name: PersonName, word: str) -> bool:
    return name.first == word and len(word) > 1


def _by_gender(honorific: str | None, fitting: list[_Bearer]) -> list[_Bearer]:
    """Without those whom "Mr" or "Mrs" excludes."""
    gender = titles().honorifics.get(honorific or "")
    if gender is None or len(fitting) < 2:
        return fitting
    return [b for b in fitting if _gender_fits(b.chain, gender == "female")] or fitting


def _gender_fits(chain: Chain, female: bool) -> bool:
    known = {titles().honorifics.get(word) for word in chain.honorifics} - {None}
    if known:
        return ("female" in known) == female
    share = chain.share_female
    return share is None or (share > 0.2 if female else share < 0.8)
