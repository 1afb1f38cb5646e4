"""Which reports a person names: by id, by address, or by a file, however its path is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from onrecord.archive.keepable import keepable
from onrecord.domain.article import Article
from onrecord.domain.report import Report
from onrecord.errors import ArticleError
from onrecord.ingest.sites import is_address
from onrecord.store.protocol import View

Finds = Callable[[str], Iterable[Article | ArticleError]]
"""The reports of a file."""


def reports_named(view: View, key: str, find: Finds) -> tuple[Report, ...]:
    """The reports whose id, URL or path is ``key``; none where there are none.

    A report remembers the path it was added by, from the folder in which somebody was then. So a
    file is also known by its other spellings, and in the end by what stands in it.
    """
    for one in dict.fromkeys([key, *_spellings(key)]):
        if found := view.reports(one):
            return found
    if is_address(key) or not _is_file(key):
        return ()
    ids = dict.fromkeys(keepable(one).id for one in find(key) if isinstance(one, Article))
    return tuple(report for id in ids for report in view.reports(id))


def _spellings(key: str) -> Iterator[str]:
    if key and not is_address(key):
        yield os.path.normpath(key)
        yield os.path.normpath(Path(key).absolute())
        try:
            yield os.path.relpath(key)
        except ValueError:  # on another drive
            return


def _is_file(key: str) -> bool:
    try:
        return Path(key).is_file()
    except (OSError, ValueError):  # no name that a file can have
        return False
