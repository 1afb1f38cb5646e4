"""Two rows of words laid beside each other: where the asked words stand among the told ones.

The asked words are mostly a small part of what is told. So the stretch that has most of them is
looked for first, and only around it are the words aligned (Indel distance by rapidfuzz: the longest
common subsequence, Hyyrö 2004). Words that a common "the" far away would tie on are let go again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

LONELY = 0.5
"""What a word passed over costs, in words in common: a match farther off is chance."""

FEWEST, OPENLY = 4, 2
"""Words that must be told in another place than the others for that not to be chance; the second
where an ellipsis says that something is left out."""

NEARBY, LETTERS = 8, 4
"""Fewer words that go on so many told words farther on at most, if they have so many letters."""

MOST = 0.75
"""So many of them have to be told there."""


class Step(NamedTuple):
    """Asked words ``[first, last)`` beside told words ``[told_first, told_last)``."""

    first: int
    last: int
    told_first: int
    told_last: int
    same: bool


Steps = tuple[Step, ...]


def laid(asked: Sequence[str], told: Sequence[str], gaps: frozenset[int] = frozenset()) -> Steps:
    """The asked words, all of them, beside those told words that suit them best.

    What is left over before and behind the best stretch is looked for before and behind it: words
    may have been left out between, openly (``gaps``) or not.
    """
    runs = _runs(asked, told, gaps, (0, len(asked)), (0, len(told)))
    return _with_ends(_merged(runs), len(asked), len(told))


def _runs(
    asked: Sequence[str],
    told: Sequence[str],
    gaps: frozenset[int],
    of: tuple[int, int],
    within: tuple[int, int],
) -> list[Step]:
    """The words in common of ``asked[of]`` and ``told[within]``, run by run."""
    part, place = asked[slice(*of)], told[slice(*within)]
    (low, told_low), best = (of[0], within[0]), _as_it_stands(part, place)
    if not best:
        best = _densest(_opcodes(part, place))
    found = [_moved(one, low, told_low) for one in best]
    if not found:
        return []
    found[0] = _backwards(asked, told, found[0], of[0], within[0])
    found[-1] = _forwards(asked, told, found[-1], of[1], within[1])
    first, last = found[0], found[-1]
    before = (of[0], first.first), (within[0], first.told_first)
    behind = (last.last, of[1]), (last.told_last, within[1])
    return [
        *_left_over(asked, told, gaps, *before),
        *found,
        *_left_over(asked, told, gaps, *behind),
    ]


def _backwards(
    asked: Sequence[str], told: Sequence[str], run: Step, least: int, least_told: int
) -> Step:
    """``run`` with the words in common right before it."""
    many = 0
    most = min(run.first - least, run.told_first - least_told)
    while many < most and asked[run.first - many - 1] == told[run.told_first - many - 1]:
        many += 1
    return run._replace(first=run.first - many, told_first=run.told_first - many)


def _forwards(
    asked: Sequence[str], told: Sequence[str], run: Step, end: int, told_end: int
) -> Step:
    """``run`` with the words in common right behind it."""
    many, most = 0, min(end - run.last, told_end - run.told_last)
    while many < most and asked[run.last + many] == told[run.told_last + many]:
        many += 1
    return run._replace(last=run.last + many, told_last=run.told_last + many)


def _left_over(
    asked: Sequence[str],
    told: Sequence[str],
    gaps: frozenset[int],
    of: tuple[int, int],
    within: tuple[int, int],
) -> list[Step]:
    """Runs of what is left over, if it is told there for the most part and not by chance."""
    size = of[1] - of[0]
    fewest = OPENLY if gaps & {*of} else FEWEST
    if not size or within[0] >= within[1]:
        return []
    if size < fewest:
        return _nearby(asked, told, of, within)
    found = _runs(asked, told, gaps, of, within)
    return found if sum(run.last - run.first for run in found) >= max(fewest, MOST * size) else []


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


def _nearby(
    asked: Sequence[str], told: Sequence[str], of: tuple[int, int], within: tuple[int, int]
) -> list[Step]:
    """A few words as they stand, if that is right before or behind what was found."""
    words = asked[slice(*of)]
    if sum(map(len, words)) < LETTERS:
        return []
    reach = NEARBY + len(words)
    low, high = within
    if of[0]:
        high = min(high, low + reach)
    else:
        low = max(low, high - reach)
    return [_moved(one, of[0], low) for one in _as_it_stands(words, told[low:high])]


def _as_it_stands(asked: Sequence[str], told: Sequence[str]) -> list[Step]:
    """The first place where all of ``asked`` is told, word after word."""
    text, wanted = ("\0" + "\0".join(words) + "\0" for words in (told, asked))
    at = text.find(wanted)
    if at < 0 or not asked:
        return []
    begin = text.count("\0", 0, at)
    return [Step(0, len(asked), begin, begin + len(asked), True)]


def _moved(one: Step, by: int, told_by: int) -> Step:
    return Step(
        one.first + by, one.last + by, one.told_first + told_by, one.told_last + told_by, one.same
    )


def _opcodes(asked: Sequence[str], told: Sequence[str]) -> list[Step]:
    """The words in common around where most of them are, run by run."""
    from rapidfuzz.distance import Indel

    low, high = _stretch(asked, told)
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
