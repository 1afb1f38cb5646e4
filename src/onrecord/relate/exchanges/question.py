"""One question as a rule finds it, before its answers are looked for."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.exchange import Response


@dataclass(frozen=True, slots=True)
class Question:
    """Words ``[first, last)`` report a question that ``rule`` found.

    ``asked`` and ``asked_by``: ids of entities. ``response``: how it was met, where the words
    of the question tell it already; ``reply``: where the words end that tell it, past ``last``.
    """

    first: int
    last: int
    rule: str
    asked: str | None
    asked_by: str | None = None
    response: Response | None = None
    reply: int = 0
