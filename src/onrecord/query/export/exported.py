"""One report at a time, with everything that an export says of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.domain.article import Article
from onrecord.domain.kept import Correction, Identity, KeptEngagement, KeptStatement
from onrecord.domain.record import Record
from onrecord.join.identities import identity_of
from onrecord.store.protocol import View

OnReport = Callable[[int, int], object]
"""Told after each report how many are done, and of how many (engagements, for iCalendar)."""


def quietly(done: int, of: int) -> None:
    """Nobody is watching."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A report's record with what it is over all reports.

    ``people``: by the local id of an entity, who that is over all reports. ``corrections``: by the
    id of a statement or engagement, the corrections on it that stand.
    """

    record: Record
    statements: tuple[KeptStatement, ...]
    engagements: tuple[KeptEngagement, ...]
    people: Mapping[str, Identity]
    corrections: Mapping[str, tuple[Correction, ...]]

    @property
    def article(self) -> Article:
        """The report itself."""
        return self.record.article

    def corrected(self, item: str) -> tuple[Correction, ...]:
        """The corrections that stand on one item, in the order they were made."""
        return self.corrections.get(item, ())


def reports(view: View, tell: OnReport = quietly) -> Iterator[Exported]:
    """All reports, by their id. What was retracted or struck out is not among them."""
    corrections = _standing(view)
    total = view.counts().articles
    for done, record in enumerate(view.records(), 1):
        id = record.article.id
        statements, engagements = view.items(id)
        people = {one.id: identity_of(one, id) for one in record.entities}
        yield Exported(record, statements, engagements, people, corrections)
        tell(done, total)


def _standing(view: View) -> Mapping[str, tuple[Correction, ...]]:
    found: defaultdict[str, list[Correction]] = defaultdict(list)
    for one in view.corrections():
        if one.undone_at is None:
            found[one.item].append(one)
    return {item: tuple(each) for item, each in found.items()}
