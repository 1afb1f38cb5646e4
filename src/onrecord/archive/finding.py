"""From what a user names to reports: files, folders, standard input, addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from onrecord.archive.adding import Found
from onrecord.archive.addresses import LeftOut
from onrecord.archive.keepable import keepable
from onrecord.domain.article import Article
from onrecord.errors import ArticleError
from onrecord.ingest.folders import listed
from onrecord.ingest.sites import is_address

if TYPE_CHECKING:
    from onrecord.archive.opened import Finds
    from onrecord.watching import Fetches


@dataclass(slots=True)
class Listing:
    """``origins`` to look into: files, addresses, "-", and in their place errors of folders.

    ``skipped``: how many files of folders are left alone.
    """

    origins: list[str | ArticleError] = field(default_factory=list)
    skipped: int = 0


def listed_origins(named: Iterable[str]) -> Listing:
    """What the user named, with the files of a folder in its place."""
    listing = Listing()
    for one in named:
        if is_address(one) or not _is_folder(one):
            listing.origins.append(one)
            continue
        folder = listed(one)
        listing.origins += [*folder.origins, *folder.errors]
        listing.skipped += folder.skipped
    return listing


LooksUp = Callable[[str, str | None], LeftOut | None]
"""Of an address and a date of publication whether it need not be fetched."""


def _unknown(address: str, published: str | None) -> None:
    """Everything is fetched."""


class Finding:
    """``find`` does files and standard input; ``fetcher`` is only made when there are addresses
    to be fetched: those of which ``known`` knows nothing."""

    def __init__(
        self,
        find: Finds,
        fetcher: Callable[[], Fetches],
        stdin: BinaryIO,
        known: LooksUp = _unknown,
    ) -> None:
        self._find, self._fetcher, self._stdin = find, fetcher, stdin
        self._known = known

    def found(
        self,
        listing: Listing,
        published: str | None,
        begins: Callable[[str, int, int], object],
    ) -> Iterator[Found]:
        """All reports, in order, as they are asked for; ``begins`` is told each origin."""
        of = len(listing.origins)
        for number, origin in enumerate(listing.origins, 1):
            if isinstance(origin, ArticleError):
                yield Found(origin.where, number, of, origin)
                continue
            begins(origin, number, of)
            for item in self._items(origin, published):
                whole = keepable(item) if isinstance(item, Article) else item
                yield Found(origin, number, of, whole)

    def _items(
        self, origin: str, published: str | None
    ) -> Iterator[Article | LeftOut | ArticleError]:
        if not is_address(origin):
            yield from self._find(origin, published=published, stdin=self._stdin)
            return
        from onrecord.ingest.dates import iso_date
        from onrecord.watching.pages import reports_at

        try:
            day = None if published is None else iso_date(published, "published")
        except ArticleError as error:
            yield error
        else:
            known = self._known(origin, day)
            yield from [known] if known else reports_at(origin, self._fetcher(), day)


def _is_folder(origin: str) -> bool:
    try:
        return Path(origin).is_dir()
    except (OSError, ValueError):  # ValueError: a null character in the name
        return False
