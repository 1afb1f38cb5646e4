"""The report as it was read: its text to the letter, and what stands around it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from onrecord.domain.span import Spans

READABLE = ("en", "und")
"""Languages that are read: English, and ``und``, text too short to tell."""


@dataclass(frozen=True, slots=True)
class Byline:
    """One author as printed: ``role`` is the words after the name, ``spans`` where both stand.

    ``spans`` is empty when the name came from a page's metadata and not from the text.
    """

    name: str
    role: str | None = None
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A report before anything is read from it.

    ``text`` is kept exactly as it came (line ends too). ``notices`` are the parts of it that are
    nobody's statement: copyright lines, disclaimers, newsletter and caption furniture.
    ``published`` is an ISO date or date-time, or None when the page does not say; never guessed.
    ``language`` is a BCP 47 code, ``und`` where the text is too short to tell.
    ``encoding`` is the character encoding the bytes were decoded with, None for a str.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str = "en"
    byline: tuple[Byline, ...] = ()
    published: str | None = None
    retrieved_from: str | None = None
    encoding: str | None = None
    notices: Spans = ()
    text_sha256: str = field(default="")

    def __post_init__(self) -> None:
        if not self.text_sha256:
            digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
            object.__setattr__(self, "text_sha256", digest)
