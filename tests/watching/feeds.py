"""Feeds and pages of our own words for a server on this machine, and a record that they go into."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from onrecord.archive import Archive
from onrecord.ingest import articles_from
from tests.archive.fake_store import FakeReader
from tests.fetch.server import FakeClock, Server, local_fetcher

SENTENCE = "The ferry sails again on Monday, the harbour master of {} told the town council. "


def page(name: str, head: str = "") -> str:
    """A page with a report that names ``name``."""
    words = "".join(f"<p>{SENTENCE.format(f'{name} {n}') * 2}</p>" for n in range(4))
    return f"<!doctype html><html><head>{head}</head><body><article>{words}</article></body></html>"


def item(link: str, **more: str) -> str:
    inside = "".join(f"<{name}>{value}</{name}>" for name, value in more.items())
    return f"<item><link>{link}</link><description>A line.</description>{inside}</item>"


def full_item(link: str, name: str) -> str:
    words = "".join(f"&lt;p&gt;{SENTENCE.format(f'{name} {n}') * 2}&lt;/p&gt;" for n in range(8))
    return f"<item><link>{link}</link><description>{words}</description></item>"


def feed(items: Iterable[str], more: str = "") -> str:
    return f"<rss><channel><title>The Ely Post</title>{more}{''.join(items)}</channel></rss>"


def archive_at(path: Path, server: Server, clock: FakeClock | None = None) -> Archive:
    """A record that fetches from ``server`` and reads without a network."""
    fetcher = local_fetcher(server, clock)
    return Archive(
        path / "record.onrecord",
        who="Ann",
        reader=FakeReader,
        find=articles_from,
        fetcher=lambda: fetcher,
    )
