"""Two rows of words laid beside each other: where the asked words stand among the told ones.

The asked words are mostly a small part of what is told. So the stretch that has most of them is
looked for first, and only around it are the words aligned (Indel distance by rapidfuzz: the longest
common subsequence, Hyyrö 2004). Words that a common "the" far away would tie on are let go again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

LONELY = 0.5
"""What a word passed over costs, in words in common: a match farther off is chance."""


class Step(NamedTuple):
    """Asked words ``[first, last)`` beside told words ``[told_first, told_last)``."""

    first: int
    last: int
    told_first: int
    told_last: int
    same: bool


Steps = tuple[Step, ...]


def places(asked: Sequence[str], told: Sequence[str], most: int = 200) -> Iterator[int]:
    """Where in ``told`` all of ``asked`` stands, word after word; no more than ``most`` places."""
    text = "\0" + "\0".join(told) + "\0"
    wanted = "\0" + "\0".join(asked) + "\0"
    at, before, words = text.find(wanted), 0, 0
    while at >= 0 and most > 0:
        words += text.count("\0", before, at)
        before = at
        yield words
        at, most = text.find(wanted, at + 1), most - 1


def align(asked: Sequence[str], told: Sequence[str]) -> Steps:
    """The asked words, all of them, beside those told words that suit them best."""
    low, high = _stretch(asked, told)
    steps = _opcodes(asked, told, low, high)
    return _with_ends(_merged(_densest(steps)), len(asked), len(told))


def _stretch(asked: Sequence[str], told: Sequence[str]) -> tuple[int, int]:
    """The told words to be aligned: around the window with most of the asked words."""
    size = len(asked)
    wanted = Counter(asked)
    held: Counter[str] = Counter()
    score, best, start = 0, -1, 0
    for at, word in enumerate(told):
        if word in wanted:
            held[word] += 1
            score += held[word] <= wanted[word]
        out = at - size
        if out >= 0 and told[out] in wanted:
            score -= held[told[out]] <= wanted[told[out]]
            held[told[out]] -= 1
        if score > best:
            best, start = score, max(0, out + 1)
    slack = max(4, size // 2)
    return max(0, start - slack), min(len(told), start + size + slack)


def _opcodes(asked: Sequence[str], told: Sequence[str], low: int, high: int) -> list[Step]:
    """The words in common between ``asked`` and ``told[low:high]``, run by run."""
    from rapidfuzz.distance import Indel

    return [
        Step(one.src_start, one.src_end, one.dest_start + low, one.dest_end + low, True)
        for one in Indel.opcodes(asked, told[low:high])
        if one.tag == "equal"
    ]


def _densest(runs: list[Step]) -> list[Step]:
    """The neighbouring runs that have most words for the fewest passed over between them."""
    best: tuple[float, int, int] = (0.0, 0, 0)
    score, begin = 0.0, 0
    for at, run in enumerate(runs):
        if at:
            before = runs[at - 1]
            score -= LONELY * max(run.first - before.last, run.told_first - before.told_last)
        if score <= 0:
            score, begin = 0.0, at
        score += run.last - run.first
        if score > best[0]:
            best = score, begin, at + 1
    return runs[best[1] : best[2]]


def _merged(runs: Iterable[Step]) -> list[Step]:
    """Runs in common, and between them what differs."""
    steps: list[Step] = []
    for run in runs:
        if steps:
            before = steps[-1]
            steps.append(Step(before.last, run.first, before.told_last, run.told_first, False))
        steps.append(run)
    return steps


def _with_ends(steps: list[Step], asked: int, told: int) -> Steps:
    """What is asked before and after stands beside as many told words, where there are any."""
    if not steps:
        return (Step(0, asked, 0, 0, False),)
    first, last = steps[0], steps[-1]
    if first.first:
        steps.insert(
            0, Step(0, first.first, max(0, first.told_first - first.first), first.told_first, False)
        )
    if last.last < asked:
        end = min(told, last.told_last + asked - last.last)
        steps.append(Step(last.last, asked, last.told_last, end, False))
    return tuple(steps)


def joined(steps: Iterable[Step], more: Iterable[Step]) -> Steps:
    """Steps and those that go on after them, with what is told between left out."""
    whole = [*steps, *more]
    filled: list[Step] = whole[:1]
    for before, step in pairwise(whole):
        if step.told_first > before.told_last:
            filled.append(Step(step.first, step.first, before.told_last, step.told_first, False))
        filled.append(step)
    return tuple(filled)
