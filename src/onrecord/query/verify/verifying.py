"""Is a quotation real: where its words stand, whose they are, and how they differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from onrecord.domain.kept import KeptStatement, Paragraph
from onrecord.query.meant import Meant
from onrecord.query.verify import judging
from onrecord.query.verify.candidates import MOST, candidates, candidates_at_last, rough_likeness
from onrecord.query.verify.comparing import Compared, compared
from onrecord.query.verify.findings import Finding, Verdict, Verification
from onrecord.query.verify.quoted import Quoted, quoted
from onrecord.query.verify.ranking import best_first, in_order
from onrecord.query.verify.splicing import spliced
from onrecord.query.verify.told import Told, paragraph_told, statement_told
from onrecord.query.whom import Somebody
from onrecord.store.protocol import View

CLOSER = 8
"""Paragraphs whose statements are looked at, and as many more as are just as near."""

HARDLY = 0.7
"""Share of the nearest paragraph's words in common below which another is not looked at."""

ATTESTED = 10
"""Utterances whose attestations are looked at, and only those nearly as near as the first:"""

NEARLY = 0.15


def verify(
    view: View, quotation: str, by: Meant[Somebody] | None = None, limit: int | None = 5
) -> Verification:
    """Where the words of ``quotation`` stand in the record, or nearly; the best first.

    ``by``: who is said to have said them. Raises BadQuotation.
    """
    asked = quoted(quotation)
    who = _keys(by)
    near = candidates(view, asked)
    findings = _findings(view, asked, near, who)
    if all(one.verdict is Verdict.NOT_IN_RECORD for one in findings):
        more = (*near, *candidates_at_last(view, asked))
        if len(more) > len(near):
            near = tuple({one.number: one for one in more}.values())
            findings = _findings(view, asked, near, who)
    findings = spliced(
        asked, findings, lambda part: _findings(view, part, candidates(view, part), who)
    )
    results = in_order(findings, who is not None)[:limit]
    verdict = results[0].verdict if results else Verdict.NOT_IN_RECORD
    if verdict is not Verdict.NOT_IN_RECORD:
        results = [one for one in results if one.verdict is not Verdict.NOT_IN_RECORD]
    return Verification(quotation, verdict, tuple(results), _complete(asked, near), by)


def _keys(by: Meant[Somebody] | None) -> frozenset[str] | None:
    """Everybody who may be meant; None where nobody is asked for."""
    if by is None:
        return None
    people = (by.person,) if by.person else by.others
    return frozenset(key for one in people for key in one.keys)


def _complete(asked: Quoted, near: tuple[Paragraph, ...]) -> bool:
    """Whether the last paragraph that was looked at has less of the words than the first."""
    if len(near) < MOST:
        return True
    first, *_, last = rough_likeness(asked.text[asked.start : asked.end], (near[0], near[-1]))
    return last < first


def _findings(
    view: View, asked: Quoted, near: tuple[Paragraph, ...], who: frozenset[str] | None
) -> list[Finding]:
    close = _close(asked, near)
    over = view.statements_over(one.paragraph.number for one in close)
    found = [one for told in close for one in _in_paragraph(asked, told, over)]
    best = best_first(found)
    return _attested(view, asked, best, who)


def _close(asked: Quoted, near: tuple[Paragraph, ...]) -> list[Told]:
    """The paragraphs with most words in common, in the order in which they came."""
    common = rough_likeness(asked.text[asked.start : asked.end], near)
    ranked = sorted(common, reverse=True)
    least = max(1.0, HARDLY * ranked[0], ranked[min(CLOSER, len(ranked)) - 1]) if ranked else 0
    chosen = ((many, one) for many, one in zip(common, near, strict=True) if many >= least)
    ordered = sorted(chosen, key=lambda each: -each[0])
    return [paragraph_told(one) for _, one in ordered]


def _in_paragraph(
    asked: Quoted, told: Told, over: Mapping[int, tuple[KeptStatement, ...]]
) -> list[Compared]:
    """How the quotation compares to each statement there, and to all of it if that is nearer."""
    statements = over.get(told.paragraph.number, ())
    found = [compared(asked, statement_told(told.paragraph, one)) for one in statements]
    around = compared(asked, told)
    if all(one.similarity < around.similarity for one in found):
        found.append(replace(around, told=replace(told, statement=_mostly(around, statements))))
    return found


def _mostly(around: Compared, statements: Iterable[KeptStatement]) -> KeptStatement | None:
    """The statement whose content has most of the words in common, if it has half of them."""
    words = [
        around.told.words[at].start
        for run in around.same
        for at in range(run.told_first, run.told_last)
    ]
    held = [
        (sum(any(a <= at < b for a, b in one.statement.content.spans) for at in words), one)
        for one in statements
    ]
    most, one = max(held, key=lambda each: each[0], default=(0, None))
    return one if 2 * most >= len(words) > 0 else None


def _attested(
    view: View, asked: Quoted, best: list[Compared], who: frozenset[str] | None
) -> list[Finding]:
    """Each utterance once, as the report has it that is nearest, and among equals the earliest."""
    first: dict[str, Compared] = {}
    for one in best:
        kept = one.told.statement
        place = kept.utterance if kept else f"{one.told.paragraph.number}"
        first.setdefault(place, one)
    nearest = max((one.similarity for one in best), default=0.0)
    chosen = [one for one in first.values() if one.similarity >= nearest - NEARLY][:ATTESTED]
    told = view.attestations([one.told.statement.utterance for one in chosen if one.told.statement])
    found = []
    for one in chosen:
        kept = one.told.statement
        attestations = told.get(kept.utterance, (kept,)) if kept else ()
        shown = _chosen(asked, one, attestations, who)
        found.append(judging.finding(shown, who, attestations))
    return found


def _chosen(
    asked: Quoted,
    one: Compared,
    attestations: tuple[KeptStatement, ...],
    who: frozenset[str] | None,
) -> Compared:
    """Of the attestations that have the words as near as ``one`` the earliest, if need be of those
    who are asked for."""
    first = None
    for kept in attestations:
        theirs = judging.is_theirs(kept, who)
        if (first and not theirs) or one.told.statement is None:
            continue
        other = compared(asked, statement_told(one.told.paragraph, kept))
        if _as_near(other, one):
            if theirs or who is None:
                return other
            first = other
    return first or one


def _as_near(one: Compared, other: Compared) -> bool:
    return (one.wording, one.similarity, one.spoken) == (
        other.wording,
        other.similarity,
        other.spoken,
    )
