"""Questions with names in them: whom each means is settled first, then the record is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Generic, TypeVar

from onrecord.domain.register import Register
from onrecord.query.meant import Meant
from onrecord.query.whom import Somebody, whom
from onrecord.store.protocol import View

LONGEST_NAME = 6
"""Words; more of them are no name."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Answer(Generic[Item]):
    """``results`` in their order; ``more``: whether there are others beyond the limit.

    ``meant``: by each name that was asked with, who it means. Where one of them is nobody, or not
    settled (``unsettled``), there are no results.
    """

    results: tuple[Item, ...] = ()
    more: bool = False
    meant: Mapping[str, Meant[Somebody]] = field(default_factory=dict)

    @property
    def unsettled(self) -> tuple[str, ...]:
        """The names that mean nobody in the record, or one of several."""
        return tuple(name for name, meant in self.meant.items() if meant.person is None)

    def __iter__(self) -> Iterator[Item]:
        return iter(self.results)

    def __len__(self) -> int:
        return len(self.results)


def ask(
    view: View,
    names: Iterable[str | None],
    register: Register | None,
    find: Callable[[Callable[[str | None], frozenset[str]]], Iterable[Item]],
    limit: int | None,
) -> Answer[Item]:
    """What ``find`` gives, once it is settled whom ``names`` mean.

    ``find`` is handed a function from a name to the keys of who bears it (none for no name), and
    is to ask for one more than ``limit``.
    """
    meant = {name: whom(view, name, register) for name in names if name}
    if any(one.person is None for one in meant.values()):
        return Answer(meant=meant)

    def keys_of(name: str | None) -> frozenset[str]:
        person = meant[name].person if name else None
        return person.keys if person else frozenset()

    found = tuple(islice(find(keys_of), None if limit is None else limit + 1))
    return Answer(found[:limit], limit is not None and len(found) > limit, meant)


def named_by(view: View, words: str, register: Register | None) -> frozenset[str]:
    """The keys of whom ``words`` name, if it is settled that they name anybody."""
    if not 0 < len(words.split()) <= LONGEST_NAME:
        return frozenset()
    person = whom(view, words, register).person
    return person.keys if person else frozenset()


def beyond(limit: int | None) -> int | None:
    """One more than ``limit``, to know whether there is more."""
    return None if limit is None else limit + 1
