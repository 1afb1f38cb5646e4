"""Groups and laws that a report speaks of: found last, beside everybody whom it names."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.domain.words import Words
from onrecord.identify.chains import Chain, ChainMention, Chains
from onrecord.identify.names import folded
from onrecord.identify.rules import Rule


class SpokenOf:
    """Gathers new chains beside those of ``named``, of which none is changed.

    A word that is of a mention already is never the one by which something new is found; but a
    new name may hold an older one: "Trump supporters". What has an entity of its name already
    gets no second one.
    """

    def __init__(self, words: Words, named: Chains, place_of: Callable[[str], str | None]) -> None:
        self.words = words
        self.named = named
        self.place_of = place_of
        self.chains = Chains()
        self._names = {_plain(chain.name) for chain in named.all}
        self._known: dict[tuple[EntityKind, str], Chain] = {}

    def is_free(self, first: int, last: int) -> bool:
        """Whether none of the words is of anything new, and no older name is as long."""
        if any(self.chains.at(at) for at in range(first, last)):
            return False
        here = [found[1] for at in (first, last - 1) if (found := self.named.at(at))]
        return all(
            first <= one.first and one.last <= last and (one.first, one.last) != (first, last)
            for one in here
        )

    def add(
        self, kind: EntityKind, first: int, last: int, rule: Rule, sure: float, key: str = ""
    ) -> Chain | None:
        """Give words to the chain of their name, or of ``key`` where that is another name.

        The longest wording is the chain's name. None where an older entity has that name.
        """
        text = self.words.text(first, last)
        if _plain(text) in self._names:
            return None
        known_as = key or _plain(text)
        chain = self._known.get((kind, known_as))
        if chain is None:
            chain = self._known[kind, known_as] = self.chains.new(kind, text)
            chain.known_as = known_as
        elif len(text) > len(chain.name):
            chain.name = text
        self.chains.add(chain, ChainMention(first, last, MentionForm.NAME, rule, sure))
        return chain


def _plain(name: str) -> str:
    return folded(name).removeprefix("the ")
