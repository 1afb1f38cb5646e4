"""Third-person singular pronouns -> chains of people, or nobody where that is not sure.

Pronouns are taken in reading order. Each shares its certainty among the anchors, the nouns for a
person and the earlier pronouns near it; what goes to an earlier pronoun goes on to the chains that
that one referred to. So doubt is handed on, and a pronoun never joins two chains.
The cost is linear in the length of the report: each pronoun looks at a bounded number of sites.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.domain.tagging import References
from onrecord.domain.words import Words
from onrecord.identify.anchors import Anchor, Referral, Spoken
from onrecord.identify.pronoun_features import Floats, none_features, pair_features
from onrecord.identify.pronoun_memory import Memory
from onrecord.identify.pronoun_scorer import PronounScorer
from onrecord.identify.pronoun_sites import (
    NOBODY,
    Kind,
    Site,
    Surveyor,
    anchor_sites,
    is_generic,
    noun_sites,
    pronoun_sites,
)

REACH = 5
"""Sentences back that an anchor or an earlier pronoun is looked for."""
NOUN_REACH = 2
MOST_ANCHORS = 16
MOST_PRONOUNS = 4
MOST_NOUNS = 4
MOST_AHEAD = 2
"""Anchors after the pronoun in its sentence: "In her speech, Ruiz said"."""

LEAST_CARRIED = 0.001
"""Share of a chain below which it is not handed on to later pronouns."""

Shares = Mapping[int, float]
"""Chain -> probability; ``NOBODY`` too."""


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """One pronoun, the sites it may refer to in reading order, and what is measured of them."""

    pronoun: Site
    sites: list[Site]
    pairs: Floats
    none: Floats


@dataclass(slots=True)
class Survey:
    """The sites of one report, and what is known while its pronouns are gone through."""

    surveyor: Surveyor
    anchors: tuple[Site, ...]
    nouns: tuple[Site, ...]
    pronouns: tuple[Site, ...]
    memory: Memory
    asked: list[Site] = field(default_factory=list)
    """Pronouns gone through that are not generic."""

    @classmethod
    def of(cls, words: Words, anchors: Sequence[Anchor], spoken: Sequence[Spoken]) -> Survey:
        """The survey before the first pronoun. ``anchors`` are in reading order."""
        surveyor = Surveyor(words, spoken)
        sites = anchor_sites(surveyor, anchors)
        return cls(
            surveyor, sites, noun_sites(surveyor, anchors), pronoun_sites(surveyor), Memory(sites)
        )

    def question(self, pronoun: Site) -> Question:
        """What is to be decided for the next pronoun."""
        self.memory.advance(pronoun.first)
        sites = self._candidates(pronoun)
        return Question(
            pronoun,
            sites,
            pair_features(self.surveyor, self.memory, pronoun, sites),
            none_features(self.memory, pronoun, sites),
        )

    def answered(self, pronoun: Site, shares: Shares) -> None:
        """Keep whom a pronoun refers to for those after it."""
        self.memory.refer(pronoun, shares)
        self.asked.append(pronoun)

    def _candidates(self, pronoun: Site) -> list[Site]:
        barred = self._speakers_of(pronoun)
        at = bisect_left(self.anchors, pronoun.first, key=_first)
        before = _within(self.anchors[max(0, at - MOST_ANCHORS) : at], pronoun, REACH)
        ahead = _within(self.anchors[at : at + MOST_AHEAD], pronoun, 0)
        noun = bisect_left(self.nouns, pronoun.first, key=_first)
        nouns = _within(self.nouns[max(0, noun - MOST_NOUNS) : noun], pronoun, NOUN_REACH)
        earlier = [one for one in self.asked[-4 * MOST_PRONOUNS :] if one.female == pronoun.female]
        sites = [
            *(site for site in (*before, *ahead) if site.chain not in barred),
            *(site for site in nouns if site.female in (None, pronoun.female)),
            *_within(earlier[-MOST_PRONOUNS:], pronoun, REACH),
        ]
        return sorted(sites, key=_first)

    def _speakers_of(self, pronoun: Site) -> set[int]:
        """Chains of who speaks where the pronoun is quoted: nobody is "he" in his own words."""
        if pronoun.quotation == NOBODY or pronoun.said_in == NOBODY:
            return set()
        source = self.surveyor.spoken[pronoun.said_in].source
        if source is None:
            return set()
        low = bisect_left(self.anchors, source[0], key=_first)
        high = bisect_left(self.anchors, source[1], key=_first)
        return {site.chain for site in self.anchors[low:high]}


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """One pronoun gone through. ``shares``: of each chain; ``by``: the anchor that gave it most."""

    pronoun: Site
    question: Question | None
    """None for a generic pronoun: nobody was asked for."""
    shares: Shares
    by: Mapping[int, int]


def refer(
    words: Words,
    anchors: Sequence[Anchor],
    spoken: Sequence[Spoken],
    references: References | None,
    scorer: PronounScorer,
) -> tuple[Referral, ...]:
    """One referral for each third-person singular pronoun of the report, in reading order.

    ``anchors`` are in reading order and do not overlap.
    """
    survey = Survey.of(words, anchors, spoken)
    return tuple(_referral(answer, scorer) for answer in answers(survey, references, scorer))


def answers(
    survey: Survey, references: References | None, scorer: PronounScorer
) -> Iterator[Answer]:
    """Every pronoun of the survey with the chains that it may refer to."""
    before: dict[int, Answer] = {}
    for pronoun in survey.pronouns:
        if is_generic(survey.surveyor, pronoun.first):
            yield Answer(pronoun, None, {}, {})
            continue
        question = survey.question(pronoun)
        parts = scorer.shares(
            pronoun, question.sites, question.pairs, question.none, references
        ).tolist()
        shares, by = _of_chains(question.sites, parts, before)
        survey.answered(pronoun, shares)
        answer = Answer(pronoun, question, shares, by)
        before[pronoun.first] = Answer(pronoun, None, sharpened(shares, scorer.sharpness), by)
        yield answer


def sharpened(shares: Shares, power: float) -> dict[int, float]:
    """The shares raised to ``power``, adding up to 1 again: what is sure stays so down a page.

    Those too small to matter are left out, or they would add up with the length of the report.
    """
    raised = {chain: share**power for chain, share in shares.items()}
    least = LEAST_CARRIED * sum(raised.values())
    kept = {chain: share for chain, share in raised.items() if share >= least}
    total = sum(kept.values()) or 1.0
    return {chain: share / total for chain, share in kept.items()}


def _of_chains(
    sites: Sequence[Site], parts: Sequence[float], before: Mapping[int, Answer]
) -> tuple[dict[int, float], dict[int, int]]:
    """Each chain's share, and the anchor that gave it the largest part."""
    shares: dict[int, float] = {NOBODY: parts[-1]}
    largest: dict[int, tuple[float, int]] = {}
    for site, part in zip(sites, parts, strict=False):
        earlier = before[site.first] if site.kind is Kind.PRONOUN else None
        for chain, share in (earlier.shares if earlier else {site.chain: 1.0}).items():
            shares[chain] = shares.get(chain, 0.0) + part * share
            if chain != NOBODY:
                anchor = earlier.by[chain] if earlier else site.anchor
                largest[chain] = max(largest.get(chain, (0.0, NOBODY)), (part * share, anchor))
    return shares, {chain: anchor for chain, (_, anchor) in largest.items()}


def _referral(answer: Answer, scorer: PronounScorer) -> Referral:
    word = answer.pronoun.first
    named = {chain: share for chain, share in answer.shares.items() if chain != NOBODY}
    if not named:
        return Referral(word, None, 0.0, None)
    chain = max(named, key=named.__getitem__)
    quoted = answer.pronoun.quotation != NOBODY
    probability = scorer.probability(named[chain], quoted)
    if probability < scorer.least(quoted):
        return Referral(word, None, probability, None)
    return Referral(word, chain, probability, answer.by[chain])


def _first(site: Site) -> int:
    return site.first


def _within(sites: Sequence[Site], pronoun: Site, reach: int) -> list[Site]:
    """Those of ``sites`` at most ``reach`` sentences away."""
    return [site for site in sites if abs(pronoun.sentence - site.sentence) <= reach]
