"""Where reports come from: a file or standard input."""

from __future__ import annotations

import codecs
import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from onrecord.domain.article import Article
from onrecord.errors import ArticleError, EmptyArticle, NotText, TooLarge, UnreadableInput
from onrecord.ingest.dates import iso_date
from onrecord.ingest.decode import MAX_REPORT_BYTES, decode
from onrecord.ingest.document import articles_in, text_of
from onrecord.ingest.feed_json import is_json_feed
from onrecord.ingest.jsonl import articles_from_rows, bounded_lines
from onrecord.ingest.kinds import PACKED, Kind, kind_by_name, looks_like_row
from onrecord.ingest.packed import open_packed
from onrecord.ingest.sites import is_address

STANDARD_INPUT = "-"

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_TOO_LARGE = f"larger than {MAX_REPORT_BYTES:,} bytes; no report is that long, cut it by hand"

Items = Iterator[Article | ArticleError]


def articles_from(
    origin: str, *, published: str | None = None, stdin: BinaryIO | None = None
) -> Items:
    """The reports of ``origin``, a path or ``-`` for standard input, read as they are asked for.

    Text and pages hold one report, JSONL one a row, feeds one an item; each may be packed (.gz).
    A known suffix says which it is, else the content does. What cannot be read is given as an
    ArticleError in its place, so that the rest goes on. ``published`` wins over what a page
    states, and is for rows of JSONL and items of feeds without a date of their own. ``stdin``
    stands in for ``sys.stdin.buffer``.
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
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield NotText(origin, "its packing (.gz) is broken or breaks off; unpack it by hand")
    except OSError as error:  # in the middle of it: a disk or a network drive that went away
        yield UnreadableInput(origin, f"reading it failed: {error.strerror or error}")


def _opened(origin: str) -> BinaryIO:
    try:
        if Path(origin).is_dir():
            raise UnreadableInput(origin, "this is a directory; name the files in it")
        if Path(origin).suffix.lower() == PACKED:
            return open_packed(origin)
        return Path(origin).open("rb")
    except FileNotFoundError as error:
        address = "this is an address, which is not fetched here; onrecord add fetches it"
        message = address if is_address(origin) else "there is no such file"
        raise UnreadableInput(origin, message) from error
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
    if kind is Kind.ROWS or (kind is None and _is_row(first[-1])):
        yield from _rows(first, stream, origin, published, encoding)
    else:
        text, used = text_of(_whole(first, stream, origin), origin, kind)
        used = encoding or used
        yield from articles_in(text, origin, kind=kind, published=published, encoding=used)


def _is_row(line: bytes) -> bool:
    """Whether JSONL begins with ``line``; a JSON Feed in one line looks like it."""
    return looks_like_row(line) and not is_json_feed(line.decode("utf-8", "replace"))


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
