"""Chains of people by their names: full names, then names of one word with one anchor."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.domain.words import Words
from onrecord.identify.chains import Chain, ChainMention, Chains
from onrecord.identify.mentions import Name
from onrecord.identify.names import PersonName, may_be_one, parse_name
from onrecord.identify.rules import Rule
from onrecord.identify.single_names import SingleNames

_START = 4
"""Letters that all spellings of one surname begin with (names.alike)."""


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
    surnames: dict[str, list[Chain]] = {}
    for name, parts in zip(names, parsed, strict=True):
        if parts.is_full:
            chain = _chain_of_full(chains, surnames, parts)
            _add(chains, chain, name, parts, Rule.FULL_NAME, 1.0)
    for chain in chains.people():
        if chain.full is not None:
            chain.share_female = share_female(chain.full.first)
    single = SingleNames(chains)
    for name, parts in zip(names, parsed, strict=True):
        if not parts.is_full:
            found = single.place(name, parts)
            _add(chains, found.chain, name, parts, found.rule, found.sure)
            if found.chain.full is None and not name.honorific:
                found.chain.share_female = share_female(parts.last)


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


def _chain_of_full(chains: Chains, surnames: dict[str, list[Chain]], parts: PersonName) -> Chain:
    """The one chain that the name fits, or a new one: never a choice between two."""
    alike_ones = surnames.setdefault(parts.last[:_START], [])
    fitting = [
        chain for chain in alike_ones if all(may_be_one(parts, other) for other in chain.names)
    ]
    same = [c for c in fitting if any(o.first == parts.first for o in c.names)]
    if len(same) == 1:
        return same[0]
    if len(fitting) == 1:
        return fitting[0]
    alike_ones.append(chains.new(EntityKind.PERSON, parts.text))
    return alike_ones[-1]


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
