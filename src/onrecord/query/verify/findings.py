"""What is found out about a quotation: verdicts, findings, and where the words differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.domain.kept import KeptStatement, Paragraph
from onrecord.domain.report import Report
from onrecord.domain.span import Passage, Span
from onrecord.query.attested import outlets_of
from onrecord.query.meant import Meant
from onrecord.query.whom import Somebody


class Verdict(StrEnum):
    """What a record says of a quotation (docs/verify.md has an example of each)."""

    EXACT = "exact"
    TYPOGRAPHY = "typography only"
    """The same words; marks, dashes, spaces, capitals or the punctuation are others."""
    CUT = "cut"
    """Nothing changed, but words are left out inside one statement, marked or not."""
    ALTERED = "words altered"
    """Words were changed, added, or left out so that it means something else."""
    SPLICED = "spliced"
    """Put together from places that do not stand together, or not in that order."""
    OTHER_SPEAKER = "right words, another speaker"
    """The words are there, but somebody else said them than was asked for."""
    INDIRECT = "only reported indirectly"
    """Outside of quotation marks: perhaps the reporter's words for what was said."""
    UNATTRIBUTED = "unattributed"
    """The words stand in a report, but it is not settled whose they are."""
    NOT_IN_RECORD = "not in this record"


class Kind(StrEnum):
    """How a part of the quotation stands to the report."""

    SAME = "same"
    TYPOGRAPHY = "typography"
    CHANGED = "changed"
    LEFT_OUT = "left out"
    """In the report, not in the quotation."""
    ADDED = "added"
    """In the quotation, not in the report."""


@dataclass(frozen=True, slots=True)
class Part:
    """One step of the comparison; the parts of a finding in order are all of both texts.

    ``asked``: code points of the quotation as it was asked, the space behind them included;
    ``told``: the report's, likewise; either is empty where the other has words of its own.
    ``marked``: the quotation owns up to the difference by an ellipsis or square brackets.
    ``negates``: one side has a word like "not" that the other has not.
    """

    kind: Kind
    asked: Span
    told: Passage
    marked: bool = False
    negates: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where the words stand, or nearly.

    ``wording``: how the words compare, whoever said them: exact, typography only, words altered,
    cut or spliced; ``verdict`` is the same unless something else matters more. ``statement`` is
    None where the words are in no statement: then they stand in ``paragraph``. ``asked``: the part
    of the quotation that was compared; ``told``: the words in the report, ``spoken`` of them
    those that it gives as somebody's very words. ``similarity``: 0 to 1,
    twice the words in common by the words of both; words that are nearly the same count by how
    nearly, what is left out counts little, openly nothing. ``theirs``: whether whoever was asked
    for said it; None where nobody was, or where it is not settled. ``attestations``: of the
    statement, the earliest report first, ``statement`` among them. ``also``: of a splice, the other
    places.
    """

    verdict: Verdict
    wording: Verdict
    similarity: float
    paragraph: Paragraph
    statement: KeptStatement | None
    asked: Span
    told: Passage
    spoken: Passage
    parts: tuple[Part, ...]
    theirs: bool | None = None
    attestations: tuple[KeptStatement, ...] = ()
    also: tuple[Finding, ...] = ()

    @property
    def report(self) -> Report:
        """Where the words stand so."""
        return self.statement.report if self.statement else self.paragraph.report

    @property
    def differences(self) -> tuple[Part, ...]:
        """The parts that are not the same."""
        return tuple(one for one in self.parts if one.kind is not Kind.SAME)

    @property
    def negates(self) -> bool:
        """Whether a difference may turn it into the opposite."""
        return any(one.negates for one in self.parts)

    @property
    def earliest(self) -> Report:
        """The report that has the statement first, as far as the record goes."""
        return self.attestations[0].report if self.attestations else self.report

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who reports it, by name, each once, the first first."""
        reports = [one.report for one in self.attestations] or [self.report]
        return outlets_of(reports)

    @property
    def independent(self) -> int:
        """How many reports have it without copying one another."""
        return len({one.family for one in self.attestations}) or 1


@dataclass(frozen=True, slots=True)
class Verification:
    """The answer. ``results``: the best first; among equals the earliest report.

    Where ``verdict`` is NOT_IN_RECORD, so is that of each result: they are merely the nearest.
    ``complete``: False where more places hold these words than were looked at. ``by``: whom the
    name means that was asked with.
    """

    quotation: str
    verdict: Verdict
    results: tuple[Finding, ...]
    complete: bool = True
    by: Meant[Somebody] | None = None

    @property
    def found(self) -> bool:
        """Whether the words are in the record, if perhaps altered."""
        return self.verdict is not Verdict.NOT_IN_RECORD
