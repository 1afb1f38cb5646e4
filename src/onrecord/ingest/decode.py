"""Bytes to text, to the letter, and the name of the encoding that was used."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from onrecord.errors import NotText

MAX_REPORT_BYTES = 10_000_000
"""The largest report, page or row that is read: fifty times the longest news report."""

_MARKS = (  # UTF-32 first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive (or a Word or OpenDocument file)"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
)
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_MAX_CONTROLS = 0.01
_SAMPLE = 65_536
_WESTERN_SHARE = 0.05
"""English text in an 8-bit encoding has fewer bytes above 127 than this."""


class Decoded(NamedTuple):
    """Text without a byte order mark, and Python's name of the encoding it was written in.

    ``data.decode(encoding) == text``, except for ``utf-8:replace``: UTF-8 with a few broken
    bytes, each now U+FFFD.
    """

    text: str
    encoding: str


def decode(data: bytes, where: str, declared: str | None = None) -> Decoded:
    """Decode ``data``: by its byte order mark, as UTF-8, as ``declared``, else by its look.

    ``declared`` is the encoding that a page names. Raises NotText for bytes that are no text.
    """
    for magic, what in _FORMATS:
        if data.startswith(magic):
            raise NotText(where, f"this is {what}; save its text first, then read that")
    decoded = _by_mark(data, where) or _by_look(data, declared)
    if decoded is None or not _is_text(decoded.text):
        raise NotText(where, "this is a binary file; a report must be text, HTML or JSONL")
    return decoded


def _by_mark(data: bytes, where: str) -> Decoded | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            if decoded := _as(data, name):
                return decoded
            raise NotText(where, f"it begins as {name} but goes on as something else")
    return None


def _by_look(data: bytes, declared: str | None) -> Decoded | None:
    if b"\0" in data[:_SAMPLE]:
        return _unmarked_utf16(data)
    if decoded := _as(data, "utf-8"):
        return decoded  # no other encoding looks like it by chance, whatever a page declares
    if declared and (decoded := _as(data, _web_name(declared))):
        return decoded
    return _broken_utf8(data) or _eight_bit(data)


def _as(data: bytes, name: str) -> Decoded | None:
    try:
        text = data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None
    return Decoded(text, name) if isinstance(text, str) else None


def _web_name(declared: str) -> str:
    """The encoding that browsers take for ``declared``: pages call cp1252 Latin-1 (WHATWG)."""
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return declared
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: in English every second byte is zero, and only that one."""
    sample = data[:_SAMPLE]
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if odd > 10 * even and odd * 4 > len(sample):
        return _as(data, "utf-16-le")
    if even > 10 * odd and even * 4 > len(sample):
        return _as(data, "utf-16-be")
    return None


def _broken_utf8(data: bytes) -> Decoded | None:
    """UTF-8 that was cut or damaged in a few places: far more whole characters than broken."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    return Decoded(text, "utf-8:replace") if whole > 4 * broken else None


def _eight_bit(data: bytes) -> Decoded | None:
    western = _as(data, "cp1252") or _as(data, "latin-1")
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    guess = _guessed(data) if high > _WESTERN_SHARE * len(data) else None
    return western if guess is None or western is None or guess.text == western.text else guess


def _guessed(data: bytes) -> Decoded | None:
    import charset_normalizer  # slow to import, and rarely needed

    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    return _as(data, best.encoding) if best else None


def _is_text(text: str) -> bool:
    return "\0" not in text and len(_CONTROLS.findall(text)) <= _MAX_CONTROLS * len(text)
