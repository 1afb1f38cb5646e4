"""Chains: all the mentions of one person, body or place of a report, as they are gathered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.domain.register import RegisteredPerson
from onrecord.domain.span import Span
from onrecord.identify.names import PersonName
from onrecord.identify.rules import Rule
from onrecord.identify.titles import RoleWords


@dataclass(slots=True)
class ChainMention:
    """Words ``[first, last)`` given to a chain, and why. ``evidence``: ranges of words."""

    first: int
    last: int
    form: MentionForm
    rule: Rule
    probability: float = 1.0
    evidence: tuple[tuple[int, int], ...] = ()
    row: str | None = None


@dataclass(slots=True, eq=False)
class Chain:
    """Grows while a report is identified, and is then frozen into an Entity.

    ``rivals`` are the chains it may be part of where that is not settled, with probabilities.
    """

    number: int
    kind: EntityKind
    name: str
    mentions: list[ChainMention] = field(default_factory=list)
    names: list[PersonName] = field(default_factory=list)
    claims: list[RoleWords] = field(default_factory=list)
    honorifics: set[str] = field(default_factory=set)
    person: RegisteredPerson | None = None
    possible: tuple[tuple[RegisteredPerson, float], ...] = ()
    rivals: tuple[tuple[Chain, float], ...] = ()
    share_female: float | None = None
    outside: tuple[Span, ...] = ()
    """Mentions in parts of the text that hold no words: the byline."""
    known_as: str | None = None
    """What a group or law is called in every report, where that is settled."""

    @property
    def full(self) -> PersonName | None:
        """The fullest name it is called by, if it is a full one."""
        full = [name for name in self.names if name.is_full]
        return max(full, key=lambda name: len(name.text)) if full else None

    @property
    def is_settled(self) -> bool:
        """Whether it is somebody in particular."""
        return not self.rivals

    def add(self, mention: ChainMention) -> None:
        """One more mention; their order is settled at the end."""
        self.mentions.append(mention)


class Chains:
    """All chains of one report, and what stands at each word."""

    def __init__(self) -> None:
        self.all: list[Chain] = []
        self._at: dict[int, tuple[Chain, ChainMention]] = {}

    def new(self, kind: EntityKind, name: str) -> Chain:
        """A chain without mentions yet."""
        chain = Chain(len(self.all), kind, name)
        self.all.append(chain)
        return chain

    def add(self, chain: Chain, mention: ChainMention) -> None:
        """Give words to a chain. Of mentions inside each other, the longest holds the words."""
        chain.add(mention)
        for word in range(mention.first, mention.last):
            here = self._at.get(word)
            if here is None or here[1].last - here[1].first < mention.last - mention.first:
                self._at[word] = chain, mention

    def move(self, chain: Chain, mention: ChainMention) -> None:
        """Give words to a chain, and take them from the one that has them now."""
        here = self._at.pop(mention.first, None)
        if here is not None:
            here[0].mentions.remove(here[1])
        self.add(chain, mention)

    def at(self, word: int) -> tuple[Chain, ChainMention] | None:
        """The mention that a word is part of, and its chain."""
        return self._at.get(word)

    def people(self) -> Iterator[Chain]:
        """The chains of persons."""
        return (chain for chain in self.all if chain.kind is EntityKind.PERSON)

    def within(self, first: int, last: int) -> list[tuple[Chain, ChainMention]]:
        """Mentions that begin in words ``[first, last)``, in reading order."""
        found: list[tuple[Chain, ChainMention]] = []
        for word in range(first, last):
            here = self._at.get(word)
            if here and here[1].first == word:
                found.append(here)
        return found
