"""What became of reports that were to be added, and of feeds that were visited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from onrecord.domain.article import READABLE, Article
from onrecord.domain.kept import Standing
from onrecord.errors import ArticleError

if TYPE_CHECKING:
    from datetime import datetime

    from onrecord.watching import Outcome

MOST_ERRORS = 1000
"""So many errors are handed back; each is told through ``on_progress``, too."""


@dataclass(frozen=True, slots=True)
class Added:
    """How many reports are ``new``, were read anew (``reread``), were there already (``same``),
    were left out because they are ``retracted``, or could not be read (``unreadable``).

    ``foreign``: how many of those new or reread are not in English: kept without statements.
    ``skipped``: files in folders that were left alone: hidden, links, or of a kind not known.
    ``errors``: why reports were unreadable, the first thousand.
    """

    new: int = 0
    reread: int = 0
    same: int = 0
    retracted: int = 0
    unreadable: int = 0
    foreign: int = 0
    skipped: int = 0
    errors: tuple[ArticleError, ...] = ()

    @property
    def reports(self) -> int:
        """All that were looked at."""
        return self.new + self.reread + self.same + self.retracted + self.unreadable

    def with_report(self, article: Article, standing: Standing) -> Added:
        """One more report that stood like this before it was added."""
        read = standing in (Standing.NEW, Standing.STALE)
        foreign = self.foreign + (read and article.language not in READABLE)
        return replace(self.with_standing(standing), foreign=foreign)

    def with_standing(self, standing: Standing) -> Added:
        """One more that stood like this; nothing more is known of it."""
        count = _COUNTS[standing]
        return replace(self, **{count: getattr(self, count) + 1})

    def with_error(self, error: ArticleError) -> Added:
        """One more that could not be read."""
        errors = self.errors if len(self.errors) >= MOST_ERRORS else (*self.errors, error)
        return replace(self, unreadable=self.unreadable + 1, errors=errors)

    def __add__(self, other: Added) -> Added:
        """Both together."""
        counts = {one.name: getattr(self, one.name) + getattr(other, one.name) for one in _FIELDS}
        return Added(**{**counts, "errors": counts["errors"][:MOST_ERRORS]})


_FIELDS = fields(Added)
_COUNTS = {
    Standing.NEW: "new",
    Standing.STALE: "reread",
    Standing.SAME: "same",
    Standing.RETRACTED: "retracted",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of adding, told to whoever watches.

    ``origin``: the file, page or feed that is worked on, the ``number``-th of ``of``. With an
    ``article`` that one is done, and kept if it was to be; with an ``error`` a report could not be
    read; with a ``standing`` alone the address was not fetched, since what stood there is kept
    already or was retracted; with none of them the origin was begun. ``added``: all that is done so
    far.
    """

    origin: str
    number: int
    of: int
    added: Added
    article: Article | None = None
    standing: Standing | None = None
    error: ArticleError | None = None


OnProgress = Callable[[Step], object]


@dataclass(frozen=True, slots=True)
class Visited:
    """One visit of ``feed``: how it went and what it ``added``.

    ``rests_until``: before then it is not asked again, None where it may be at any time.
    ``moved_to``: where it lies from now on, None unless this visit found that out.
    """

    feed: str
    outcome: Outcome
    added: Added
    rests_until: datetime | None = None
    moved_to: str | None = None


OnVisit = Callable[[Visited], object]
