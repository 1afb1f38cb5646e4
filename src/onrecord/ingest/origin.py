"""Where reports come from: a file or standard input."""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from onrecord.domain.article import Article
from onrecord.errors import ArticleError, BadRow, EmptyArticle, TooLarge, UnreadableInput
from onrecord.ingest.article import article_from_text
from onrecord.ingest.dates import iso_date
from onrecord.ingest.decode import MAX_REPORT_BYTES, decode
from onrecord.ingest.html import article_from_page, declared_encoding
from onrecord.ingest.jsonl import articles_from_rows, bounded_lines
from onrecord.ingest.kinds import Kind, is_json, kind_by_name, looks_like_page, looks_like_row

STANDARD_INPUT = "-"

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_TOO_LARGE = f"larger than {MAX_REPORT_BYTES:,} bytes; no report is that long, cut it by hand"
_NOT_ROWS = "this is JSON over several lines; write one object a line (jq -c . does)"

Items = Iterator[Article | ArticleError]


def articles_from(
    origin: str, *, published: str | None = None, stdin: BinaryIO | None = None
) -> Items:
    """The reports of ``origin``, a path or ``-`` for standard input, read as they are asked for.

    Text and pages hold one report, JSONL one a row. A known suffix says which it is, else the
    content does. What cannot be read is given as an ArticleError in its place, so that the rest
    goes on. ``published`` wins over what a page states, and is for the rows of JSONL without a
    date of their own. ``stdin`` stands in for ``sys.stdin.buffer``.
    """
    try:
        if published is not None:
            published = iso_date(published, "published")
        if origin == STANDARD_INPUT:
            yield from _articles(stdin or sys.stdin.buffer, origin, None, published)
        else:
            with _opened(origin) as stream:
                yield from _articles(stream, origin, kind_by_name(origin), published)
    except ArticleError as error:
        yield error
    except OSError as error:  # in the middle of it: a disk or a network drive that went away
        yield UnreadableInput(origin, f"reading it failed: {error.strerror or error}")


def _opened(origin: str) -> BinaryIO:
    try:
        if Path(origin).is_dir():
            raise UnreadableInput(origin, "this is a directory; name the files in it")
        return Path(origin).open("rb")
    except FileNotFoundError as error:
        raise UnreadableInput(origin, "there is no such file") from error
    except PermissionError as error:
        raise UnreadableInput(origin, "there is no permission to read it") from error
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        reason = getattr(error, "strerror", None) or error
        raise UnreadableInput(origin, f"it cannot be opened: {reason}") from error


def _articles(stream: BinaryIO, origin: str, kind: Kind | None, published: str | None) -> Items:
    first = _first_lines(stream)
    if not first:
        raise EmptyArticle(origin, "it is empty")
    encoding = None
    if first[0].startswith(_WIDE_MARKS):  # a line end there is several bytes: nothing to stream
        text, encoding = decode(_whole(first, stream, origin), origin)
        stream = io.BytesIO(text.encode("utf-8", "surrogatepass"))
        first = _first_lines(stream)
    if kind is Kind.ROWS or (kind is None and looks_like_row(first[-1])):
        yield from _rows(first, stream, origin, published, encoding)
    else:
        yield _article(_whole(first, stream, origin), origin, kind, published, encoding)


def _first_lines(stream: BinaryIO) -> list[bytes]:
    """The lines up to the first that is not blank, at most a report's worth of bytes."""
    lines = [stream.readline(MAX_REPORT_BYTES + 1)]
    read = len(lines[-1])
    while lines[-1] and not lines[-1].strip() and read <= MAX_REPORT_BYTES:
        lines.append(stream.readline(MAX_REPORT_BYTES + 1))
        read += len(lines[-1])
    return list(filter(None, lines))


def _whole(first: list[bytes], stream: BinaryIO, origin: str) -> bytes:
    data = b"".join(first)
    data += stream.read(max(0, MAX_REPORT_BYTES + 1 - len(data)))
    if len(data) > MAX_REPORT_BYTES:
        raise TooLarge(origin, _TOO_LARGE)
    return data


def _rows(
    first: list[bytes],
    stream: BinaryIO,
    origin: str,
    published: str | None,
    encoding: str | None,
) -> Items:
    first = [first[0].removeprefix(codecs.BOM_UTF8), *first[1:]] if first else []
    decode(b"".join(first), origin)  # a binary file is one error, not one a line
    read = 0
    lines = bounded_lines(first, stream)
    for item in articles_from_rows(lines, origin, published=published, encoding=encoding):
        read += 1
        yield item
    if not read:
        raise EmptyArticle(origin, "it has no rows")


def _article(
    data: bytes, origin: str, kind: Kind | None, published: str | None, encoding: str | None
) -> Article:
    """One report. ``encoding`` says what ``data``, now UTF-8, was written in."""
    declared = None if kind is Kind.TEXT else declared_encoding(data)
    text, used = decode(data, origin, declared)
    encoding = encoding or used
    if not text.strip():
        raise EmptyArticle(origin, "it holds nothing but white space")
    if kind is Kind.PAGE or (kind is None and looks_like_page(text)):
        return article_from_page(text, origin, published=published, encoding=encoding)
    if kind is None and is_json(text):
        raise BadRow(origin, _NOT_ROWS)
    return article_from_text(text, published=published, retrieved_from=origin, encoding=encoding)
