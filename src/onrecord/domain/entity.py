"""Who and what a report is about: people, bodies, places, groups and laws, with their mentions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.domain.span import Passage, Span, Spans


class EntityKind(StrEnum):
    """What sort of thing a name stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    LAW = "law"
    """A law, treaty, plan or programme that has a name."""


class MentionForm(StrEnum):
    """How a mention names its entity."""

    NAME = "name"
    ROLE = "role"
    """A title or description in place of a name: "the former president"."""
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the report that stand for an entity, and why they were given to it.

    ``rule`` is the name of the rule or scorer that decided (docs/identify.md lists them).
    ``evidence``: the words it decided by; ``row``: the row of the register, where one was used.
    ``probability``: that the mention is of this entity.
    """

    span: Span
    form: MentionForm
    rule: str
    probability: float = 1.0
    evidence: Spans = ()
    row: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimedRole:
    """A title as the text asserts it. ``as_of``: ISO date on which it was said to hold, or None."""

    title: str
    words: Passage
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody an entity may be, where that is not settled."""

    name: str
    wikidata: str | None
    probability: float


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body, place, group or law of a report.

    ``id`` is local to the record ("e1"). ``name`` is the fullest name the report supports.
    ``identity`` is the same for the same person in every report: the Wikidata id or the register's
    own id where the register knows them, else a digest of name and role or body; None for whom the
    text names too little (a surname alone is nobody in particular).
    ``mentions`` are in reading order.
    """

    id: str
    name: str
    kind: EntityKind
    mentions: tuple[Mention, ...]
    roles: tuple[ClaimedRole, ...] = ()
    wikidata: str | None = None
    identity: str | None = None
    row: str | None = None
    """The register's row that it was found to be."""
    candidates: tuple[Candidate, ...] = ()
