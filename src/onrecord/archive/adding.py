"""Reports into a record: looked up, read where that is needed, kept in short transactions.

What was told to be done is kept, whatever happens next; what is kept is not read a second time by
the next run.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from onrecord.archive.added import Added, OnProgress, Step
from onrecord.archive.addresses import LeftOut
from onrecord.archive.interrupts import held_back
from onrecord.domain.article import Article
from onrecord.domain.kept import Standing
from onrecord.domain.record import Derivation, Record
from onrecord.errors import ArticleError, RunError, StoreError, UnreadableInput
from onrecord.store.protocol import Store

TOGETHER = 512
"""Reports that are written in one transaction at most: where reading is quick, as of a record that
is read from a file again, many small ones would cost more than what they keep: each writes the
same pages of a large record's indexes once more."""

SECONDS = 1.0
"""A transaction is not put off for longer, so that little is lost with the power."""

LOOKED_UP = 256
"""Reports that are looked up together at most."""

LOOKED_UP_CHARACTERS = 4_000_000
LOOKED_UP_SECONDS = 0.25


class Found(NamedTuple):
    """What was found in ``origin``, the ``number``-th of ``of``."""

    origin: str
    number: int
    of: int
    item: Article | LeftOut | ArticleError


class Reads(Protocol):
    """What ``onrecord.Reader`` does."""

    @property
    def derivation(self) -> Derivation:
        """What its records are derived with."""

    def read(self, article: Article) -> Record:
        """The record of one article."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A record that is read and not yet kept."""

    found: Found
    record: Record


class Adding:
    """One run of adding. ``clock`` gives seconds that never go back."""

    def __init__(
        self,
        store: Store,
        reader: Reads,
        who: str,
        on_progress: OnProgress,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store, self._reader, self._who = store, reader, who
        self._tell, self._clock = on_progress, clock
        self._waiting: list[_Waiting] = []
        self._since = 0.0
        self.added = Added()

    def run(self, found: Iterable[Found]) -> Added:
        """Add all that is ``found``. Raises StoreError, and KeyboardInterrupt after keeping what
        is read by then."""
        try:
            for batch in self._batches(found):
                self._look_up(batch)
        except StoreError:
            raise
        except BaseException:
            self._keep()
            raise
        self._keep()
        return self.added

    def _batches(self, found: Iterable[Found]) -> Iterator[list[Found]]:
        """What is looked up together: never the same report twice, nor for long, nor too much."""
        batch: list[Found] = []
        ids: set[str] = set()
        size, since = 0, self._clock()
        for one in found:
            item = one.item
            if isinstance(item, Article) and item.id in ids:
                yield batch
                batch, ids, size, since = [], set(), 0, self._clock()
            batch.append(one)
            if isinstance(item, Article):
                ids.add(item.id)
                size += len(item.text)
            late = self._clock() - since >= LOOKED_UP_SECONDS
            if len(batch) >= LOOKED_UP or size >= LOOKED_UP_CHARACTERS or late:
                yield batch
                batch, ids, size, since = [], set(), 0, self._clock()
        if batch:
            yield batch

    def _look_up(self, batch: list[Found]) -> None:
        articles = [one.item for one in batch if isinstance(one.item, Article)]
        waiting = {one.record.article.id for one in self._waiting}
        if self._is_late() or not waiting.isdisjoint(one.id for one in articles):
            self._keep()  # what is kept is seen when it is looked up
        with self._store.view() as view:
            standing = {one.id: view.standing(one, self._reader.derivation) for one in articles}
        for one in batch:
            item = one.item
            if isinstance(item, ArticleError):
                self._unreadable(one, item)
            elif isinstance(item, LeftOut):
                self.added = self.added.with_standing(item.standing)
                self._tell(Step(*one[:3], self.added, standing=item.standing))
            elif standing[item.id] in (Standing.NEW, Standing.STALE):
                self._read(one, item)
            else:
                self._done(one, item, standing[item.id])

    def _read(self, found: Found, article: Article) -> None:
        try:
            record = self._reader.read(article)
        except (RunError, MemoryError):
            raise
        except ArticleError as error:
            self._unreadable(found, error)
            return
        except Exception as error:  # a defect in reading one report: the others are not to suffer
            told = f"reading it failed ({type(error).__name__}: {error}); please report this defect"
            self._unreadable(found, UnreadableInput(_place_of(article), told))
            return
        if not self._waiting:
            self._since = self._clock()
        self._waiting.append(_Waiting(found, record))
        if len(self._waiting) >= TOGETHER or self._is_late():
            self._keep()

    def _is_late(self) -> bool:
        return bool(self._waiting) and self._clock() - self._since >= SECONDS

    def _keep(self) -> None:
        """One transaction for all that waits; told afterwards, when nothing can undo it."""
        if not self._waiting:
            return
        with held_back():
            with self._store.writing() as writer:
                stood = [writer.add(one.record, self._who) for one in self._waiting]
            kept, self._waiting = self._waiting, []
        for one, standing in zip(kept, stood, strict=True):
            self._done(one.found, one.record.article, standing)

    def _done(self, found: Found, article: Article, standing: Standing) -> None:
        self.added = self.added.with_report(article, standing)
        self._tell(Step(*found[:3], self.added, article, standing))

    def _unreadable(self, found: Found, error: ArticleError) -> None:
        self.added = self.added.with_error(error)
        self._tell(Step(*found[:3], self.added, error=error))


def _place_of(article: Article) -> str:
    return article.retrieved_from or article.url or article.id
