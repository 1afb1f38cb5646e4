"""Words that are taken back: "would scale back support" supports nobody, "no announcement" is none.

A judge that weighs words one by one takes the word "support" for what it says by itself.
"""

from __future__ import annotations

from onrecord.domain.statement import Act
from onrecord.domain.words import Words
from onrecord.relate.deeds.deed_scorer import Floats
from onrecord.relate.deeds.statement_words import StatementWords
from onrecord.resources import word_list

GAP = 4
"""From the word that takes back to what it takes back, in words."""
_ACTS = tuple(Act)


class Reversals:
    """Where a report speaks of support that is cut, or of no promise (reversals.yaml)."""

    def __init__(self, words: Words) -> None:
        self._rules = [
            (_ACTS.index(Act(act)), frozenset(rule["taking"]), frozenset(rule["taken"]))
            for act, rule in word_list("relate", "reversals")["acts"].items()
        ]
        self._lower = words.lower

    def weighed(self, said: StatementWords, shares: Floats) -> Floats:
        """The acts' probabilities, (11,), without those whose words are taken back.

        The others share what these had, each by its own size.
        """
        struck = [act for act, *rule in self._rules if self._is_taken_back(said, *rule)]
        if not struck:
            return shares
        left = shares.copy()
        left[struck] = 0
        return left / max(float(left.sum()), 1e-6)

    def _is_taken_back(
        self, said: StatementWords, taking: frozenset[str], taken: frozenset[str]
    ) -> bool:
        lower = self._lower
        return any(
            lower[at] in taking and not taken.isdisjoint(lower[at + 1 : at + 1 + GAP])
            for at in (*said.cue, *said.content)
        )
