"""The parts that the program is put together from; a test puts in its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from onrecord.domain.article import Article
from onrecord.domain.record import Derivation, Record
from onrecord.domain.register import Register
from onrecord.errors import ArticleError

if TYPE_CHECKING:
    import typer

    from onrecord.archive import Archive
    from onrecord.watching import Fetches


class FindsArticles(Protocol):
    """What ``onrecord.ingest.articles_from`` does: errors come as values, the rest goes on."""

    def __call__(
        self, origin: str, *, published: str | None = None, stdin: BinaryIO | None = None
    ) -> Iterator[Article | ArticleError]:
        """One item a report of ``origin``, a path or ``-``."""


class ReadsArticles(Protocol):
    """What ``onrecord.pipeline.Reader`` does."""

    @property
    def derivation(self) -> Derivation:
        """What its records are derived with."""

    def read(self, article: Article) -> Record:
        """The record of one article."""

    def read_all(self, articles: Iterable[Article]) -> Iterator[Record]:
        """One record an article, in order, lazily."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts: reports found, a reader made for a number of threads, a date checked.

    ``check_date`` raises ``BadDate`` for what is no ISO 8601 date or date-time. ``register``: what
    the reader knows people by, to show its rows; None where it knows nobody. ``fetcher``: what
    fetches addresses, None for the installed one.
    """

    articles_from: FindsArticles
    reader: Callable[[int], ReadsArticles]
    check_date: Callable[[str], object]
    register: Callable[[], Register | None] = lambda: None
    fetcher: Callable[[], Fetches] | None = None


def parts_of(context: typer.Context) -> Parts:
    """The parts that the program was started with, else the installed ones."""
    found: Parts | None = context.obj
    return found or installed()


def archive_of(parts: Parts, record: Path | None, threads: int = 1) -> Archive:
    """The record at ``record``, filled by the program's own parts."""
    from onrecord.archive import Archive

    return Archive(
        record,
        reader=lambda: parts.reader(threads),
        find=parts.articles_from,
        register=parts.register,
        fetcher=parts.fetcher,
    )


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
