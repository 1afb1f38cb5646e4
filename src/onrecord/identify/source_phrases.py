"""Source phrases: the head they turn on, and whom it names."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.domain.statement import SourceKind
from onrecord.identify.chains import Chain, ChainMention, Chains
from onrecord.identify.claims import same_office
from onrecord.identify.names import folded
from onrecord.identify.rules import Rule
from onrecord.identify.speaker import Speaker, one, together
from onrecord.identify.titles import read_role
from onrecord.identify.vocabulary import source_words, titles
from onrecord.identify.words import Words

BODY_AGAIN_SURE = 0.85
ISSUER_SURE = 0.9
AHEAD_SURE = 0.8
TWO_SURE = 0.75
GROUP_SURE = 0.9
_BREAKS = frozenset({",", "(", "—", "–", "―", ";", ":"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_BODY_ENDS = frozenset({"newspaper", "chain", "network", "magazine", "website", "news"})
_JOINING = frozenset({"and", "&", ",", "the", "or", "."}) | _POSSESSIVE
_EARLY = 6
"""Paragraphs in which somebody may be described before being named."""


class SourcePhrases:
    """Reads one report's source phrases. ``referrals``: pronoun's word -> chain, probability."""

    def __init__(
        self,
        words: Words,
        chains: Chains,
        referrals: Mapping[int, tuple[Chain, float]],
        place_of: Callable[[str], str | None],
    ) -> None:
        self._words = words
        self._chains = chains
        self._referrals = referrals
        self._place_of = place_of
        self._groups: dict[str, Chain] = {}
        self._bodies: dict[str, list[Chain]] = {}
        for chain in chains.all:
            if chain.kind is EntityKind.ORGANISATION:
                self._bodies.setdefault(chain.name.lower().split()[-1], []).append(chain)

    def read(self, first: int, last: int) -> Speaker | None:
        """The speaker that words ``[first, last)`` name; None: a body named before ("the fund")."""
        first = self._past_amount(first, last)
        head_last = self._head_end(first, last)
        head = self._words.lower[head_last - 1]
        named = self._in_head(first, head_last)
        if named:
            return together(named)
        known = source_words()
        if head in known.documents:
            return self._issuer(first, last, head_last)
        if head in known.named_groups:
            return self._named_groups(first, head_last)
        found = (
            self._beside(first, head_last, last)
            or self._ahead(first, head_last, last)
            or self._two_of_a_kind(first, head_last)
        )
        if found is not None:
            return found
        if head in known.groups or self._words.lower[first] in known.groups:
            examples = self._examples(head_last, last)
            return together(examples) if examples else Speaker(SourceKind.GROUP)
        if head in known.bodies:
            return self._body_again(first, head_last)
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

    def _ahead(self, first: int, head_last: int, last: int) -> Speaker | None:
        """ "A New York judge", "Judge" in a heading: the one so called who is named later."""
        opening = self._words.lower[first]
        if opening == "the" or self._words.paragraph[first] > _EARLY:
            return None
        start = first + (opening in source_words().determiners)
        role = read_role(self._words, start, last, self._place_of)
        if role is None or role.past:
            return None
        fitting = [
            chain
            for chain in self._chains.people()
            if chain.is_settled
            and any(same_office(claim, role) for claim in chain.claims)
            and _named_first(chain) > first
        ]
        if len(fitting) != 1:
            return None
        claim = next(c for c in fitting[0].claims if same_office(c, role))
        mention = ChainMention(
            first,
            head_last,
            MentionForm.ROLE,
            Rule.ROLE_IN_TEXT,
            AHEAD_SURE,
            ((claim.first, claim.last),),
        )
        self._chains.add(fitting[0], mention)
        return one(fitting[0], mention, AHEAD_SURE)

    def _two_of_a_kind(self, first: int, head_last: int) -> Speaker | None:
        """ "The senators", "both candidates": the two people of the report who are that."""
        head = self._words.lower[head_last - 1]
        office = titles().offices.get(head.removesuffix("s"))
        opening = self._words.lower[first]
        if office is None or head == head.removesuffix("s") or opening not in {"the", "both"}:
            return None
        fitting = [
            chain
            for chain in self._chains.people()
            if chain.is_settled and any(claim.head == office for claim in chain.claims)
        ]
        if len(fitting) != 2:
            return None
        return Speaker(SourceKind.PERSON, tuple(fitting), TWO_SURE)

    def _named_groups(self, first: int, last: int) -> Speaker:
        """A party's people, by the words they are called: "House Republicans"."""
        known = source_words().named_groups
        found: list[tuple[Chain, ChainMention]] = []
        for at in range(first, last):
            if self._words.lower[at] not in known:
                continue
            start = at
            while start > first and self._words.is_capital(start - 1) and start - 1 > first:
                start -= 1
            text = self._words.text(start, at + 1)
            chain = self._groups.get(folded(text))
            if chain is None:
                chain = self._groups[folded(text)] = self._chains.new(EntityKind.GROUP, text)
            mention = ChainMention(start, at + 1, MentionForm.NAME, Rule.FULL_NAME, GROUP_SURE)
            self._chains.add(chain, mention)
            found.append((chain, mention))
        return together(found)

    def _body_again(self, first: int, head_last: int) -> Speaker | None:
        """ "the fund": the one body named before whose name ends so; None: ask who spoke last."""
        if self._words.lower[first] != "the" or head_last - first > 3:
            return Speaker(SourceKind.ORGANISATION)
        head = self._words.lower[head_last - 1]
        named = [
            chain
            for chain in self._bodies.get(head, ())
            if min(mention.first for mention in chain.mentions) < first
        ]
        if not named:
            named = self._bodies_near(first)
        if len(named) != 1:
            return None
        mention = ChainMention(
            first, head_last, MentionForm.ROLE, Rule.ROLE_IN_TEXT, BODY_AGAIN_SURE
        )
        self._chains.add(named[0], mention)
        return one(named[0], mention, BODY_AGAIN_SURE)

    def _bodies_near(self, first: int) -> list[Chain]:
        """The bodies named before in this paragraph and the one before it."""
        here = self._words.paragraph[first]
        found: dict[int, Chain] = {}
        for at in range(first - 1, -1, -1):
            if here - self._words.paragraph[at] > 1:
                break
            mention = self._chains.at(at)
            if mention is not None and mention[0].kind is EntityKind.ORGANISATION:
                found[mention[0].number] = mention[0]
        return list(found.values())


def _named_first(chain: Chain) -> int:
    """The word that its first name begins at."""
    return min((m.first for m in chain.mentions if m.form is MentionForm.NAME), default=-1)
