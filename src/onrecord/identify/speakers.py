"""Who a source phrase stands for: its head's entity, the issuer of a document, or nobody named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.domain.statement import SourceKind
from onrecord.identify.anchors import Spoken
from onrecord.identify.chains import Chain, ChainMention, Chains
from onrecord.identify.rules import Rule
from onrecord.identify.vocabulary import source_words, titles
from onrecord.identify.words import Words

_KINDS = {
    EntityKind.PERSON: SourceKind.PERSON,
    EntityKind.ORGANISATION: SourceKind.ORGANISATION,
    EntityKind.PLACE: SourceKind.ORGANISATION,
    EntityKind.GROUP: SourceKind.GROUP,
}
SPEAKER_SURE = 0.9
BODY_AGAIN_SURE = 0.85
RELATIVE_SURE = 0.85
ISSUER_SURE = 0.9
THEY_SURE = 0.7
_REACH = 2
"""Paragraphs back in which "they", "it" and "the agency" look for whom they mean."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """``chains`` speak together; none where the text does not settle who."""

    kind: SourceKind | None
    chains: tuple[Chain, ...] = ()
    probability: float = 1.0


class Speakers:
    """Resolves the sources of a report in reading order; earlier ones help with later ones.

    ``authors``: chains of the byline, who are "I" outside quotations.
    """

    def __init__(
        self,
        words: Words,
        chains: Chains,
        spoken: Sequence[Spoken],
        referrals: Mapping[int, tuple[Chain, float]],
        authors: Sequence[Chain],
    ) -> None:
        self._words = words
        self._chains = chains
        self._spoken = spoken
        self._referrals = referrals
        self._authors = authors
        self._known: dict[int, Speaker] = {}

    def all(self) -> tuple[Speaker, ...]:
        """One speaker an attribution, in their order."""
        for number in range(len(self._spoken)):
            self._speaker(number)
        return tuple(self._known[number] for number in range(len(self._spoken)))

    def _speaker(self, number: int) -> Speaker:
        if number not in self._known:
            # Who asks for itself meanwhile (a source inside its own quotation) is told nothing.
            self._known[number] = Speaker(None)
            self._known[number] = self._find(number)
        return self._known[number]

    def _find(self, number: int) -> Speaker:
        source = self._spoken[number].source
        if source is None:
            return Speaker(SourceKind.NONE)
        first, last = source
        if last - first <= 2:
            word = self._words.lower[first]
            single = self._pronoun(number, first, word)
            if single is not None:
                return single
        return self._phrase(number, first, last)

    # Pronouns

    def _pronoun(self, number: int, at: int, word: str) -> Speaker | None:
        known = source_words()
        if word in known.third_person:
            return self._referred(at)
        if word in known.first_person:
            return self._self(number, at)
        if word in known.relatives:
            return self._antecedent(at)
        if word in known.it:
            return self._body_before(number, at)
        if word in known.they:
            return self._several_before(number, at)
        return None

    def _referred(self, at: int) -> Speaker:
        found = self._referrals.get(at)
        if found is None:
            return Speaker(SourceKind.PERSON)
        return Speaker(SourceKind.PERSON, (found[0],), found[1])

    def _self(self, number: int, at: int) -> Speaker:
        """ "I" and "we": whoever speaks the quotation; outside one, the report's one author."""
        for other, spoken in enumerate(self._spoken):
            if other != number and any(first <= at < last for first, last in spoken.contents):
                speaker = self._speaker(other)
                return Speaker(speaker.kind, speaker.chains, speaker.probability * SPEAKER_SURE)
        if not self._words.quoted[at] and len(self._authors) == 1:
            return Speaker(SourceKind.PERSON, tuple(self._authors), SPEAKER_SURE)
        return Speaker(None)

    def _antecedent(self, at: int) -> Speaker:
        """ "who", "which": the name that ends before it."""
        before = at - 1
        if before > 0 and self._words.words[before] in {",", "—", "–", ")"}:
            before -= 1
        here = self._chains.at(before) if before >= 0 else None
        if here is None or not here[0].is_settled:
            return Speaker(None)
        return self._one(here[0], here[1], RELATIVE_SURE)

    def _body_before(self, number: int, at: int) -> Speaker:
        """ "it": the body that spoke last near, else the only one named in the sentence before."""
        for other in range(number - 1, -1, -1):
            source = self._spoken[other].source
            if source is None:
                continue
            near = self._words.paragraph[at] - self._words.paragraph[source[0]]
            if near > 1:
                break
            speaker = self._speaker(other)
            if speaker.chains and speaker.chains[0].kind is not EntityKind.PERSON:
                return Speaker(speaker.kind, speaker.chains, BODY_AGAIN_SURE)
            break
        return Speaker(SourceKind.ORGANISATION)

    def _several_before(self, number: int, at: int) -> Speaker:
        """ "they": those who spoke together last, or a body or group that did."""
        for other in range(number - 1, -1, -1):
            source = self._spoken[other].source
            if source is None:
                continue
            if self._words.paragraph[at] - self._words.paragraph[source[0]] > _REACH:
                break
            speaker = self._speaker(other)
            if len(speaker.chains) > 1 or (
                speaker.chains and speaker.chains[0].kind is not EntityKind.PERSON
            ):
                return Speaker(speaker.kind, speaker.chains, THEY_SURE)
        return Speaker(SourceKind.GROUP)

    # Phrases

    def _phrase(self, number: int, first: int, last: int) -> Speaker:
        head_last = self._head_end(first, last)
        head = self._words.lower[head_last - 1] if head_last > first else ""
        known = source_words()
        in_head = [
            (chain, mention)
            for chain, mention in self._chains.within(first, head_last)
            if mention.last >= head_last or self._joined(mention.last, head_last)
        ]
        if in_head:
            return self._together(in_head)
        if head in known.documents:
            return self._issuer(first, last, head_last)
        beside = self._beside(first, head_last, last)
        if beside is not None:
            return beside
        if head in known.bodies:
            return self._body_again(number, first, head_last)
        if head in known.groups or self._words.lower[first] in known.groups:
            return Speaker(SourceKind.GROUP)
        if head in known.unnamed or head in titles().offices:
            return Speaker(SourceKind.UNNAMED)
        return Speaker(None)

    def _head_end(self, first: int, last: int) -> int:
        """Where the head noun phrase ends: before a comma, a preposition or a relative clause."""
        stop = source_words().after_head
        for at in range(first, last):
            inside = self._chains.at(at)
            if inside is not None and inside[1].first < at:
                continue
            word = self._words.lower[at]
            if at > first and (word in stop or word in {",", "(", "—", "–", ";", ":"}):
                return at - (self._words.words[at - 1] in {"'s", "’s"})
        return last - (last - first > 1 and self._words.words[last - 1] in {"'s", "’s", "'", "’"})

    def _joined(self, at: int, last: int) -> bool:
        """Whether from the word ``at`` only names joined by "and" follow."""
        while at < last:
            word = self._words.lower[at]
            here = self._chains.at(at)
            if here is not None and here[1].form is not MentionForm.PRONOUN:
                at = here[1].last
            elif word in {"and", "&", ",", "the", "'s", "’s", "or"} or word in titles().honorifics or word == ".":
                at += 1
            else:
                return False
        return True

    def _together(self, found: list[tuple[Chain, ChainMention]]) -> Speaker:
        people = [one for one in found if one[0].kind is EntityKind.PERSON]
        chosen = people or found
        if not all(chain.is_settled for chain, _ in chosen):
            return Speaker(_KINDS[chosen[0][0].kind])
        chains: list[Chain] = []
        sure = 1.0
        for chain, mention in chosen:
            if chain not in chains:
                chains.append(chain)
                sure = min(sure, mention.probability)
        return Speaker(_KINDS[chains[0].kind], tuple(chains), sure)

    def _one(self, chain: Chain, mention: ChainMention, sure: float) -> Speaker:
        return Speaker(_KINDS[chain.kind], (chain,), min(sure, mention.probability))

    def _beside(self, first: int, head_last: int, last: int) -> Speaker | None:
        """ "A lawyer for the outlets, David Schulz": the person named after a comma."""
        if head_last >= last or self._words.lower[head_last - 1] not in titles().offices:
            return None
        for chain, mention in self._chains.within(head_last, last):
            before = mention.first - 1
            while before > first and self._is_title(before):
                before -= 1
            after = mention.last
            ends = after >= last or self._words.words[after] in {",", "(", "'s", "’s"}
            if (
                chain.kind is EntityKind.PERSON
                and chain.is_settled
                and self._words.words[before] == ","
                and ends
            ):
                return self._one(chain, mention, ISSUER_SURE)
        return None

    def _is_title(self, at: int) -> bool:
        word = self._words.lower[at]
        return word in titles().honorifics or word == "." or word in titles().offices

    def _issuer(self, first: int, last: int, head_last: int) -> Speaker:
        """Whose document it is: named before its head, or after "by", "from", "of"."""
        for chain, mention in self._chains.within(first, head_last):
            if chain.is_settled and chain.kind is not EntityKind.PLACE:
                return Speaker(SourceKind.DOCUMENT, (chain,), ISSUER_SURE * mention.probability)
        possessive = self._words.lower[first]
        if possessive in {"his", "her"} and first in self._referrals:
            chain, sure = self._referrals[first]
            return Speaker(SourceKind.DOCUMENT, (chain,), sure)
        for chain, mention in self._chains.within(head_last, last):
            before = [
                self._words.lower[at] for at in range(max(first, mention.first - 3), mention.first)
            ]
            if chain.is_settled and source_words().issued_by & set(before):
                return Speaker(SourceKind.DOCUMENT, (chain,), ISSUER_SURE * mention.probability)
        return Speaker(SourceKind.DOCUMENT)

    def _body_again(self, number: int, first: int, head_last: int) -> Speaker:
        """ "the fund", "the agency": the one body near whose name ends so, or that spoke last."""
        if self._words.lower[first] not in {"the", "its"} or head_last - first > 3:
            return Speaker(SourceKind.ORGANISATION)
        head = self._words.lower[head_last - 1]
        named = [
            chain
            for chain in self._chains.all
            if chain.kind is EntityKind.ORGANISATION
            and chain.name.lower().split()[-1] == head
            and any(mention.first < first for mention in chain.mentions)
        ]
        if len(named) == 1:
            chain = named[0]
            mention = ChainMention(
                first, head_last, MentionForm.ROLE, Rule.ROLE_IN_TEXT, BODY_AGAIN_SURE
            )
            self._chains.add(chain, mention)
            return Speaker(SourceKind.ORGANISATION, (chain,), BODY_AGAIN_SURE)
        return self._body_before(number, first)
