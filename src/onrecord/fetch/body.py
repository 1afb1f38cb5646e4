"""The body of an answer, unpacked in steps so that a bomb is seen before it goes off."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from onrecord.errors import FetchError
from onrecord.fetch.bounds import MAX_BODY_BYTES, READ_AT_ONCE, UNPACKED_AT_ONCE

if TYPE_CHECKING:
    from urllib3.response import HTTPResponse

ACCEPTED = "gzip, deflate"
"""Packings that are asked for; what comes packed otherwise is refused."""

_GZIP, _ZLIB, _RAW = 31, 15, -15


def read_body(
    response: HTTPResponse, where: str, most: int = MAX_BODY_BYTES, *, cut: bool = False
) -> bytes:
    """The body, unpacked. Raises FetchError: more than ``most`` bytes packed or unpacked, cut
    off, broken, or packed in a way that was not asked for. ``cut``: of more than ``most`` bytes
    only the first are wanted.
    """
    declared = response.headers.get("Content-Length", "")
    if not cut and declared.isdecimal() and int(declared[:20]) > most:
        raise _too_large(where, most)
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    pieces = _pieces(response)
    if packing not in ("", "identity"):
        pieces = _unpacked(pieces, packing, where)
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > most:
            if cut:
                break
            raise _too_large(where, most)
    return bytes(body[:most])


def _pieces(response: HTTPResponse) -> Iterator[bytes]:
    while piece := response.read(READ_AT_ONCE, decode_content=False):
        yield piece


def _unpacked(pieces: Iterable[bytes], packing: str, where: str) -> Iterator[bytes]:
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(
            where, f"its answer is packed as {packing[:40]!r}, which was not asked for"
        )
    unpacker: Any = None
    try:
        for piece in pieces:
            if unpacker is None:
                unpacker = zlib.decompressobj(_window(packing, piece))
            while piece and not unpacker.eof:
                yield unpacker.decompress(piece, UNPACKED_AT_ONCE)
                piece = unpacker.unconsumed_tail
    except zlib.error as error:
        raise FetchError(where, f"its answer is packed as {packing}, but broken") from error
    if unpacker is not None and not unpacker.eof:
        raise FetchError(where, "its answer breaks off; try again later", temporary=True)


def _window(packing: str, first: bytes) -> int:
    """How zlib is told which: many servers send deflate without the header it should have."""
    if packing != "deflate":
        return _GZIP
    return _ZLIB if first[0] & 0x0F == 8 and first[0] >> 4 <= 7 else _RAW


def _too_large(where: str, most: int) -> FetchError:
    return FetchError(
        where, f"its answer is larger than {most:,} bytes; nothing so long is a report"
    )
