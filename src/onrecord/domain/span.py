"""Where words stand in a report: spans of Unicode code points, and the words themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range ``[start, end)`` of Unicode code points into ``article.text``."""

    start: int
    end: int


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a report, in reading order: their spans, and what each span slices to.

    ``pieces[i] == article.text[spans[i].start:spans[i].end]`` always holds. A passage may be
    discontinuous (a quotation over three paragraphs has three spans) or empty (no source).
    """

    spans: Spans
    pieces: tuple[str, ...]

    @classmethod
    def cut(cls, text: str, spans: Iterable[tuple[int, int]]) -> Passage:
        """Cut ``spans`` out of ``text``; they are sorted into reading order."""
        ordered = tuple(Span(start, end) for start, end in sorted(spans))
        return cls(ordered, tuple(text[start:end] for start, end in ordered))

    @property
    def text(self) -> str:
        """The pieces joined by one space: for people to read, not to search the report with."""
        return " ".join(self.pieces)

    def __bool__(self) -> bool:
        return bool(self.spans)


NO_WORDS = Passage((), ())
