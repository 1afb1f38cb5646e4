"""A question put to somebody, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.domain.span import Passage


class Response(StrEnum):
    """How a question was met."""

    ANSWERED = "answered"
    PARTLY = "partly"
    DEFLECTED = "deflected"
    """Something was said, but not to the question."""
    DECLINED = "declined"
    """Would not say, no comment, or no reply."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question. ``question``: the words that report it; ``asked`` and ``asked_by``: entities.

    ``answers``: ids of the statements that reply, in reading order; empty where none is reported.
    ``probability``: that this is a question put to ``asked``.
    """

    id: str
    question: Passage
    asked: str | None
    asked_by: str | None
    answers: tuple[str, ...]
    response: Response
    probability: float
