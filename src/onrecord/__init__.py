"""On Record: political news reports as a record that can be checked.

    import onrecord
    record = onrecord.read(text, published="2024-09-26")
    record.statements[0].content.text

Many reports, kept in one file and asked:

    with onrecord.open("years.onrecord") as archive:
        archive.add(["reports/"])
        for one in archive.said("aid", by="Ann Lee").results: ...

What is slow to import is imported when it is first asked for.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from onrecord.domain.article import Article, Byline
from onrecord.domain.engagement import Engagement, EngagementKind, Status
from onrecord.domain.entity import (
    Candidate,
    ClaimedRole,
    Entity,
    EntityKind,
    Mention,
    MentionForm,
)
from onrecord.domain.exchange import Exchange, Response
from onrecord.domain.record import Derivation, Record
from onrecord.domain.span import Passage, Span
from onrecord.domain.statement import Act, Deed, Form, Source, SourceKind, Statement, Target
from onrecord.domain.time import Grain, Time, TimeKind
from onrecord.errors import ArticleError, OnRecordError, RunError

if TYPE_CHECKING:
    import os

    from onrecord.archive import Added, Archive, Step
    from onrecord.ingest import article_from_text, articles_from
    from onrecord.pipeline import Reader

__all__ = [
    "Act",
    "Added",
    "Archive",
    "Article",
    "ArticleError",
    "Byline",
    "Candidate",
    "ClaimedRole",
    "Deed",
    "Derivation",
    "Engagement",
    "EngagementKind",
    "Entity",
    "EntityKind",
    "Exchange",
    "Form",
    "Grain",
    "Mention",
    "MentionForm",
    "OnRecordError",
    "Passage",
    "Reader",
    "Record",
    "Response",
    "RunError",
    "Source",
    "SourceKind",
    "Span",
    "Statement",
    "Status",
    "Step",
    "Target",
    "Time",
    "TimeKind",
    "article_from_text",
    "articles_from",
    "open",
    "read",
]

_LATE = {
    "Added": "archive",
    "Archive": "archive",
    "Reader": "pipeline",
    "Step": "archive",
    "article_from_text": "ingest",
    "articles_from": "ingest",
}


def read(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Record:
    """The record of one report, given as a string; total on any string, the empty one too.

    ``published``: ISO 8601 date or date-time, never guessed when it is left out. Text in another
    language than English gives a record without statements whose ``article.language`` names it.
    The network is loaded at the first call and kept; for many reports use ``Reader.read_all``.
    Raises BadDate for a ``published`` that is no date, WeightsError for a damaged installation.
    """
    from onrecord.ingest import article_from_text

    article = article_from_text(text, published=published, title=title, outlet=outlet, url=url)
    return _reader().read(article)


def open(path: str | os.PathLike[str] | None = None, *, who: str | None = None) -> Archive:
    """The record of many reports at ``path``, else ``$ONRECORD_RECORD``, else the user's own.

    ``who``: in whose name it is written to, else ``$ONRECORD_WHO``, else the login's. Adding makes
    the file; asking one that is not there raises ``onrecord.errors.NoRecord``.
    """
    from onrecord.archive import Archive

    return Archive(path, who=who)


@lru_cache(maxsize=1)
def _reader() -> Reader:
    from onrecord.pipeline import Reader

    return Reader()


def __getattr__(name: str) -> object:
    if name not in _LATE:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    return getattr(import_module(f"onrecord.{_LATE[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
