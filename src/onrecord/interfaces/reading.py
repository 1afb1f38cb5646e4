"""One run of ``onrecord read``: reports found, read, written; what went wrong said and counted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from onrecord.domain.article import Article
from onrecord.domain.record import Record
from onrecord.errors import ArticleError
from onrecord.interfaces.composition import Parts
from onrecord.interfaces.languages import is_read
from onrecord.interfaces.progress import Watch
from onrecord.interfaces.remarks import remarks_on
from onrecord.query.likely import likely

UNREADABLE = 3
"""Exit code: at least one report could not be read; the others were."""

FOREIGN = 4
"""Exit code: every readable report was read, but at least one is not in English."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to read and how; ``files`` are paths or ``-``, ``published`` holds for all of them."""

    files: tuple[str, ...]
    published: str | None = None
    threads: int = 1
    min_probability: float = 0.0


class Output(Protocol):
    """Where records go; ``finish`` is called once, after the last of them."""

    def write(self, record: Record) -> None:
        """Take one record."""

    def finish(self) -> None:
        """Complete what was begun."""


class Reading:
    """Reads what a request names; keeps count of what could not be read.

    ``watched_stdout``: standard output is the terminal that the progress bar is on.
    """

    def __init__(
        self,
        request: Request,
        parts: Parts,
        watch: Watch,
        stdin: BinaryIO,
        watched_stdout: bool = False,
    ) -> None:
        self._request = request
        self._parts = parts
        self._watch = watch
        self._stdin = stdin
        self._watched_stdout = watched_stdout
        self._unreadable = self._foreign = 0

    def run(self, outputs: tuple[Output, ...]) -> int:
        """Give every record to every output; returns the exit code. Raises RunError."""
        # Made first: without weights nothing should be opened, nor half of it printed.
        reader = self._parts.reader(self._request.threads)
        for record in reader.read_all(self._articles()):
            kept = likely(record, self._request.min_probability)
            with self._beside_bar():
                for output in outputs:
                    output.write(kept)
            self._watch.has_read()
        for output in outputs:
            output.finish()
        return UNREADABLE if self._unreadable else FOREIGN if self._foreign else 0

    def _articles(self) -> Iterator[Article]:
        for origin in self._request.files:
            self._watch.opens(origin)
            found = self._parts.articles_from(
                origin, published=self._request.published, stdin=self._stdin
            )
            for item in found:
                if isinstance(item, ArticleError):
                    self._unreadable += 1
                    self._watch.say(str(item))
                else:
                    self._remark_on(item)
                    yield item

    def _remark_on(self, article: Article) -> None:
        self._foreign += not is_read(article.language)
        for remark in remarks_on(article):
            self._watch.say(remark)

    def _beside_bar(self) -> AbstractContextManager[None]:
        return self._watch.aside() if self._watched_stdout else nullcontext()
