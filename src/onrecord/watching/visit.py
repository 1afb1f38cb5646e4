"""One visit of one feed: asked only for what changed, and of that only what is new is fetched."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from onrecord.domain.article import Article, Byline
from onrecord.domain.kept import Standing
from onrecord.errors import ArticleError, BadFeed, FetchError, NoMainText
from onrecord.fetch.fetched import Fetched
from onrecord.ingest.document import text_of
from onrecord.ingest.feed import Feed, Item
from onrecord.ingest.feeds import article_of, is_feed, read_feed
from onrecord.ingest.sites import same_site
from onrecord.watching.bounds import MAX_PAGES, MAX_TRIES, back_off
from onrecord.watching.pages import Fetches, page_at
from onrecord.watching.state import FeedState, Later, digest_of

GONE = 410
_NO_FEED = "this is no feed (RSS, Atom or JSON Feed); onrecord add reads pages"

Known = Callable[[Collection[str]], Mapping[str, Standing]]
"""Of addresses those that the record knows."""


class Outcome(StrEnum):
    """What became of a visit."""

    READ = "read"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    GONE = "gone"
    RESTS = "rests"
    """It was not asked at all: it failed lately, or was taken away."""


class Visit:
    """One visit of ``feed``. ``state`` is that of the last visit; when ``reports`` has come to its
    end it is the one to note for the next, and ``outcome`` says how it went.
    """

    def __init__(self, feed: str, state: FeedState, fetcher: Fetches, known: Known) -> None:
        self.feed, self.state = feed, state
        self.outcome = Outcome.FAILED
        self._fetcher, self._known = fetcher, known
        self._now = fetcher.clock.now()
        self._pages = 0
        self._left = False
        self._resting: dict[str, int] = {}
        self._done: set[str] = set()
        self._later: dict[str, Later] = {}

    def reports(self) -> Iterator[Article | ArticleError]:
        """What is new, each a report or the error in place of one; never raises ArticleError."""
        if self.state.rests_until > self._now:
            self.outcome = Outcome.RESTS
            yield FetchError(self.feed, _why_it_rests(self.state), temporary=True)
            return
        try:
            found, feed = self._asked()
        except ArticleError as error:
            self._failed(error)
            yield error
            return
        moved = found.moved_permanently
        self.state = self.state.visited(self._now, moved, feed.ttl if feed else None)
        self.outcome = Outcome.READ if feed else Outcome.UNCHANGED
        if feed:
            # Noted at the end: who is stopped in between is not to be told that nothing changed.
            yield from self._new_in(feed, found.url)
            whole = not self._left and not self._later
            self.state = replace(
                self.state,
                etag=found.etag if whole else None,
                modified=found.modified if whole else None,
                done=frozenset(self._done),
                later=self._later,
            )

    def _asked(self) -> tuple[Fetched, Feed | None]:
        """What came, and the feed in it; none where nothing has changed."""
        state = self.state
        found = self._fetcher.get(
            state.moved_to or self.feed, etag=state.etag, modified=state.modified
        )
        if found.unchanged:
            return found, None
        text, _ = text_of(found.body, found.url, None, found.charset)
        if not is_feed(text):
            raise BadFeed(found.url, _NO_FEED)
        return found, read_feed(text, found.url, found.url)

    def _failed(self, error: ArticleError) -> None:
        gone = isinstance(error, FetchError) and error.status == GONE
        passing = isinstance(error, FetchError) and error.temporary
        after = error.after if isinstance(error, FetchError) else None
        self.state = self.state.failed(self._now, gone=gone, lasting=not passing, after=after)
        self.outcome = Outcome.GONE if gone else Outcome.FAILED

    def _new_in(self, feed: Feed, address: str) -> Iterator[Article | ArticleError]:
        known = self._known([item.url for item in feed.items if item.url])
        before = self.state
        for item in feed.items:
            digest = digest_of(item)
            if digest in before.done or (item.url and item.url in known):
                self._done.add(digest)
            elif digest in before.later and before.later[digest].until > self._now:
                self._later[digest] = before.later[digest]
            elif self._pages >= MAX_PAGES:
                self._left = True
            else:
                yield from self._tried(item, digest, before.later.get(digest), feed, address)
        for host, left in self._resting.items():
            if left:
                told = f"{left} more of its pages are left for the next visit, since it fails"
                yield FetchError(host, told, temporary=True)
        yield from (BadFeed(address, remark) for remark in feed.remarks)

    def _tried(
        self, item: Item, digest: str, before: Later | None, feed: Feed, address: str
    ) -> Iterator[Article | ArticleError]:
        host = urlsplit(item.url or "").netloc
        if host in self._resting:
            self._resting[host] += 1
            self._left = True
            if before:
                self._later[digest] = before
            return
        tries = before.tries + 1 if before else 1
        try:
            article = self._report(item, feed, address)
        except ArticleError as error:
            passing = isinstance(error, FetchError) and error.temporary
            if isinstance(error, FetchError) and passing and tries < MAX_TRIES:
                rest = timedelta(seconds=back_off(tries, error.after))
                self._later[digest] = Later(tries, self._now + rest)
                self._resting.setdefault(host, 0)
            else:
                self._done.add(digest)
            yield error
            return
        yield article
        self._done.add(digest)

    def _report(self, item: Item, feed: Feed, address: str) -> Article:
        """The report of ``item``: its own words where they are whole and of its own site, else
        its page's. Raises ArticleError."""
        own = item.url is None or same_site(item.url, address)
        if own:
            try:
                return article_of(item, feed, address)
            except NoMainText:
                if item.url is None:
                    raise
        self._pages += 1
        assert item.url is not None
        article = page_at(item.url, self._fetcher)
        outlet = feed.title if own and same_site(article.url or "", address) else None
        authors = (Byline(name) for name in item.authors if name not in (feed.title, outlet))
        return replace(
            article,
            title=article.title or item.title,
            outlet=article.outlet or outlet,
            published=article.published or item.published,
            byline=article.byline or tuple(authors),
        )


def _why_it_rests(state: FeedState) -> str:
    until = state.rests_until.strftime("%Y-%m-%d %H:%M UTC")
    if state.gone:
        return f"it was taken away for good; take it off the list (it is not asked before {until})"
    times = "once" if state.failures == 1 else f"{state.failures} times"
    return f"it failed {times}; it is left alone until {until}"
