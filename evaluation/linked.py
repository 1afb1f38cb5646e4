"""One attribution as the scorer sees it: three lists of spans, labelled or predicted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.domain.record import Record
from onrecord.domain.span import Span, Spans
from onrecord.domain.statement import Statement


@dataclass(frozen=True, slots=True)
class Linked:
    """Source, cue and content that belong together, in code points of the report's text."""

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()

    def moved(self, move: Callable[[Span], Span]) -> Linked:
        """The same words in another version of the text."""
        source, cue, content = (
            tuple(move(span) for span in spans) for spans in (self.source, self.cue, self.content)
        )
        return Linked(source, cue, content)


class Guess(NamedTuple):
    """A predicted attribution and how sure the reader is of it and of its source (0..1).

    ``source_probability`` is None where the source is named: that one is judged by the name.
    """

    linked: Linked
    probability: float
    source_probability: float | None


def guesses(record: Record) -> tuple[Guess, ...]:
    """The statements of ``record`` as predictions, in its order."""
    return tuple(_guess(statement) for statement in record.statements)


def _guess(statement: Statement) -> Guess:
    source = statement.source
    linked = Linked(source.words.spans, statement.cue.spans, statement.content.spans)
    sure = source.probability if source.entity is None else None
    return Guess(linked, statement.probability, sure)
