"""JSONL: one report a line, ``{"id", "text", "published", "title", "url", "outlet"}``.

Only ``text`` is needed; null and "" mean that a field is not known; other fields are left
alone. An ``id`` is kept as it is (a whole number as its digits): it belongs to whoever wrote the
file, so two rows that share one are both read and both keep it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, BinaryIO

from onrecord.domain.article import Article
from onrecord.errors import ArticleError, BadDate, BadRow, NotText, TooLarge
from onrecord.ingest.article import article_from_text
from onrecord.ingest.decode import MAX_REPORT_BYTES, Decoded, decode

MAX_FEED_BYTES = 20_000_000_000
"""Lines are read one at a time, so this only ends what never would (a device, a loop)."""

_SKIP_BYTES = 1_000_000


def articles_from_rows(
    lines: Iterable[bytes | TooLarge],
    where: str,
    *,
    published: str | None = None,
    encoding: str | None = None,
) -> Iterator[Article | ArticleError]:
    """One item a row of ``lines``, an error as a value so that the rest is read; blank lines none.

    ``published`` (already checked) is for the rows that have no date of their own. ``encoding``
    is what the lines, now UTF-8, were written in; without it each is decoded by itself.
    """
    for number, line in enumerate(lines, start=1):
        place = f"{where}, line {number}"
        if isinstance(line, TooLarge):
            yield TooLarge(place, line.message)
        elif line.strip():
            try:
                row, used = _decoded(line, place, encoding)
                yield _article(row, used, where, place, published)
            except ArticleError as error:
                yield error


def bounded_lines(first: Iterable[bytes], stream: BinaryIO) -> Iterator[bytes | TooLarge]:
    """``first`` and the lines of ``stream`` behind it; TooLarge in place of one that is too long.

    No more than one line is ever held. Ends, with TooLarge, behind MAX_FEED_BYTES.
    """
    read = 0
    for line in chain(first, iter(lambda: stream.readline(MAX_REPORT_BYTES + 1), b"")):
        read += len(line)
        if read > MAX_FEED_BYTES:
            yield TooLarge("", f"more than {MAX_FEED_BYTES:,} bytes; split the file")
            return
        if len(line) <= MAX_REPORT_BYTES:
            yield line
            continue
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(_SKIP_BYTES)
        yield TooLarge("", f"a row of more than {MAX_REPORT_BYTES:,} bytes")


def _decoded(line: bytes, place: str, encoding: str | None) -> Decoded:
    if encoding is not None:
        return Decoded(line.decode("utf-8", "surrogatepass"), encoding)
    try:
        return decode(line, place)
    except NotText as error:
        raise BadRow(place, "bytes that are no text; a row is a JSON object in UTF-8") from error


def _article(row: str, encoding: str, where: str, place: str, published: str | None) -> Article:
    content = _row(row, place)
    try:
        return article_from_text(
            _text(content, place),
            id=_id(content, place),
            published=_optional(content, "published", place) or published,
            title=_optional(content, "title", place),
            outlet=_optional(content, "outlet", place),
            url=_optional(content, "url", place),
            retrieved_from=where,
            encoding=encoding,
        )
    except BadDate as error:
        raise BadRow(place, f'"published": {error.message}') from error


def _row(source: str, place: str) -> dict[str, Any]:
    try:
        row = json.loads(source)
    except json.JSONDecodeError as error:
        raise BadRow(place, f"no JSON: {error.msg} at character {error.pos + 1}") from error
    except (ValueError, RecursionError) as error:
        raise BadRow(place, "JSON that is nested too deep or holds too long a number") from error
    if not isinstance(row, dict):
        raise BadRow(place, f'{_kind(row)} and not an object; write {{"text": …}}')
    return row


def _text(row: dict[str, Any], place: str) -> str:
    text = row.get("text")
    if text is None:
        raise BadRow(place, 'no "text"')
    if not isinstance(text, str):
        raise BadRow(place, f'"text" is {_kind(text)} and not a string')
    if not text.strip():
        raise BadRow(place, '"text" is empty')
    return text


def _id(row: dict[str, Any], place: str) -> str | None:
    given = row.get("id")
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    if given is None or isinstance(given, str):
        return given or None
    raise BadRow(place, f'"id" is {_kind(given)} and not a string or a whole number')


def _optional(row: dict[str, Any], name: str, place: str) -> str | None:
    given = row.get(name)
    if given is None or isinstance(given, str):
        return given or None
    raise BadRow(place, f'"{name}" is {_kind(given)} and not a string')


def _kind(value: object) -> str:
    """What a JSON value is, in words."""
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "true or false"}
    return kinds.get(type(value), "null" if value is None else "a number")
