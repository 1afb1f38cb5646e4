"""Feeds visited in rounds, and what is new in them added to a record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from onrecord.archive.added import Added, OnProgress, OnVisit, Step, Visited
from onrecord.archive.adding import Adding, Found, Reads
from onrecord.archive.interrupts import held_back
from onrecord.archive.keepable import keepable
from onrecord.domain.article import Article
from onrecord.domain.kept import Standing
from onrecord.errors import ArticleError, Busy
from onrecord.store.protocol import Store
from onrecord.watching.listing import feeds_in
from onrecord.watching.state import FeedState
from onrecord.watching.visit import Outcome, Visit

if TYPE_CHECKING:
    from onrecord.fetch.clock import Clock
    from onrecord.watching import Fetches

SHORTEST_PAUSE = 1.0
"""Seconds between two rounds even where one takes longer than the time from one to the next."""


class Visits:
    """Visits feeds one by one and adds what is new."""

    def __init__(
        self, store: Store, reader: Reads, who: str, fetcher: Fetches, tell: OnProgress
    ) -> None:
        self._store, self._reader, self._who = store, reader, who
        self._fetcher, self._tell = fetcher, tell

    def is_due(self, feed: str, now: datetime) -> bool:
        """Whether something new may be expected there, and it may be asked."""
        state = self._state(feed)
        return max(state.rests_until, state.fresh) <= now

    def visit(self, feed: str, number: int, of: int) -> Visited:
        """Visit one feed. What is added is kept before the visit is noted. Raises StoreError."""
        before = self._state(feed)
        visit = Visit(feed, before, self._fetcher, self._known)
        adding = Adding(self._store, self._reader, self._who, self._tell)
        self._tell(Step(feed, number, of, adding.added))
        added = adding.run(_found(visit, number, of))
        if visit.state != before:
            with held_back(), self._store.writing() as writer:
                writer.note_feed(feed, visit.state.to_note())
        moved = visit.state.moved_to if visit.state.moved_to != before.moved_to else None
        rests = visit.state.rests_until
        until = rests if rests > self._fetcher.clock.now() else None
        return Visited(feed, visit.outcome, added, until, moved)

    def _state(self, feed: str) -> FeedState:
        with self._store.view() as view:
            return FeedState.read(view.feed_state(feed))

    def _known(self, urls: Collection[str]) -> Mapping[str, Standing]:
        with self._store.view() as view:
            return view.at_addresses(urls)


class Rounds:
    """Rounds over all feeds. ``opened`` opens the record for one, ``close`` lets go of it."""

    def __init__(
        self,
        opened: Callable[[OnProgress], Visits],
        close: Callable[[], object],
        clock: Clock,
        on_visit: OnVisit,
    ) -> None:
        self._opened, self._close, self._clock = opened, close, clock
        self._on_visit = on_visit
        self.added = Added()

    def run(
        self,
        named: tuple[str, ...],
        every: float | None,
        tell: OnProgress,
        on_wait: Callable[[datetime], object],
    ) -> Added:
        """One round, or with ``every`` one after the other for ever."""
        self._round(named, tell, every is not None, first=True)
        while every is not None:
            self._close()
            pause = max(every - self._took, SHORTEST_PAUSE)
            on_wait(self._clock.now() + timedelta(seconds=pause))
            self._clock.sleep(pause)
            self._round(named, tell, goes_on=True, first=False)
        return self.added

    def _round(
        self, named: tuple[str, ...], tell: OnProgress, goes_on: bool, *, first: bool
    ) -> None:
        begun = self._clock.monotonic()
        feeds, errors = feeds_in(named)
        for error in errors:
            self.added = self.added.with_error(error)
            tell(Step(error.where, 0, len(feeds), self.added, error=error))
        visits = self._opened(tell)
        for number, feed in enumerate(feeds, 1):
            if first or visits.is_due(feed, self._clock.now()):
                visited = self._visited(visits, feed, number, len(feeds), goes_on)
                self.added += visited.added
                self._on_visit(visited)
        self._took = self._clock.monotonic() - begun

    def _visited(self, visits: Visits, feed: str, number: int, of: int, goes_on: bool) -> Visited:
        try:
            return visits.visit(feed, number, of)
        except Busy as error:
            if not goes_on:
                raise
            told = ArticleError(feed, f"left for the next round: {error.message}")
            return Visited(feed, Outcome.FAILED, Added().with_error(told))


def _found(visit: Visit, number: int, of: int) -> Iterator[Found]:
    for item in visit.reports():
        whole = keepable(item) if isinstance(item, Article) else item
        yield Found(visit.feed, number, of, whole)
