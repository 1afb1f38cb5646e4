"""What is known of the chains while a report's pronouns are resolved in reading order."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from onrecord.identify.pronoun_sites import NOBODY, Site

SUREST = 4.0
"""Log-odds of a sex that no evidence goes beyond: about 1 in 50 is otherwise."""
A_PRONOUN = 2.0
"""Log-odds that one pronoun surely resolved adds to what is known of a chain's sex."""


class Memory:
    """Chains by number: log-odds that each is a woman, how often each was named so far."""

    def __init__(self, anchors: Sequence[Site]) -> None:
        self._waiting = anchors
        self._next = 0
        self._female: dict[int, float] = {}
        self._from_pronouns: dict[int, float] = {}
        self.named: dict[int, int] = {}
        self.most_named = 0
        self.last_subject = NOBODY
        self.last_source = NOBODY
        self.last_pronoun: dict[float | None, int] = {}
        for site in anchors:
            self._learn(site)

    def female(self, chain: int) -> float:
        """Log-odds that the chain is a woman; 0 where nothing tells."""
        odds = self._female.get(chain, 0.0) + self._from_pronouns.get(chain, 0.0)
        return min(max(odds, -SUREST), SUREST)

    def advance(self, word: int) -> None:
        """Take in the anchors before ``word``."""
        while self._next < len(self._waiting) and self._waiting[self._next].first < word:
            site = self._waiting[self._next]
            self._next += 1
            self.named[site.chain] = self.named.get(site.chain, 0) + 1
            self.most_named = max(self.most_named, self.named[site.chain])
            if site.before_verb:
                self.last_subject = site.chain
            if site.source_of != NOBODY:
                self.last_source = site.chain

    def refer(self, pronoun: Site, shares: Mapping[int, float]) -> None:
        """Take in whom a pronoun was found to refer to, with the probability of each chain."""
        sign = 1.0 if pronoun.female else -1.0
        for chain, share in shares.items():
            if chain != NOBODY:
                added = self._from_pronouns.get(chain, 0.0) + sign * A_PRONOUN * share
                self._from_pronouns[chain] = min(max(added, -SUREST), SUREST)
        likeliest = max(shares, key=shares.__getitem__, default=NOBODY)
        self.last_pronoun[pronoun.female] = likeliest
        if likeliest != NOBODY and pronoun.case == "subject":
            self.last_subject = likeliest
            if pronoun.source_of != NOBODY:
                self.last_source = likeliest

    def _learn(self, site: Site) -> None:
        if site.female is not None:
            odds = _log_odds(site.female)
            if abs(odds) > abs(self._female.get(site.chain, 0.0)):
                self._female[site.chain] = odds


def _log_odds(share: float) -> float:
    bounded = min(max(share, 0.018), 0.982)
    return math.log(bounded / (1 - bounded))
