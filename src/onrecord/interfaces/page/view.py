"""What the page's template is filled with: plain values, words still as they were read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from onrecord.domain.record import Record
from onrecord.domain.statement import Statement
from onrecord.interfaces.grouping import SourceGroup, by_source
from onrecord.interfaces.heading import particulars, tally_of, title_of, unusual_encoding
from onrecord.interfaces.page.marking import Paragraph, mark

HUES = 8
"""Colours for named sources, in the order of their first statement; then they begin again."""


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement: ``key`` is unique on the page, ``hue`` a class of the style sheet."""

    key: str
    number: str
    hue: str
    source: str
    cue: str
    form: str
    probability: float
    pieces: tuple[str, ...]

    @property
    def label(self) -> str:
        """All of it but the words, for those who do not see the page."""
        return (
            f"Statement {self.number}. Source: {self.source or 'none named'}. "
            f"Cue: {self.cue or 'none'}. {self.form.capitalize()}. "
            f"Probability {self.probability:.2f}."
        )


@dataclass(frozen=True, slots=True)
class GroupView:
    """The statements of one source."""

    words: str
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
    statements: dict[str, StatementView]
    strokes: tuple[tuple[int, int, str], ...]


def report_views(records: Sequence[Record]) -> tuple[ReportView, ...]:
    """A view of each record, in order."""
    return tuple(_report(f"r{number}", record) for number, record in enumerate(records, 1))


def _report(key: str, record: Record) -> ReportView:
    article = record.article
    groups = _groups(key, by_source(record.statements))
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
        statements=statements,
        strokes=tuple(
            (start, max(end - start, len(article.text) // 400), statements[statement.id].hue)
            for statement in record.statements
            for start, end in statement.content.spans
        ),
    )


def _groups(report: str, found: Sequence[SourceGroup]) -> tuple[GroupView, ...]:
    named = [group for group in found if group.named]
    hues = {id(group): f"hue-{place % HUES}" for place, group in enumerate(named)}
    return tuple(_group(report, group, hues.get(id(group), "hue-none")) for group in found)


def _group(report: str, group: SourceGroup, hue: str) -> GroupView:
    members = tuple(_statement(report, statement, hue) for statement in group.statements)
    return GroupView(group.words, hue, members)


def _statement(report: str, statement: Statement, hue: str) -> StatementView:
    return StatementView(
        key=f"{report}-{statement.id}",
        number=statement.id.removeprefix("s"),
        hue=hue,
        source=" ".join(statement.source.words.text.split()),
        cue=" ".join(statement.cue.text.split()),
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
