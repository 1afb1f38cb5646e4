"""Words that several reports have from somebody: who reported them, first, how often, how else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from onrecord.domain.kept import Identity, KeptStatement
from onrecord.domain.report import Report
from onrecord.domain.span import Passage
from onrecord.join.quotations import Difference, differences
from onrecord.join.wording import folded
from onrecord.store.protocol import View


@dataclass(frozen=True, slots=True)
class Wording:
    """The words as some reports have them. ``differs``: from the wording reported first."""

    words: Passage
    told_by: tuple[KeptStatement, ...]
    differs: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Attested:
    """One utterance.

    ``statement``: of what was asked for, the newest that attests it: by its day the utterance is
    ordered. ``attestations``: all that the record has, whether asked for or not, the earliest
    report first; ``statement`` is among them.
    """

    statement: KeptStatement
    attestations: tuple[KeptStatement, ...]

    @property
    def id(self) -> str:
        """The utterance's, the same in every answer while the same reports are kept."""
        return self.statement.utterance

    @property
    def earliest(self) -> KeptStatement:
        """How it was reported first, as far as the record goes."""
        return self.attestations[0]

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who reported it, by name, each once, the first first; what has no name is not there."""
        return outlets_of(one.report for one in self.attestations)

    @property
    def independent(self) -> int:
        """How many reported it without copying one another: families of copies."""
        return len({one.family for one in self.attestations})

    @property
    def said_on(self) -> tuple[str, ...]:
        """The days (ISO values) that reports' own words give, each once, earliest report first."""
        days = (one.day for one in self.attestations if not one.reported)
        return tuple(dict.fromkeys(day for day in days if day))

    @property
    def asked(self) -> KeptStatement | None:
        """The attestation whose ``question`` and ``response`` tell what it answers."""
        told = (one for one in (self.statement, *self.attestations) if one.question)
        return next(told, None)

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """The different wordings, each with who has it, the one reported first first."""
        return tuple(_wordings(self.attestations))

    @property
    def speakers_elsewhere(self) -> tuple[tuple[Identity, tuple[KeptStatement, ...]], ...]:
        """Whom other reports take for the speaker, with these reports."""
        named = {one.key for one in self.statement.speakers}
        found: dict[str, tuple[Identity, list[KeptStatement]]] = {}
        for one in self.attestations:
            if one.speakers and named.isdisjoint(who.key for who in one.speakers):
                who = one.speakers[0]
                found.setdefault(who.key, (who, []))[1].append(one)
        return tuple((who, tuple(told)) for who, told in found.values())


def attested(
    view: View, found: Iterator[KeptStatement], limit: int | None, at_once: int
) -> Iterator[Attested]:
    """The utterances of ``found`` statements, each once, in that order; no more than ``limit``.

    Lazy: ``at_once`` of them are looked up together, and nothing more is taken from ``found``.
    """
    firsts = islice(_each_once(found), limit)
    while batch := list(islice(firsts, at_once)):
        told = view.attestations([one.utterance for one in batch])
        yield from (Attested(one, told.get(one.utterance) or (one,)) for one in batch)


def outlets_of(reports: Iterable[Report]) -> tuple[str, ...]:
    """The outlets by name, each once whatever its case, in order."""
    named: dict[str, str] = {}
    for report in reports:
        if report.outlet:
            named.setdefault(report.outlet.casefold(), report.outlet)
    return tuple(named.values())


def _each_once(found: Iterable[KeptStatement]) -> Iterator[KeptStatement]:
    met: set[str] = set()
    for one in found:
        if one.utterance not in met:
            met.add(one.utterance)
            yield one


def _wordings(attestations: Iterable[KeptStatement]) -> Iterator[Wording]:
    groups: dict[tuple[str, ...], list[KeptStatement]] = {}
    for one in attestations:
        groups.setdefault(tuple(folded(one.statement.content.text)), []).append(one)
    first = next(iter(groups.values()))[0].statement.content
    for told_by in groups.values():
        words = told_by[0].statement.content
        yield Wording(words, tuple(told_by), differences(first.text, words.text))
