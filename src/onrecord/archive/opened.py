"""A record's file and the parts that are needed with it, each opened when it is first needed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from onrecord.archive import place
from onrecord.archive.adding import Reads
from onrecord.domain.article import Article
from onrecord.domain.register import Register
from onrecord.domain.wiping import OnWiping, Wiping, quietly
from onrecord.errors import ArticleError
from onrecord.store.protocol import Store

if TYPE_CHECKING:
    from onrecord.watching import Fetches

Finds = Callable[..., Iterator[Article | ArticleError]]
"""What ``onrecord.articles_from`` does."""


class OpenRecord:
    """One record's file; a context manager.

    ``path``: the file, which ``add`` and ``watch`` make and nothing else does. ``who``: in whose
    name it is written to. ``on_wiping`` is told how far the file is wiped of what was retracted,
    by ``retract`` or by whatever writes next. The other parts stand in for the installed ones.
    The file is opened when it is first asked for. Raises StoreError where it cannot be used.
    """

    def __init__(
        self,
        path: str | os.PathLike[str] | None = None,
        *,
        who: str | None = None,
        reader: Callable[[], Reads] | None = None,
        find: Finds | None = None,
        register: Callable[[], Register | None] | None = None,
        fetcher: Callable[[], Fetches] | None = None,
        on_wiping: OnWiping = quietly,
    ) -> None:
        self.path = place.record_path(path)
        self.who = who or place.who_acts()
        self._make_reader = reader or _installed_reader
        self._make_register = register or _installed_register
        self._make_fetcher = fetcher or _installed_fetcher
        self._find = find
        self.on_wiping = on_wiping
        self._opened: Store | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    @cached_property
    def reader(self) -> Reads:
        """Made when something is to be read: that costs some tenths of a second."""
        return self._make_reader()

    @cached_property
    def register(self) -> Register | None:
        """Who bears a full name; opened when somebody is asked for."""
        return self._make_register()

    @property
    def find(self) -> Finds:
        """What finds the reports of a file or of standard input."""
        return self._find or _installed_find()

    @cached_property
    def fetcher(self) -> Fetches:
        """Fetches addresses; one for as long as the record is open, since it remembers hosts."""
        return self._make_fetcher()

    def _store(self) -> Store:
        """The record that is there. Raises NoRecord, NotARecord."""
        if self._opened is None:
            self._opened = _open(self.path, False, self._tell_wiping)
        return self._opened

    def _store_to_fill(self) -> Store:
        """The record that is there, else a new one."""
        if self._opened is None:
            place.make_room(self.path)
            self._opened = _open(self.path, True, self._tell_wiping)
        return self._opened

    def _tell_wiping(self, step: Wiping) -> None:
        self.on_wiping(step)


def _open(path: Path, create: bool, on_wiping: OnWiping) -> Store:
    from onrecord.store.opening import open_store

    return open_store(path, create, on_wiping=on_wiping)


def _installed_reader() -> Reads:
    from onrecord.pipeline import Reader

    return Reader()


def _installed_register() -> Register:
    from onrecord.register import installed

    return installed()


def _installed_fetcher() -> Fetches:
    from onrecord.fetch import Fetcher

    return Fetcher()


def _installed_find() -> Finds:
    from onrecord.ingest import articles_from

    return articles_from
