"""Links to the register: whom the reader takes a mention for, and how often it is right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evaluation.link_list import JudgedMention
from onrecord.domain.entity import MentionForm
from onrecord.domain.record import Record
from onrecord.domain.span import Span

_FORMS = (MentionForm.NAME, MentionForm.ROLE)


@dataclass(frozen=True, slots=True)
class LinkFigures:
    """``precision``: of the judged mentions that are linked now, the share linked to the right row.

    One of somebody whom the register does not have is wrong whenever it is linked.
    """

    judged: int
    linked: int
    right: int

    @property
    def precision(self) -> float:
        """Right over linked; 0 where nothing is."""
        return self.right / self.linked if self.linked else 0.0


def linked_mentions(record: Record) -> dict[str, list[Span]]:
    """For each row of the register that the record has, the names and roles linked to it."""
    found: dict[str, list[Span]] = {}
    for entity in record.entities:
        spans = [one.span for one in entity.mentions if one.form in _FORMS]
        if entity.row is not None and spans:
            found.setdefault(entity.row, []).extend(spans)
    return found


def linked_at(record: Record, span: Span) -> str | None:
    """The row that the name or role at ``span`` is linked to: of those that overlap it, the one
    with most letters in common; None where it is linked to nobody.
    """
    shared = [
        (min(one.end, span.end) - max(one.start, span.start), row)
        for row, spans in linked_mentions(record).items()
        for one in spans
    ]
    most = max(shared, default=(0, None))
    return most[1] if most[0] > 0 else None


def score_links(pairs: Iterable[tuple[JudgedMention, str | None]]) -> LinkFigures:
    """The figures over judged mentions and their rows; those that nobody judged are left out."""
    judged = [(mention.who, row) for mention, row in pairs if mention.name is not None]
    linked = [(who, row) for who, row in judged if row is not None]
    return LinkFigures(len(judged), len(linked), sum(who == row for who, row in linked))
