"""Why words of a report were given to somebody, in words for people (docs/identify.md)."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.entity import Entity, Mention, MentionForm
from onrecord.domain.record import Record
from onrecord.domain.span import Passage, Span
from onrecord.domain.statement import Statement

_MOST = 3
"""Places of evidence that are told; the record has them all."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the words at ``span`` are who they were given to.

    ``decided``: the rule and what it went by: "pronoun, by “Ann Lee” (8–15)".
    """

    words: str
    span: Span
    decided: str
    probability: float


def reasons(entity: Entity, text: str) -> tuple[Reason, ...]:
    """Why each mention of ``entity`` in the report's ``text`` is one, in reading order."""
    return tuple(_reason(mention, entity, text) for mention in entity.mentions)


def speaker_reasons(statement: Statement, record: Record) -> tuple[tuple[Entity, Reason], ...]:
    """Whom the source words of ``statement`` were given to, and why; nothing where to nobody.

    Words that are no mention of their own ("who", "it", "the ad") have no rule: they were read
    from the words around them.
    """
    source = statement.source
    if not source.entity or not source.words:
        return ()
    text = record.article.text
    meant = (source.entity, *source.also)
    speakers = [entity for entity in record.entities if entity.id in meant]
    found = [(entity, _mention_in(entity, source.words.spans)) for entity in speakers]
    span = source.words.spans[0]
    around = Reason(quoted(text, span), span, "by the words around it", source.probability)
    return tuple(
        (entity, _reason(mention, entity, text) if mention else around) for entity, mention in found
    )


def place(span: Span) -> str:
    """Where words stand, in code points: "8–15"."""
    return f"{span.start}–{span.end}"


def quoted(text: str, span: Span) -> str:
    """The words at ``span`` on one line, in quotation marks."""
    return f"“{' '.join(text[span.start : span.end].split())}”"


def places(passage: Passage, text: str) -> str:
    """The first words of ``passage``, each with its place: "“blamed” (8–14) and “her” (20–23)"."""
    told = [f"{quoted(text, span)} ({place(span)})" for span in passage.spans[:_MOST]]
    return " and ".join(told)


def _mention_in(entity: Entity, spans: tuple[Span, ...]) -> Mention | None:
    """The first mention of ``entity`` that shares a word with ``spans``."""
    return next(
        (
            mention
            for mention in entity.mentions
            if any(mention.span.start < end and start < mention.span.end for start, end in spans)
        ),
        None,
    )


def _reason(mention: Mention, entity: Entity, text: str) -> Reason:
    decided = [mention.rule]
    others = [span for span in mention.evidence if span != mention.span]
    by = [f"{quoted(text, span)} ({place(span)})" for span in others[:_MOST]]
    if by:
        decided.append(f"by {' and '.join(by)}")
    if mention.row and not _goes_without_saying(mention, entity):
        decided.append(f"register row {mention.row}")
    words = quoted(text, mention.span)
    return Reason(words, mention.span, ", ".join(decided), mention.probability)


def _goes_without_saying(mention: Mention, entity: Entity) -> bool:
    """Whether the row is the entity's own, and the words were not given to it by that row."""
    by_row = mention.form is MentionForm.ROLE and not mention.evidence
    return mention.row == entity.row and not by_row
