"""Questions and what came of them, as the terminal and the page show them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.exchange import Exchange, Response
from onrecord.domain.record import Record
from onrecord.domain.statement import Statement
from onrecord.interfaces.deeds import RESPONSES, entities_of
from onrecord.interfaces.naming import name_of


@dataclass(frozen=True, slots=True)
class Question:
    """One exchange in words. ``asked`` and ``by``: names, None where it is not settled who.

    ``answers``: the statements that reply, in reading order.
    """

    exchange: Exchange
    words: str
    asked: str | None
    by: str | None
    response: str
    answers: tuple[Statement, ...]

    @property
    def answered(self) -> bool:
        """Whether anything is known of what came of it."""
        return bool(self.answers) or self.exchange.response is Response.DECLINED

    @property
    def put(self) -> str:
        """Who asked whom: "to Ann Lee · by Jo Roe"; empty where neither is known."""
        parts = (self.asked and f"to {self.asked}", self.by and f"by {self.by}")
        return " · ".join(part for part in parts if part)


def questions(record: Record) -> tuple[Question, ...]:
    """The exchanges of ``record`` in reading order."""
    known = {id: name_of(entity) for id, entity in entities_of(record).items()}
    said = {statement.id: statement for statement in record.statements}
    return tuple(
        Question(
            exchange=one,
            words=" … ".join(" ".join(piece.split()) for piece in one.question.pieces),
            asked=known.get(one.asked or ""),
            by=known.get(one.asked_by or ""),
            response=_came_of_it(one),
            answers=tuple(said[name] for name in one.answers if name in said),
        )
        for one in record.exchanges
    )


def _came_of_it(exchange: Exchange) -> str:
    if exchange.answers or exchange.response is Response.DECLINED:
        return RESPONSES[exchange.response]
    return "no answer is reported"
