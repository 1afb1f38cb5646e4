"""Support that is taken back: "would scale back support", "cut off aid" support nobody.

A judge that weighs words one by one takes the word "support" for what it says by itself.
"""

from __future__ import annotations

from onrecord.domain.statement import Act
from onrecord.domain.words import Words
from onrecord.relate.deeds.deed_scorer import Floats
from onrecord.relate.deeds.statement_words import StatementWords
from onrecord.resources import word_list

GAP = 4
"""From the verb to what it takes away, in words."""
_SUPPORTS = tuple(Act).index(Act.SUPPORTS)


class Reversals:
    """Where a report speaks of support that is cut, ended or withdrawn (reversals.yaml)."""

    def __init__(self, words: Words) -> None:
        listed = word_list("relate", "reversals")
        self._taking = frozenset(listed["taking"])
        self._support = frozenset(listed["support"])
        self._lower = words.lower

    def weighed(self, said: StatementWords, shares: Floats) -> Floats:
        """The acts' probabilities, (11,), without that of supporting where support is taken back.

        The others share what it had, each by its own size.
        """
        if not self._is_taken_back(said):
            return shares
        left = shares.copy()
        left[_SUPPORTS] = 0
        return left / max(float(left.sum()), 1e-6)

    def _is_taken_back(self, said: StatementWords) -> bool:
        lower = self._lower
        return any(
            lower[at] in self._taking and not self._support.isdisjoint(lower[at + 1 : at + 1 + GAP])
            for at in said.content
        )
