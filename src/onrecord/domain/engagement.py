"""The diary: occasions on which named people or bodies meet or appear, held or not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.domain.span import NO_WORDS, Passage
from onrecord.domain.time import Time


class EngagementKind(StrEnum):
    """What sort of occasion it is."""

    MEETING = "meeting"
    CALL = "call"
    VISIT = "visit"
    SPEECH = "speech"
    RALLY = "rally"
    INTERVIEW = "interview"
    DEBATE = "debate"
    PRESS_CONFERENCE = "press conference"
    HEARING = "hearing"
    SUMMIT = "summit"
    EVENT = "event"
    VOTE = "vote"


class Status(StrEnum):
    """How an occasion stands, as this report tells it; it never ages by itself."""

    HELD = "held"
    ONGOING = "ongoing"
    PLANNED = "planned"
    SOUGHT = "sought"
    """Wanted and not obtained."""
    CANCELLED = "cancelled"
    DECLINED = "declined"
    DENIED = "denied"
    """A party says that it did not happen."""
    HYPOTHETICAL = "hypothetical"
    """Only spoken of as a possibility."""


@dataclass(frozen=True, slots=True)
class Engagement:
    """One occasion, however often the report mentions it.

    ``participants``: ids of entities, in the order in which they are named. ``place``: the words
    that name it, from the narrowest to the widest; empty where none do. ``when``: the time that
    dates it; its ``value`` is a day or coarser, or None. ``evidence``: the clauses that tell of it,
    the first the one it was best read from. ``probability``: that there is such an occasion of
    such people.
    """

    id: str
    kind: EngagementKind
    participants: tuple[str, ...]
    status: Status
    evidence: Passage
    probability: float
    place: Passage = NO_WORDS
    when: Time | None = None
