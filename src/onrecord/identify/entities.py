"""Chains -> the entities of the record: fullest name, roles, mentions, identity."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from onrecord.domain.entity import Candidate, ClaimedRole, Entity, EntityKind, Mention, MentionForm
from onrecord.domain.span import Passage, Span
from onrecord.domain.words import Words
from onrecord.identify.chains import Chain, ChainMention
from onrecord.identify.names import folded

_DIGITS = 16


def entities_of(
    words: Words, chains: Iterable[Chain], article_id: str, day: str | None, after: int = 0
) -> tuple[tuple[Entity, ...], dict[int, str]]:
    """The entities in the order of their first mention, and the id that each chain's number got.

    Their ids go on ``after`` that of another entity.
    """
    shown = sorted(
        (chain for chain in chains if chain.mentions or chain.outside),
        key=lambda chain: _first(words, chain),
    )
    ids = {chain.number: f"e{number}" for number, chain in enumerate(shown, after + 1)}
    return tuple(_entity(words, chain, ids, article_id, day) for chain in shown), ids


def _first(words: Words, chain: Chain) -> tuple[Span, int]:
    spans = [words.span(mention.first, mention.last) for mention in chain.mentions]
    return min([*spans, *chain.outside]), chain.number


def _entity(
    words: Words, chain: Chain, ids: dict[int, str], article_id: str, day: str | None
) -> Entity:
    roles = _roles(words, chain, day)
    wikidata = chain.person.wikidata if chain.person else None
    return Entity(
        id=ids[chain.number],
        name=name_of(chain),
        kind=chain.kind,
        mentions=_mentions(words, chain),
        roles=roles,
        wikidata=wikidata,
        identity=_identity(chain, roles, article_id),
        row=chain.person.id if chain.person else None,
        candidates=_candidates(chain),
    )


def name_of(chain: Chain) -> str:
    """The fullest name the report supports; the register's where the report has a surname only."""
    full = chain.full
    if full is not None:
        return full.text
    if chain.person is not None:
        return chain.person.name
    return chain.name


def _mentions(words: Words, chain: Chain) -> tuple[Mention, ...]:
    found = [_mention(words, mention) for mention in chain.mentions]
    found += [Mention(span, MentionForm.NAME, "byline") for span in chain.outside]
    return tuple(sorted(found, key=lambda mention: mention.span))


def _mention(words: Words, found: ChainMention) -> Mention:
    return Mention(
        words.span(found.first, found.last),
        found.form,
        found.rule,
        round(found.probability, 4),
        tuple(words.span(first, last) for first, last in found.evidence),
        found.row,
    )


def _roles(words: Words, chain: Chain, day: str | None) -> tuple[ClaimedRole, ...]:
    """Each role the text asserts, once; one said to be past has no date on which it holds."""
    roles: dict[str, ClaimedRole] = {}
    for claim in sorted(chain.claims, key=lambda one: one.first):
        passage = Passage.cut(words.article.text, [words.span(claim.first, claim.last)])
        if folded(passage.text) not in roles:
            roles[folded(passage.text)] = ClaimedRole(
                passage.text, passage, None if claim.past else day
            )
    return tuple(roles.values())


def _identity(chain: Chain, roles: tuple[ClaimedRole, ...], article_id: str) -> str | None:
    """One id for one person in all reports; a surname alone is nobody in particular."""
    if chain.person is not None:
        return chain.person.wikidata or chain.person.id
    if chain.kind is not EntityKind.PERSON:
        known_as = chain.known_as or folded(name_of(chain)).removeprefix("the ")
        return _digest(chain.kind, known_as)
    full = chain.full
    if full is None or chain.rivals:
        return None
    # Without a role nothing tells two people of one name apart: the id stays this report's own.
    role = min((claim.title + "|" + (claim.place or "") for claim in chain.claims), default="")
    return _digest(full.first, full.last, full.suffix, role or article_id)


def _digest(*parts: str) -> str:
    return (
        "local:" + hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:_DIGITS]
    )


def _candidates(chain: Chain) -> tuple[Candidate, ...]:
    rivals = [
        Candidate(name_of(other), other.person.wikidata if other.person else None, round(sure, 4))
        for other, sure in chain.rivals
    ]
    known = [Candidate(one.name, one.wikidata, round(sure, 4)) for one, sure in chain.possible]
    return tuple(sorted(rivals + known, key=lambda one: (-one.probability, one.name)))
