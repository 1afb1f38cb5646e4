"""The parts that the program is put together from; a test puts in its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from onrecord.domain.article import Article
from onrecord.domain.record import Record
from onrecord.domain.register import Register
from onrecord.errors import ArticleError


class FindsArticles(Protocol):
    """What ``onrecord.ingest.articles_from`` does: errors come as values, the rest goes on."""

    def __call__(
        self, origin: str, *, published: str | None = None, stdin: BinaryIO | None = None
    ) -> Iterator[Article | ArticleError]:
        """One item a report of ``origin``, a path or ``-``."""


class ReadsArticles(Protocol):
    """What ``onrecord.pipeline.Reader`` does."""

    def read_all(self, articles: Iterable[Article]) -> Iterator[Record]:
        """One record an article, in order, lazily."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts: reports found, a reader made for a number of threads, a date checked.

    ``check_date`` raises ``BadDate`` for what is no ISO 8601 date or date-time. ``register``: what
    the reader knows people by, to show its rows; None where it knows nobody.
    """

    articles_from: FindsArticles
    reader: Callable[[int], ReadsArticles]
    check_date: Callable[[str], object]
    register: Callable[[], Register | None] = lambda: None


def installed() -> Parts:
    """The parts of the installed package; imported late, so that ``--help`` stays quick."""
    from onrecord.ingest import articles_from
    from onrecord.ingest.dates import iso_date
    from onrecord.pipeline import Reader

    return Parts(
        articles_from=articles_from,
        reader=lambda threads: Reader(threads=threads),
        check_date=lambda published: iso_date(published, "--published"),
        register=_register,
    )


def _register() -> Register:
    from onrecord.register import installed

    return installed()
