"""Reads texts as a user's would be read, each once, whoever asks for its record."""

from __future__ import annotations

from onrecord.domain.record import Record
from onrecord.ingest import article_from_text
from onrecord.pipeline import Reader


class Readings:
    """Records by name and text. Reading costs half a second; several measures share reports."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._kept: dict[tuple[str, str, str | None], Record] = {}

    def __call__(self, stem: str, text: str, published: str | None) -> Record:
        """The record of ``text``, published on the ISO date ``published``, if that is known."""
        key = (stem, text, published)
        if key not in self._kept:
            article = article_from_text(text, id=stem, published=published)
            self._kept[key] = self._reader.read(article)
        return self._kept[key]
