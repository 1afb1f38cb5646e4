"""What the page's template is filled with: plain values, words still as they were read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from onrecord.domain.entity import Entity
from onrecord.domain.record import Record
from onrecord.domain.statement import Statement
from onrecord.interfaces.deed_reasons import deed_reasons
from onrecord.interfaces.deeds import ARROW, circumstances, deed_words, entities_of
from onrecord.interfaces.explaining import speaker_reasons
from onrecord.interfaces.grouping import SourceGroup, by_source, other_words, source_words
from onrecord.interfaces.heading import particulars, tally_of, title_of, unusual_encoding
from onrecord.interfaces.naming import name_of, particulars_of, perhaps
from onrecord.interfaces.page.marking import Paragraph, mark
from onrecord.interfaces.page.view_diary import (
    DiaryView,
    QuestionView,
    diary_view,
    question_views,
)
from onrecord.interfaces.page.view_who import KindView, kind_views

HUES = 8
"""Colours for named sources, in the order of their first statement; then they begin again."""


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement: ``key`` is unique on the page, ``hue`` a class of the style sheet.

    ``source``: who speaks, else the words for it; ``called``: those words where they are others.
    ``why``: for each speaker why it is they. ``sure``: how probable that is, None where nobody.
    ``perhaps``: whom the speaker may be, where that is not settled. ``deed``: what it does, and to
    whom; ``said``: when and where; ``answers``: the key of the question; ``reasons``: why all that.
    """

    key: str
    number: str
    hue: str
    source: str
    called: str | None
    why: tuple[str, ...]
    sure: float | None
    perhaps: str | None
    cue: str
    deed: str | None
    said: str | None
    answers: str | None
    reasons: tuple[str, ...]
    form: str
    probability: float
    pieces: tuple[str, ...]

    @property
    def label(self) -> str:
        """All of it but the words, for those who do not see the page."""
        deed = f"What it does: {self.deed.replace(f' {ARROW} ', ': ')}. " if self.deed else ""
        called = f", called “{self.called}”" if self.called else ""
        return (
            f"Statement {self.number}. Source: {self.source or 'none named'}{called}. "
            f"Cue: {self.cue or 'none'}. {deed}{self.form.capitalize()}. "
            f"Probability {self.probability:.2f}."
        )


@dataclass(frozen=True, slots=True)
class GroupView:
    """The statements of one source; ``about``: what is known of who it is."""

    words: str
    about: tuple[str, ...]
    hue: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report; ``statements`` finds one by its id in the record."""

    key: str
    title: str
    url: str | None
    language: str
    facts: tuple[str, ...]
    tally: str
    length: int
    spaced: bool
    paragraphs: tuple[Paragraph, ...]
    groups: tuple[GroupView, ...]
    kinds: tuple[KindView, ...]
    diary: DiaryView | None
    questions: tuple[QuestionView, ...]
    statements: dict[str, StatementView]
    strokes: tuple[tuple[int, int, str], ...]


def report_views(records: Sequence[Record]) -> tuple[ReportView, ...]:
    """A view of each record, in order."""
    return tuple(_report(f"r{number}", record) for number, record in enumerate(records, 1))


def _report(key: str, record: Record) -> ReportView:
    article = record.article
    found = by_source(record.statements, record.entities)
    hues = _hues(found)
    known = entities_of(record)
    groups = tuple(
        _group(key, group, hue, record, known) for group, hue in zip(found, hues, strict=True)
    )
    views = [statement for group in groups for statement in group.statements]
    statements = {view.key.removeprefix(f"{key}-"): view for view in views}
    encoding = unusual_encoding(article)
    return ReportView(
        key=key,
        title=" ".join(title_of(article).split()),
        url=_safe(article.url),
        language="" if article.language == "und" else article.language,
        facts=(*particulars(article), *([f"read as {encoding}"] if encoding else [])),
        tally=tally_of(record),
        length=max(len(article.text), 1),
        spaced=_has_empty_lines(article.text),
        paragraphs=mark(record),
        groups=groups,
        kinds=kind_views(key, record, _hues_of_entities(found, hues)),
        diary=diary_view(key, record),
        questions=question_views(key, record),
        statements=statements,
        strokes=tuple(
            (start, max(end - start, len(article.text) // 400), statements[statement.id].hue)
            for statement in record.statements
            for start, end in statement.content.spans
        ),
    )


def _hues(groups: Sequence[SourceGroup]) -> tuple[str, ...]:
    named = [group for group in groups if group.named]
    hues = {id(group): f"hue-{place % HUES}" for place, group in enumerate(named)}
    return tuple(hues.get(id(group), "hue-none") for group in groups)


def _hues_of_entities(groups: Sequence[SourceGroup], hues: Sequence[str]) -> dict[str, str]:
    """The colour of everybody who says something alone."""
    alone = [
        (group.entities[0].id, hue)
        for group, hue in zip(groups, hues, strict=True)
        if len(group.entities) == 1
    ]
    return dict(alone)


def _group(
    report: str, group: SourceGroup, hue: str, record: Record, known: Mapping[str, Entity]
) -> GroupView:
    members = tuple(_statement(report, group, one, hue, record, known) for one in group.statements)
    about = particulars_of(group.entities[0]) if len(group.entities) == 1 else ()
    return GroupView(group.words, about, hue, members)


def _statement(
    report: str,
    group: SourceGroup,
    statement: Statement,
    hue: str,
    record: Record,
    known: Mapping[str, Entity],
) -> StatementView:
    why = speaker_reasons(statement, record) if group.entities else ()
    return StatementView(
        key=f"{report}-{statement.id}",
        number=statement.id.removeprefix("s"),
        hue=hue,
        source=group.words if group.entities else source_words(statement),
        called=other_words(group, statement) if group.entities else None,
        why=tuple(
            f"{reason.words} is {name_of(entity)}: {reason.decided}" for entity, reason in why
        ),
        sure=statement.source.probability if group.entities else None,
        perhaps=perhaps([one for entity in group.entities for one in entity.candidates]),
        cue=" ".join(statement.cue.text.split()),
        deed=deed_words(statement.deed, known),
        said=circumstances(statement),
        answers=f"{report}-{statement.exchange}" if statement.exchange else None,
        reasons=deed_reasons(statement, record.article.text, known),
        form=str(statement.form),
        probability=statement.probability,
        pieces=tuple(" ".join(piece.split()) for piece in statement.content.pieces),
    )


def _has_empty_lines(text: str) -> bool:
    return "\n\n" in text or "\r\n\r\n" in text or "\r\r" in text


def _safe(url: str | None) -> str | None:
    """Addresses of web pages only: a link may hold a script."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None
