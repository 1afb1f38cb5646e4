"""Sources that describe instead of naming: "a New York judge", "both senators", "the fund"."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.domain.statement import SourceKind
from onrecord.domain.words import Words
from onrecord.identify.chains import Chain, ChainMention, Chains
from onrecord.identify.claims import same_office
from onrecord.identify.names import folded
from onrecord.identify.rules import Rule
from onrecord.identify.speaker import Speaker, one, together
from onrecord.identify.titles import RoleWords, read_role
from onrecord.identify.vocabulary import source_words, titles

BODY_AGAIN_SURE = 0.85
AHEAD_SURE = 0.8
TWO_SURE = 0.75
GROUP_SURE = 0.9
EARLY = 6
"""Paragraphs in which somebody may be described before being named."""


class SourceDescriptions:
    """Finds who of a report's people and bodies a source describes. ``day``: of the report."""

    def __init__(
        self,
        words: Words,
        chains: Chains,
        place_of: Callable[[str], str | None],
        day: str | None,
    ) -> None:
        self._words = words
        self._chains = chains
        self._place_of = place_of
        self._day = day
        self._groups: dict[str, Chain] = {}
        self._bodies: dict[str, list[Chain]] = {}
        for chain in chains.all:
            if chain.kind is EntityKind.ORGANISATION:
                self._bodies.setdefault(chain.name.lower().split()[-1], []).append(chain)

    def ahead(self, first: int, head_last: int, last: int) -> Speaker | None:
        """ "A New York judge", "Judge" in a heading: the one so called who is named later."""
        opening = self._words.lower[first]
        if opening == "the" or self._words.paragraph[first] > EARLY:
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
            and _may_hold(chain, role)
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

    def two_of_a_kind(self, first: int, head_last: int) -> Speaker | None:
        """ "The senators", "both candidates": the two people of the report who are that."""
        head = self._words.lower[head_last - 1]
        office = titles().offices.get(head.removesuffix("s"))
        opening = self._words.lower[first]
        if office is None or head == head.removesuffix("s") or opening not in {"the", "both"}:
            return None
        fitting = [
            chain
            for chain in self._chains.people()
            if chain.is_settled and self._is_one(chain, office)
        ]
        if len(fitting) != 2:
            return None
        return Speaker(SourceKind.PERSON, tuple(fitting), TWO_SURE)

    def _is_one(self, chain: Chain, office: str) -> bool:
        """Whether the report or, on its day, the register gives the office to the person."""
        held = chain.person.held_on(self._day) if chain.person and self._day else ()
        return any(claim.head == office for claim in chain.claims) or any(
            office in tenure.title.split() for tenure in held
        )

    def named_groups(self, first: int, last: int) -> Speaker:
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

    def body_again(self, first: int, head_last: int) -> Speaker | None:
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
            named = _foremost(self._bodies_near(first))
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


def _foremost(bodies: list[Chain]) -> list[Chain]:
    """Of several bodies the one a report is about: named twice as often as any other."""
    ranked = sorted(bodies, key=lambda chain: (-len(chain.mentions), chain.number))
    if len(ranked) > 1 and len(ranked[0].mentions) < 2 * len(ranked[1].mentions):
        return ranked
    return ranked[:1]


def _may_hold(chain: Chain, role: RoleWords) -> bool:
    """Whether no office that the register knows of the person is another place's."""
    if chain.person is None or role.place is None:
        return True
    return any(
        tenure.place == role.place or role.place in tenure.office for tenure in chain.person.tenures
    )


def _named_first(chain: Chain) -> int:
    """The word that its first name begins at."""
    return min((m.first for m in chain.mentions if m.form is MentionForm.NAME), default=-1)
