"""What a feed says, of whatever dialect."""

from __future__ import annotations

from dataclasses import dataclass

MAX_ITEMS = 2_000
"""Items of one feed that are read; ten times what the longest news feeds hold."""


@dataclass(frozen=True, slots=True)
class Content:
    """Words of an item: ``html`` source, or plain. ``whole``: meant to be all of the report.

    A summary is not meant to be; many outlets put the whole report there all the same.
    """

    source: str
    html: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One item. ``number`` counts from 1; ``published`` is ISO or None; ``url`` is absolute."""

    number: int
    title: str | None = None
    url: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    contents: tuple[Content, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed. ``remarks``: what is wrong with it, in words for people, none when nothing is.

    ``ttl``: minutes for which its publisher asks not to come back.
    """

    title: str | None
    items: tuple[Item, ...]
    ttl: int | None = None
    remarks: tuple[str, ...] = ()
