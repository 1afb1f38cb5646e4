"""From names and attributions to entities and speakers: the order of this stage's steps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord.domain.article import Article
from onrecord.domain.entity import Entity, MentionForm
from onrecord.domain.register import Register
from onrecord.domain.span import Passage
from onrecord.domain.statement import Attribution, Source
from onrecord.domain.tagging import NameKind, TaggedName, Tagging
from onrecord.domain.words import Words
from onrecord.identify.anchors import Anchor, Spoken
from onrecord.identify.authors import find_authors
from onrecord.identify.bodies import chain_bodies, chain_named_bodies
from onrecord.identify.certainty import calibrated
from onrecord.identify.chains import Chain, ChainMention, Chains
from onrecord.identify.claims import claim_roles
from onrecord.identify.descriptions import Descriptions
from onrecord.identify.entities import entities_of
from onrecord.identify.groups import find_groups
from onrecord.identify.known import KnownPeople, places_spoken_of
from onrecord.identify.laws import find_laws
from onrecord.identify.mentions import find_names
from onrecord.identify.people import chain_people
from onrecord.identify.pronoun_scorer import PronounScorer
from onrecord.identify.pronouns import refer
from onrecord.identify.rules import Rule
from onrecord.identify.source_names import named_by_speaking
from onrecord.identify.speaker import Speaker
from onrecord.identify.speakers import Speakers
from onrecord.identify.spoken_of import SpokenOf

_REMEMBERED = 50_000
"""Answers of the register that are kept; some megabytes at most."""


@dataclass(frozen=True, slots=True)
class Identified:
    """Who a report is about. ``sources[i]`` is that of the i-th attribution.

    ``spoken_of``: groups and laws that somebody may speak of, but that are never the source.
    """

    entities: tuple[Entity, ...]
    sources: tuple[Source, ...]
    spoken_of: tuple[Entity, ...] = ()


class Identifier:
    """Resolves names, roles and pronouns of reports by one register and one pronoun scorer."""

    def __init__(self, register: Register, scorer: PronounScorer) -> None:
        self._register = register
        self._scorer = scorer
        # The same words come again and again, in a report and from report to report.
        self._place_of = lru_cache(_REMEMBERED)(register.place_of)
        self._share_female = lru_cache(_REMEMBERED)(register.share_female)

    def identify(
        self,
        article: Article,
        words: Words,
        tagging: Tagging,
        attributions: tuple[Attribution, ...],
    ) -> Identified:
        """Everybody in a report. Roles are taken as of its date, where it has one."""
        day = article.published[:10] if article.published else None
        spoken = [_spoken(words, one) for one in attributions]
        speaking = [one.source for one in spoken if one.source is not None]
        tagged = [*tagging.names, *named_by_speaking(words, tagging.names, speaking)]
        chains = self._named(words, tagged, day)
        authors = find_authors(article, words, chains)
        referrals = self._referrals(words, tagging, chains, spoken)
        speakers = Speakers(words, chains, spoken, referrals, authors, self._place_of, day).all()
        entities, ids = entities_of(words, chains.all, article.id, day)
        sources = tuple(
            _source(one, speaker, ids) for one, speaker in zip(attributions, speakers, strict=True)
        )
        return Identified(entities, sources, self._spoken_of(article, words, chains, len(entities)))

    def _named(self, words: Words, tagged: list[TaggedName], day: str | None) -> Chains:
        """Chains by names and roles: full names, surnames, roles in the text, roles held."""
        chains = Chains()
        place_of = self._place_of
        names = find_names(words, tagged, place_of)
        people = [name for name in names if name.kind is NameKind.PERSON]
        chain_people(words, people, chains, self._share_female)
        chain_bodies(words, names, chains, place_of)
        chain_named_bodies(words, chains)
        claim_roles(words, names, chains, place_of)
        KnownPeople(self._register, day, places_spoken_of(words, place_of)).link(chains)
        Descriptions(words, chains, self._register, place_of, day).resolve()
        return chains

    def _spoken_of(
        self, article: Article, words: Words, chains: Chains, count: int
    ) -> tuple[Entity, ...]:
        """Groups and laws, last: who is named before stays as it is."""
        spoken = SpokenOf(words, chains, self._place_of)
        find_laws(spoken)
        find_groups(spoken)
        return entities_of(words, spoken.chains.all, article.id, None, count)[0]

    def _referrals(
        self, words: Words, tagging: Tagging, chains: Chains, spoken: list[Spoken]
    ) -> dict[int, tuple[Chain, float]]:
        """Pronouns last: each to one chain, or to nobody."""
        anchors = _anchors(chains)
        by_number = {chain.number: chain for chain in chains.all}
        answered: dict[int, tuple[Chain, float]] = {}
        found = refer(words, anchors, spoken, tagging.references, self._scorer)
        for one in found:
            if one.chain is None or not by_number[one.chain].is_settled:
                continue
            chain = by_number[one.chain]
            anchor = anchors[one.anchor] if one.anchor is not None else None
            evidence = ((anchor.first, anchor.last),) if anchor else ()
            mention = ChainMention(
                one.word,
                one.word + 1,
                MentionForm.PRONOUN,
                Rule.PRONOUN,
                one.probability,
                evidence,
            )
            chains.add(chain, mention)
            answered[one.word] = chain, one.probability
        return answered


def _anchors(chains: Chains) -> list[Anchor]:
    anchors = [
        Anchor(mention.first, mention.last, chain.number, mention.form, chain.share_female)
        for chain in chains.people()
        for mention in chain.mentions
    ]
    return sorted(anchors, key=lambda anchor: (anchor.first, anchor.last))


def _spoken(words: Words, attribution: Attribution) -> Spoken:
    source = _ranges(words, attribution.source)
    cue = _ranges(words, attribution.cue)
    return Spoken(
        source[0] if source else None,
        cue[0] if cue else None,
        tuple(_ranges(words, attribution.content)),
    )


def _ranges(words: Words, passage: Passage) -> list[tuple[int, int]]:
    ranges = [words.within(span) for span in passage.spans]
    return [(first, last) for first, last in ranges if last > first]


def _source(attribution: Attribution, speaker: Speaker, ids: dict[int, str]) -> Source:
    named = [ids[chain.number] for chain in speaker.chains if chain.number in ids]
    words_right = attribution.source_probability
    return Source(
        attribution.source,
        speaker.kind,
        named[0] if named else None,
        calibrated(words_right * speaker.probability) if named else words_right,
        tuple(named[1:]),
    )
