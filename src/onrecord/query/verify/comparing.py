"""A quotation beside what a report tells: what is the same, what differs, how much it matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.query.verify.aligning import Step, Steps, laid
from onrecord.query.verify.findings import Kind, Part, Verdict
from onrecord.query.verify.quoted import Quoted
from onrecord.query.verify.told import Told
from onrecord.query.verify.typography import alike
from onrecord.query.verify.words import negations

NEAR = 0.6
"""So much of the letters of two words must be the same for one to be a slip for the other."""

FEW = 3
"""Words up to which a "not" in them turns the sense; in a longer passage it belongs to that."""

MOVED = 0.8
"""What a word counts that stands in another place."""

PASSED_OVER = 3
"""Words that are left out count as so many at most: a long cut is no greater lie than a short."""


@dataclass(frozen=True, slots=True)
class Compared:
    """``steps`` go through all of the quotation. ``similarity``: see ``findings.Finding``.

    ``covered``: share of the quotation's own words that are told, or nearly; 0 to 1.
    """

    quoted: Quoted
    told: Told
    steps: Steps
    parts: tuple[Part, ...]
    wording: Verdict
    similarity: float
    covered: float

    @property
    def same(self) -> tuple[Step, ...]:
        """The runs of words in common; none where nothing is."""
        return tuple(step for step in self.steps if step.same)

    @property
    def spoken(self) -> float:
        """Share of the words in common that are given as somebody's very words."""
        found = [
            one for run in self.same for one in self.told.spoken[run.told_first : run.told_last]
        ]
        return sum(found) / len(found) if found else 0.0


def compared(quoted: Quoted, told: Told) -> Compared:
    """Lay them beside each other."""
    steps = laid(quoted.keys, told.keys, quoted.gaps)
    parts = tuple(_parts(quoted, told, steps))
    return Compared(quoted, told, steps, parts, _wording(parts), *_likeness(quoted, told, steps))


def _parts(quoted: Quoted, told: Told, steps: Steps) -> Iterator[Part]:
    for step in steps:
        if step.same:
            yield from _in_common(quoted, told, step)
        else:
            yield _difference(quoted, told, step)


def _in_common(quoted: Quoted, told: Told, step: Step) -> Iterator[Part]:
    """A run of words in common, parted where the typography is another."""
    same = alike(quoted, told, step)
    for kind, run in groupby(range(len(same)), key=lambda at: same[at]):
        places = list(run)
        first, last = places[0], places[-1] + 1
        yield Part(
            Kind.SAME if kind else Kind.TYPOGRAPHY,
            quoted.slice(step.first + first, step.first + last),
            told.passage(
                step.told_first + first,
                step.told_first + last,
                alone=step.first + last == len(quoted.words),
            ),
        )


def _difference(quoted: Quoted, told: Told, step: Step) -> Part:
    asked, other = step.last - step.first, step.told_last - step.told_first
    kind = Kind.CHANGED if asked and other else Kind.ADDED if asked else Kind.LEFT_OUT
    return Part(
        kind,
        quoted.slice(step.first, step.last),
        told.passage(step.told_first, step.told_last, step.last == len(quoted.words)),
        _owned_up(quoted, step),
        _negates(quoted.keys[step.first : step.last], told.keys[step.told_first : step.told_last]),
    )


def _owned_up(quoted: Quoted, step: Step) -> bool:
    """Whether an ellipsis or square brackets say that the quotation differs here."""
    if step.first == step.last:
        return step.first in quoted.gaps
    return all(word.bracketed for word in quoted.words[step.first : step.last])


def _negates(asked: Sequence[str], told: Sequence[str]) -> bool:
    if max(len(asked), len(told)) > FEW:
        return False
    if sum(word in negations() for word in asked) % 2 != sum(w in negations() for w in told) % 2:
        return True
    pairs = zip(asked, told, strict=False)
    return len(asked) == len(told) and any(_opposite(*pair) for pair in pairs)


def _opposite(one: str, other: str) -> bool:
    """ "able" and "unable", "legal" and "illegal"."""
    short, long = sorted((one, other), key=len)
    return len(short) > FEW and long in {f"{prefix}{short}" for prefix in _OPPOSITES}


_OPPOSITES = ("un", "in", "im", "il", "ir", "dis", "non")


def _wording(parts: Iterable[Part]) -> Verdict:
    kinds = {one.kind for one in parts if not (one.kind is Kind.ADDED and one.marked)}
    unlike = [one for one in parts if one.kind not in (Kind.SAME, Kind.TYPOGRAPHY)]
    left_out = (one.kind is Kind.LEFT_OUT or one.marked for one in unlike)
    if any(one.negates and not one.marked for one in unlike) or not all(left_out):
        return Verdict.ALTERED
    if kinds & {Kind.LEFT_OUT, Kind.CHANGED}:
        return Verdict.CUT
    return Verdict.TYPOGRAPHY if unlike or Kind.TYPOGRAPHY in kinds else Verdict.EXACT


def _likeness(quoted: Quoted, told: Told, steps: Steps) -> tuple[float, float]:
    """``similarity`` and ``covered``."""
    common = words = all_told = 0.0
    lost: Counter[str] = Counter()
    put_in: Counter[str] = Counter()
    for step in steps:
        asked, other = step.last - step.first, step.told_last - step.told_first
        if step.same:
            common, words, all_told = common + asked, words + asked, all_told + asked
        elif not _owned_up(quoted, step):
            common += _near(quoted, told, step)
            words, all_told = words + asked, all_told + min(other, asked + PASSED_OVER)
            put_in.update(quoted.keys[step.first : step.last])
            if other <= asked + PASSED_OVER:
                lost.update(told.keys[step.told_first : step.told_last])
    beyond = put_in & _beyond(told, steps)
    common = min(words, common + MOVED * ((put_in & lost) | beyond).total())
    all_told += (beyond - lost).total()
    return (2 * common / (words + all_told), common / words) if words else (0.0, 0.0)


def _beyond(told: Told, steps: Steps) -> Counter[str]:
    """The word before and the one behind: a word may have moved over the end."""
    first, last = steps[0].told_first, steps[-1].told_last
    return Counter((*told.keys[max(0, first - 1) : first], *told.keys[last : last + 1]))


def _near(quoted: Quoted, told: Told, step: Step) -> float:
    """Words in common, if slips in spelling are let pass for the share of letters that is right."""
    from rapidfuzz.distance import Indel

    pairs = zip(
        quoted.keys[step.first : step.last],
        told.keys[step.told_first : step.told_last],
        strict=False,
    )
    return sum(Indel.normalized_similarity(*pair, score_cutoff=NEAR) for pair in pairs)
