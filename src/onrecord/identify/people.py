"""Chains of people by their names: full names, then names of one word with one anchor."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.identify.chains import Chain, ChainMention, Chains
from onrecord.identify.mentions import Name
from onrecord.identify.names import PersonName, alike, is_slip, may_be_one, parse_name
from onrecord.identify.rules import Rule
from onrecord.identify.vocabulary import titles
from onrecord.identify.words import Words

SURNAME_SURE = 0.97
FIRST_NAME_SURE = 0.9
SLIP_SURE = 0.85
VOTED_SURE = {2: 0.8, 3: 0.92}
"""By how many of the three signs agree on one of several people of a surname."""


def chain_people(
    words: Words,
    names: Iterable[Name],
    chains: Chains,
    share_female: Callable[[str], float | None],
) -> None:
    """Give every personal name to a chain. Two people of one surname never merge.

    ``share_female``: of the people with a first name, the share who are women.
    """
    names = list(names)
    parsed = [_parsed(words, names, at) for at in range(len(names))]
    for name, parts in zip(names, parsed, strict=True):
        if parts.is_full:
            _add(chains, _chain_of_full(chains, parts), name, parts, Rule.FULL_NAME, 1.0)
    for chain in chains.people():
        if chain.full is not None:
            chain.share_female = share_female(chain.full.first)
    single = SingleNames(words, chains)
    for name, parts in zip(names, parsed, strict=True):
        if not parts.is_full:
            single.place(name, parts)


def _parsed(words: Words, names: list[Name], at: int) -> PersonName:
    """The parts of a name; the first of "Bill and Hillary Clinton" borrows the surname."""
    name = names[at]
    parts = parse_name(name.text)
    if parts.is_full or at + 1 == len(names) or name.honorific:
        return parts
    after = names[at + 1]
    if after.first != name.last + 1 or words.lower[name.last] != "and":
        return parts
    other = parse_name(after.text)
    if not other.is_full or other.middle or name.text.isupper():
        return parts
    return replace(other, text=f"{name.text} {other.text.split()[-1]}", first=parts.last)


def _chain_of_full(chains: Chains, parts: PersonName) -> Chain:
    """The one chain that the name fits, or a new one: never a choice between two."""
    fitting = [
        chain for chain in chains.people() if all(may_be_one(parts, other) for other in chain.names)
    ]
    same = [c for c in fitting if any(o.first == parts.first for o in c.names)]
    if len(same) == 1:
        return same[0]
    if len(fitting) == 1:
        return fitting[0]
    return chains.new(EntityKind.PERSON, parts.text)


def _add(
    chains: Chains, chain: Chain, name: Name, parts: PersonName, rule: Rule, sure: float
) -> None:
    if parts not in chain.names:
        chain.names.append(parts)
    if name.honorific:
        chain.honorifics.add(name.honorific)
    evidence = () if rule is Rule.FULL_NAME else _anchor(chain)
    mention = ChainMention(name.first, name.last, MentionForm.NAME, rule, sure, evidence)
    chains.add(chain, mention)


def _anchor(chain: Chain) -> tuple[tuple[int, int], ...]:
    """The first full mention: what a short one was decided by."""
    for mention in chain.mentions:
        if mention.rule is Rule.FULL_NAME:
            return ((mention.first, mention.last),)
    return ()


class SingleNames:
    """Gives names of one word to the chains of full names, in reading order."""

    def __init__(self, words: Words, chains: Chains) -> None:
        self._words = words
        self._chains = chains
        self._alone: dict[tuple[str, str], Chain] = {}
        self._full = [chain for chain in chains.people() if chain.full]

    def place(self, name: Name, parts: PersonName) -> None:
        """Find or make the chain of one name."""
        surname = parts.last
        known = titles()
        if name.honorific in known.first_name_after:
            fitting = [c for c in self._full if any(n.first == surname for n in c.names)]
            rule = Rule.FIRST_NAME
        else:
            fitting = [c for c in self._full if any(alike(n.last, surname) for n in c.names)]
            rule = Rule.SURNAME
            if not fitting and name.honorific not in known.title_name_after:
                fitting = [c for c in self._full if any(_is_first(n, surname) for n in c.names)]
                rule = Rule.FIRST_NAME
        sure = SURNAME_SURE if rule is Rule.SURNAME else FIRST_NAME_SURE
        if not fitting:
            fitting = [c for c in self._full if any(is_slip(n.last, surname) for n in c.names)]
            rule, sure = Rule.SURNAME, SLIP_SURE
            fitting = fitting if len(fitting) == 1 else []
        fitting = self._by_gender(name, fitting)
        if len(fitting) == 1:
            _add(self._chains, fitting[0], name, parts, rule, sure)
        elif fitting:
            self._choose(name, parts, fitting, rule)
        else:
            _add(self._chains, self._own(name, parts), name, parts, Rule.SURNAME, 1.0)

    def _by_gender(self, name: Name, fitting: list[Chain]) -> list[Chain]:
        """Without those whom "Mr" or "Mrs" excludes."""
        gender = titles().honorifics.get(name.honorific or "")
        if gender is None or len(fitting) < 2:
            return fitting
        return [c for c in fitting if _gender_fits(c, gender == "female")] or fitting

    def _choose(self, name: Name, parts: PersonName, fitting: list[Chain], rule: Rule) -> None:
        """One of several of a surname: whoever is meant all along, or nobody.

        Newspapers go on with the surname alone for the person a report is about, and name another
        of the family in full. Three signs vote: who was named in full first, oftenest, and last.
        """
        votes = [0] * len(fitting)
        for sign in (self._first, self._oftenest, self._latest):
            best = sign(fitting, name)
            if best is not None:
                votes[best] += 1
        most = max(votes)
        if most >= 2:
            chain = fitting[votes.index(most)]
            _add(self._chains, chain, name, parts, rule, VOTED_SURE[most])
            return
        chain = self._own(name, parts)
        chain.rivals = tuple((c, 1 / len(fitting)) for c in fitting)
        _add(self._chains, chain, name, parts, rule, 1.0)

    def _first(self, fitting: list[Chain], name: Name) -> int | None:
        starts = [min(_full_at(chain), default=len(self._words)) for chain in fitting]
        return starts.index(min(starts))

    def _oftenest(self, fitting: list[Chain], name: Name) -> int | None:
        counts = [len(_full_at(chain)) for chain in fitting]
        return counts.index(max(counts)) if counts.count(max(counts)) == 1 else None

    def _latest(self, fitting: list[Chain], name: Name) -> int | None:
        before = [max((at for at in _full_at(c) if at < name.first), default=-1) for c in fitting]
        return before.index(max(before)) if max(before) >= 0 else None

    def _own(self, name: Name, parts: PersonName) -> Chain:
        """The chain of all names of this one word that no full name anchors."""
        kind = "title" if name.honorific in titles().title_name_after else "name"
        key = kind, parts.last
        if key not in self._alone:
            shown = f"{name.honorific} {name.text}".title() if kind == "title" else name.text
            self._alone[key] = self._chains.new(EntityKind.PERSON, shown)
        return self._alone[key]


def _full_at(chain: Chain) -> list[int]:
    return [mention.first for mention in chain.mentions if mention.rule is Rule.FULL_NAME]


def _is_first(name: PersonName, word: str) -> bool:
    return name.first == word and len(word) > 1


def _gender_fits(chain: Chain, female: bool) -> bool:
    known = {titles().honorifics.get(word) for word in chain.honorifics} - {None}
    if known:
        return ("female" in known) == female
    share = chain.share_female
    return share is None or (share > 0.2 if female else share < 0.8)
