"""Which feeds are watched: addresses, or files with one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.errors import ArticleError, TooLarge, UnreadableInput
from onrecord.ingest.decode import decode
from onrecord.ingest.sites import is_address
from onrecord.watching.bounds import MAX_FEEDS, MAX_LIST_BYTES


def feeds_in(named: Iterable[str]) -> tuple[tuple[str, ...], tuple[ArticleError, ...]]:
    """The addresses that ``named`` are or hold, each once, in that order, and what is wrong.

    In a file an address stands on a line of its own; what follows a # at the beginning of a line
    or behind a blank is a remark. Files are read anew at each call.
    """
    feeds: dict[str, None] = {}
    errors: list[ArticleError] = []
    for one in named:
        try:
            for found in [one] if is_address(one) else _lines(one):
                if isinstance(found, ArticleError):
                    errors.append(found)
                else:
                    feeds[found] = None
        except ArticleError as error:
            errors.append(error)
    if len(feeds) > MAX_FEEDS:
        told = f"{len(feeds):,} feeds; only the first {MAX_FEEDS:,} are visited"
        errors.append(TooLarge("feeds", told))
    return tuple(feeds)[:MAX_FEEDS], tuple(errors)


def _lines(path: str) -> Iterator[str | ArticleError]:
    text = decode(_content(path), path).text
    for number, line in enumerate(text.splitlines(), start=1):
        address = f" {line}".replace("\t", " ").partition(" #")[0].strip()
        if is_address(address) and len(address.split()) == 1:
            yield address
        elif address:
            told = f"{address[:100]!r} is no address; write one a line, beginning with https://"
            yield UnreadableInput(f"{path}, line {number}", told)


def _content(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            content = file.read(MAX_LIST_BYTES + 1)
    except (OSError, ValueError) as error:
        told = f"this list of feeds cannot be read: {getattr(error, 'strerror', None) or error}"
        raise UnreadableInput(path, told) from error
    if len(content) > MAX_LIST_BYTES:
        raise TooLarge(path, f"a list of feeds of more than {MAX_LIST_BYTES:,} bytes; split it")
    return content
