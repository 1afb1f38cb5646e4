"""What a store keeps of many reports and gives back: each item under an id of its own.

Ids are digests of what an item is about, so that adding a report twice changes nothing:
``s_`` and 20 hex digits for a statement (its article and the spans of its content), ``g_`` for an
engagement (article, kind, participants, evidence), ``u_`` for an utterance, ``d_`` for an entry of
the diary, ``k_`` for a family of copies (the smallest id of their members), ``c_`` for a
correction, ``t_`` for a tombstone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from onrecord.domain.engagement import Engagement
from onrecord.domain.entity import EntityKind
from onrecord.domain.exchange import Exchange, Response
from onrecord.domain.report import Report
from onrecord.domain.span import Passage
from onrecord.domain.statement import Statement


class Standing(StrEnum):
    """How a report stands to a store before it is read."""

    NEW = "new"
    SAME = "same"
    """There, as this reader would read it: nothing is to be done."""
    STALE = "stale"
    """There, but read otherwise (older weights, no date yet): worth reading again."""
    RETRACTED = "retracted"
    """Taken back; it is not added again."""


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, body, place, group or law over all reports (``onrecord.join.identities``).

    ``key`` is what joins them; ``name`` the fullest name that a report has for them.
    """

    key: str
    name: str
    kind: EntityKind
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """An identity with what reports call it (folded words) and how many statements are its."""

    identity: Identity
    names: tuple[tuple[str, ...], ...]
    statements: int


@dataclass(frozen=True, slots=True)
class KeptStatement:
    """One statement of one report, with people's corrections applied.

    ``statement.id`` and the ids of entities in ``statement`` are those of its report's record.
    ``speakers``: who said it, the main one first; empty where it is not settled. ``sentence``: the
    whole sentences around cue and content. ``question``: what it answers, else empty; ``response``:
    what came of it. ``day``: ISO value it is ordered by, from ``said_on``, else (``reported``) of
    publication; None where neither is known. ``utterance``: the same for the
    same words of several reports. ``family``: the same for reports that are copies of one another,
    so that what is independent can be counted.
    """

    id: str
    report: Report
    statement: Statement
    speakers: tuple[Identity, ...]
    target: Identity | None
    sentence: Passage
    question: Passage
    day: str | None
    reported: bool
    utterance: str
    family: str
    corrected: bool = False
    response: Response | None = None


@dataclass(frozen=True, slots=True)
class KeptExchange:
    """One question of one report, and whom it was put to (``asked``).

    ``exchange.id`` and the ids of entities in it are those of its report's record. ``sentence``:
    the whole sentences around the question. ``day``: ISO day of publication, None where that is not
    known. ``family``: as for statements.
    """

    report: Report
    exchange: Exchange
    asked: Identity
    sentence: Passage
    day: str | None
    family: str


@dataclass(frozen=True, slots=True)
class KeptEngagement:
    """One engagement of one report, with people's corrections applied.

    ``participants`` in the order of ``engagement.participants``. ``entry``: the same for what
    several reports tell of the same occasion.
    """

    id: str
    report: Report
    engagement: Engagement
    participants: tuple[Identity, ...]
    sentence: Passage
    entry: str
    family: str
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece of a report's text as it is indexed: ``text`` begins at code point ``start``."""

    number: int
    report: Report
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's decision on one item. It outlives every later reading of the report.

    ``item``: id of a statement or engagement. ``before`` and ``after`` hold the fields that it
    changes, named as in docs/record.md. ``at``, ``undone_at``: ISO date-times in UTC.
    ``applied``: whether it is in effect: neither undone, nor made on what a later reading of the
    report has no more.
    """

    id: str
    item: str
    article: str
    who: str
    at: str
    note: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    undone_by: str | None = None
    undone_at: str | None = None
    applied: bool = True


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is left of a retracted report: no word of it, only digests that know it again.

    ``article``: its id where that was derived (``a_…``), else a digest of the id it was given.
    ``words_sha256``: of its words alone, without case, marks and white space; None where it had
    none.
    ``items``: ids of the statements and engagements that went with it, for whoever holds an export.
    ``removed``: how many of what. ``scrubbed``: whether the file is proven to be without it.
    """

    id: str
    article: str
    text_sha256: str
    words_sha256: str | None
    url_sha256: str | None
    who: str
    at: str
    reason: str
    items: tuple[str, ...]
    removed: Mapping[str, int]
    scrubbed: bool


@dataclass(frozen=True, slots=True)
class LogEntry:
    """Who did what, when. ``what``: added, reread, corrected, undone, retracted, scrubbed.

    ``item``: the id it was done to. ``at``: ISO date-time in UTC.
    """

    at: str
    who: str
    what: str
    item: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is kept."""

    articles: int
    statements: int
    engagements: int
    identities: int
    corrections: int
    retracted: int
