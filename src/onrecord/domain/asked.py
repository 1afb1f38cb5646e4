"""What a store is asked: which statements, which engagements."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.statement import Act

MANY = 50
"""So many results are given unless more are asked for."""


@dataclass(frozen=True, slots=True)
class StatementsAsked:
    """All conditions hold together; an empty one asks nothing.

    ``words``: all of them, in any order and number, in a paragraph that the statement or its
    question stands in. ``by``, ``to``: keys of identities, one of which said it or is its target.
    ``since``, ``until``: ISO days, both included; what has no day is left out by either.
    ``outlet``: without regard to case. ``limit``: None for all.
    """

    words: str = ""
    by: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None
    acts: frozenset[Act] = frozenset()
    outlet: str | None = None
    least: float = 0.0
    limit: int | None = MANY


@dataclass(frozen=True, slots=True)
class EngagementsAsked:
    """As ``StatementsAsked``. ``who`` and ``beside``: one of each has to take part.

    ``of_entry``: what is asked of ``beside``, ``statuses`` and ``kinds`` need not hold for the
    engagement itself, each only for one that is told of the same entry of the diary.
    """

    who: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None
    statuses: frozenset[Status] = frozenset()
    kinds: frozenset[EngagementKind] = frozenset()
    of_entry: bool = False
    least: float = 0.0
    limit: int | None = MANY
