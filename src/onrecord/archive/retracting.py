"""A report taken back: what would go, what went, and whether the file is proven to be clean."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.archive.interrupts import held_back
from onrecord.archive.named import Finds, reports_named
from onrecord.domain.digests import digest, sha256
from onrecord.domain.kept import Tombstone
from onrecord.domain.report import Report
from onrecord.errors import NotKept, StoreError
from onrecord.store.protocol import Store, View


@dataclass(frozen=True, slots=True)
class Going:
    """What goes with ``report``: how many ``statements``, ``engagements``, questions
    (``exchanges``), people and other ``entities``, ``corrections`` and ``characters`` of text.

    ``copies``: reports with the same words that are others' and stay.
    """

    report: Report
    statements: int
    engagements: int
    exchanges: int
    entities: int
    corrections: int
    characters: int
    copies: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Retraction:
    """``tombstones``: what was removed; none after a dry run.

    ``clean``: whether the file is proven to be without the words, None after a dry run; where it
    is False, ``why_not`` says why: somebody reads the record, or there is no room. Whatever writes
    to the record next wipes it then.
    """

    going: tuple[Going, ...]
    tombstones: tuple[Tombstone, ...] = ()
    clean: bool | None = None
    why_not: str | None = None


READ = "another program still reads the record"


def retraction(store: Store, key: str, find: Finds) -> Retraction:
    """What would go with the reports whose id, URL or path is ``key``. Raises NotKept."""
    with store.view() as view:
        return Retraction(tuple(_going(view, one) for one in _kept(view, key, find)))


def retract(store: Store, key: str, find: Finds, who: str, reason: str) -> Retraction:
    """Remove them and wipe the file of their words. Raises NotKept, Busy, DiskFull.

    None of them is removed where one is raised. An interrupt waits until they are; what is not
    wiped by then is wiped by whatever writes next.
    """
    with held_back(), store.writing() as writer:
        going = tuple(_going(writer, one) for one in _kept(writer, key, find))
        gone = tuple(writer.remove(one.report.id, who, reason) for one in going)
    clean, why_not = _wiped(store)
    gone = tuple(replace(one, scrubbed=clean) for one in gone)
    return Retraction(going, gone, clean, why_not)


def _wiped(store: Store) -> tuple[bool, str | None]:
    """Whether the file is clean, and why not: the report is removed whatever becomes of it."""
    try:
        clean = store.scrub()
    except StoreError as error:
        return False, error.message
    return clean, None if clean else READ


def _kept(view: View, key: str, find: Finds) -> tuple[Report, ...]:
    found = reports_named(view, key, find)
    if not found:
        raise NotKept(key, _why_not(view, key))
    return found


def _why_not(view: View, key: str) -> str:
    names = (key, digest("a", key))
    for tombstone in view.tombstones():
        at_address = tombstone.url_sha256 == sha256(key)
        if tombstone.article in names or tombstone.id == key or at_address:
            return f"this report was retracted on {tombstone.at[:10]} by {tombstone.who}"
    return "there is no report of that id, address or path in the record"


def _going(view: View, report: Report) -> Going:
    record = view.record(report.id)
    if record is None:
        raise NotKept(report.id, "this report is gone already")
    corrections = [one for one in view.corrections() if one.article == report.id]
    return Going(
        report=report,
        statements=len(record.statements),
        engagements=len(record.engagements),
        exchanges=len(record.exchanges),
        entities=len(record.entities),
        corrections=len(corrections),
        characters=len(record.article.text),
        copies=view.copies(report.id),
    )
