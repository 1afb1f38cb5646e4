"""What every store does, whatever it is made of. One contract test runs over all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

from onrecord.domain.article import Article
from onrecord.domain.asked import EngagementsAsked, StatementsAsked
from onrecord.domain.kept import (
    Correction,
    Counts,
    KeptEngagement,
    KeptExchange,
    KeptStatement,
    LogEntry,
    Named,
    Paragraph,
    Standing,
    Tombstone,
)
from onrecord.domain.record import Derivation, Record
from onrecord.domain.report import Report


class View(Protocol):
    """One consistent moment of a store: what is written meanwhile is not seen."""

    def counts(self) -> Counts:
        """How much is kept."""

    def standing(self, article: Article, derivation: Derivation) -> Standing:
        """How ``article`` stands to what is kept, if it were read as ``derivation`` says."""

    def reports(self, key: str) -> tuple[Report, ...]:
        """The reports whose id, URL or path is ``key``."""

    def at_addresses(self, urls: Iterable[str]) -> Mapping[str, Standing]:
        """Of web addresses those that are known: SAME where a report of there is kept, RETRACTED
        where one was taken back."""

    def feed_state(self, url: str) -> Mapping[str, Any]:
        """What was noted of a feed at its last visit; empty for a new one."""

    def record(self, article: str) -> Record | None:
        """The record of one report, whole, with corrections applied."""

    def records(self) -> Iterator[Record]:
        """All records, by the id of the article."""

    def items(self, article: str) -> tuple[tuple[KeptStatement, ...], tuple[KeptEngagement, ...]]:
        """All statements and all engagements of one report, each in the order of its record."""

    def statement(self, id: str) -> KeptStatement | None:
        """One statement."""

    def statements(self, asked: StatementsAsked) -> Iterator[KeptStatement]:
        """The newest first, those without a day last; then by id."""

    def attestations(self, utterances: Iterable[str]) -> Mapping[str, tuple[KeptStatement, ...]]:
        """For each utterance all statements that attest it, the earliest report first."""

    def refusals(self, keys: Iterable[str]) -> Iterator[KeptExchange]:
        """Questions that one of these identities would not answer, unless a statement of theirs
        says so; the newest report first, those without a day last; then by the report's id."""

    def engagement(self, id: str) -> KeptEngagement | None:
        """One engagement."""

    def engagements(self, asked: EngagementsAsked) -> Iterator[KeptEngagement]:
        """By day, the latest first, those without a day last; then by id."""

    def entries(self, entries: Iterable[str]) -> Mapping[str, tuple[KeptEngagement, ...]]:
        """For each entry of the diary all that is told of it, the earliest report first."""

    def named(self, last_word: str) -> tuple[Named, ...]:
        """Everybody one of whose names ends in the folded ``last_word``, by their key."""

    def known(self, keys: Iterable[str]) -> tuple[Named, ...]:
        """Those of the given keys or Wikidata ids, by their key."""

    def frequencies(self, words: Iterable[str]) -> Mapping[str, int]:
        """In how many paragraphs each word stands, in whatever form; roughly where it is common."""

    def holding_most(
        self, weights: Mapping[tuple[str, ...], float], limit: int
    ) -> tuple[Paragraph, ...]:
        """Paragraphs by the weight of all that they hold, the heaviest first.

        Each clue is words that stand near one another, in whatever order; those with blanks
        between them follow one another.
        """

    def statements_over(self, paragraphs: Iterable[int]) -> Mapping[int, tuple[KeptStatement, ...]]:
        """By the number of the paragraph, the statements whose content reaches into it."""

    def text(self, article: str) -> str | None:
        """The text of one report."""

    def corrections(self, item: str | None = None) -> tuple[Correction, ...]:
        """The corrections of one item, or all; undone ones too; in the order they were made."""

    def tombstones(self) -> tuple[Tombstone, ...]:
        """What was retracted, in that order."""

    def copies(self, article: str) -> tuple[Report, ...]:
        """The other reports of its family, the earliest first."""

    def log(self, limit: int | None = None) -> tuple[LogEntry, ...]:
        """What was done, the latest first."""


class Writer(View, Protocol):
    """One transaction: all of it is kept, or none."""

    def add(self, record: Record, who: str) -> Standing:
        """Keep ``record``; returns how it stood. Corrections of an earlier reading stay.

        Nothing is changed where it is SAME or RETRACTED.
        """

    def correct(self, item: str, changes: Mapping[str, Any], who: str, note: str) -> Correction:
        """Change fields of a statement or engagement. Raises NotKept, BadCorrection."""

    def undo(self, correction: str, who: str) -> Correction:
        """Take a correction back. Raises NotKept, BadCorrection where it is undone already."""

    def remove(self, article: str, who: str, reason: str) -> Tombstone:
        """Remove a report and all that is derived from it. Raises NotKept.

        The file still holds its words in free places until ``Store.scrub``.
        """

    def note_feed(self, url: str, state: Mapping[str, Any]) -> None:
        """Note it for the next visit."""


class Store(Protocol):
    """An open record. ``path``: where it is kept, for people."""

    path: str

    def view(self) -> AbstractContextManager[View]:
        """A consistent moment, for as long as it is open."""

    def writing(self) -> AbstractContextManager[Writer]:
        """A transaction. Raises Busy when another program writes for too long, DiskFull."""

    def scrub(self) -> bool:
        """Free places, index and log wiped of what was removed; False while a reader holds them.

        It is done then by the next call, whoever makes it.
        """

    def close(self) -> None:
        """Let go of everything."""
