"""Source phrases: the head they turn on, and whom it names."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.domain.statement import SourceKind
from onrecord.domain.words import Words
from onrecord.identify.chains import Chain, ChainMention, Chains
from onrecord.identify.source_descriptions import EARLY, SourceDescriptions
from onrecord.identify.speaker import Speaker, one, together
from onrecord.identify.vocabulary import source_words, titles

ISSUER_SURE = 0.9
DOCUMENT_AGAIN_SURE = 0.75
_WORKS = frozenset((possessive, mark) for possessive in ("'s", "’s") for mark in "“\"‘'")
_BREAKS = frozenset({",", "(", "—", "–", "―", ";", ":"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_BODY_ENDS = frozenset({"newspaper", "chain", "network", "magazine", "website", "news"})
_JOINING = frozenset({"and", "&", ",", "the", "or", "."}) | _POSSESSIVE


class SourcePhrases:
    """Reads one report's source phrases. ``referrals``: pronoun's word -> chain, probability."""

    def __init__(
        self,
        words: Words,
        chains: Chains,
        referrals: Mapping[int, tuple[Chain, float]],
        place_of: Callable[[str], str | None],
        day: str | None,
    ) -> None:
        self._words = words
        self._chains = chains
        self._referrals = referrals
        self._last_issuer: tuple[int, Chain] | None = None
        self._described = SourceDescriptions(words, chains, place_of, day)

    def read(self, first: int, last: int) -> Speaker | None:
        """The speaker that words ``[first, last)`` name; None: a body named before ("the fund")."""
        first = self._past_amount(first, last)
        head_last = self._head_end(first, last)
        head = self._words.lower[head_last - 1]
        named = self._in_head(first, head_last)
        if named:
            return together(named)
        known = source_words()
        if head in known.documents or self._is_work(first, head_last):
            return self._issued(first, last, head_last)
        if head in known.named_groups:
            return self._described.named_groups(first, head_last)
        found = (
            self._beside(first, head_last, last)
            or self._described.ahead(first, head_last, last)
            or self._described.two_of_a_kind(first, head_last)
        )
        if found is not None:
            return found
        if head in known.groups or self._words.lower[first] in known.groups:
            examples = self._examples(head_last, last)
            return together(examples) if examples else Speaker(SourceKind.GROUP)
        if head in known.bodies:
            return self._described.body_again(first, head_last)
        is_person = head in known.unnamed or head in titles().offices
        return Speaker(SourceKind.UNNAMED if is_person else None)

    def _in_head(self, first: int, last: int) -> list[tuple[Chain, ChainMention]]:
        """The mention that the head ends with, and those joined to it by "and"."""
        return [
            (chain, mention)
            for chain, mention in self._chains.within(first, last)
            if mention.form is not MentionForm.PRONOUN and self._joined(mention.last, last)
        ]

    def _past_amount(self, first: int, last: int) -> int:
        """Past "a group of", "many of the": what follows is the head."""
        for at in range(first, min(first + 3, last - 1)):
            if (
                self._words.lower[at + 1] == "of"
                and self._words.lower[at] in source_words().amounts
            ):
                return at + 2
        return first

    def _head_end(self, first: int, last: int) -> int:
        """Where the head noun phrase ends: before a comma, a preposition or a relative clause."""
        stop = source_words().after_head
        for at in range(first, last):
            inside = self._chains.at(at)
            if inside is not None and inside[1].first < at:
                continue
            word = self._words.lower[at]
            if at > first and (word in stop or word in _BREAKS or self._is_participle(at, last)):
                return at - (self._words.words[at - 1] in {"'s", "’s"})
        return last - (last - first > 1 and self._words.words[last - 1] in {"'s", "’s", "'", "’"})

    def _is_participle(self, at: int, last: int) -> bool:
        """ "a report released by", "a suit filed last week": what follows the head."""
        word = self._words.lower[at]
        after = self._words.lower[at + 1] if at + 1 < last else "by"
        return word.endswith("ed") and (after in source_words().after_head or after == "last")

    def _joined(self, at: int, last: int) -> bool:
        """Whether from the word ``at`` only further names follow, or what sort of body it is."""
        while at < last:
            word = self._words.lower[at]
            here = self._chains.at(at)
            if here is not None:
                at = here[1].last
            elif word in _JOINING or word in titles().honorifics or word in _BODY_ENDS:
                at += 1
            else:
                return False
        return True

    def _examples(self, head_last: int, last: int) -> list[tuple[Chain, ChainMention]]:
        """ "critics like A and B", "senators such as C": the people named after it."""
        for at in range(head_last, last):
            opening = self._words.lower[at : at + 2]
            if opening[0] in {"like", "including"} or opening == ("such", "as"):
                named = self._chains.within(at, last)
                return [each for each in named if each[0].kind is not EntityKind.PLACE]
        return []

    def _beside(self, first: int, head_last: int, last: int) -> Speaker | None:
        """ "A lawyer for the outlets, Ana Ruiz": the person named after a comma."""
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
                return one(chain, mention, ISSUER_SURE)
        return None

    def _is_title(self, at: int) -> bool:
        word = self._words.lower[at]
        return word in titles().honorifics or word == "." or word in titles().offices

    def _is_work(self, first: int, last: int) -> bool:
        """ "Ruiz's “Harbour”": a work by its title."""
        here = self._chains.at(first)
        after = here[1].last if here else last
        return self._words.words[after : after + 2] in _WORKS and after < last

    def _issued(self, first: int, last: int, head_last: int) -> Speaker:
        """Whose document it is; "the article" again is the one that was named last."""
        found = self._issuer(first, last, head_last)
        here = self._words.paragraph[first]
        if found.chains:
            self._last_issuer = here, found.chains[0]
        elif self._words.lower[first] == "the" and self._last_issuer is not None:
            paragraph, chain = self._last_issuer
            if here - paragraph <= EARLY:
                return Speaker(SourceKind.DOCUMENT, (chain,), DOCUMENT_AGAIN_SURE)
        return found

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
