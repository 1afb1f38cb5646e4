"""Speakers that print names without a verb: turns of a transcript, credits after a dash.

    REED: We never said so.                     “We never said so.” — Ann Reed, Leeds

Both are layout, not language, and so few of them stand in ordinary reports that a network hardly
learns them. A transcript has to show itself as one: labels that come back, at least two of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from onrecord.attribute.linking import Candidate
from onrecord.domain.segmented import QuoteState, SegmentedArticle
from onrecord.domain.span import Span
from onrecord.domain.tagging import Role, TaggedSpan

SURENESS = 0.95
"""Tag and link score of what is found here; ``probability`` turns it into a probability."""
LONGEST_LABEL = 4
LONGEST_CREDIT = 12
FEWEST_TURNS = 3
DASHES = frozenset("—–―-")
_PARTICLES = frozenset(["of", "the", "de", "la", "van", "von", "bin", "al", "and", ",", ".", "-"])


class Spoken(NamedTuple):
    """Word ranges of one printed attribution; the cue is the colon or the dash."""

    source: Span
    cue: Span
    content: Span


def printed_candidates(article: SegmentedArticle) -> tuple[Candidate, ...]:
    """Attributions that the layout states, in reading order."""
    paragraphs = _paragraphs(article)
    found = [*_turns(article, paragraphs), *_credits(article, paragraphs)]
    return tuple(_candidate(spoken) for spoken in sorted(found))


def _paragraphs(article: SegmentedArticle) -> list[Span]:
    if not len(article):
        return []
    cuts = (np.flatnonzero(np.diff(article.paragraphs)) + 1).tolist()
    return [Span(*bounds) for bounds in pairwise([0, *cuts, len(article)])]


def _candidate(spoken: Spoken) -> Candidate:
    source, cue, content = (
        TaggedSpan(role, *words, SURENESS)
        for role, words in zip((Role.SOURCE, Role.CUE, Role.CONTENT), spoken, strict=True)
    )
    return Candidate(cue, (content,), source, SURENESS, SURENESS)


def _turns(article: SegmentedArticle, paragraphs: list[Span]) -> Iterator[Spoken]:
    """Paragraphs that begin with a label and a colon, where labels come back."""
    turns = [(turn, paragraph) for paragraph in paragraphs if (turn := _label(article, paragraph))]
    names = [" ".join(article.words[label.start : label.end]) for label, _ in turns]
    counts = Counter(names)
    if len(turns) < FEWEST_TURNS or len(counts) < 2:
        return
    for (label, paragraph), name in zip(turns, names, strict=True):
        if counts[name] > 1:
            cue = Span(label.end, label.end + 1)
            yield Spoken(label, cue, Span(cue.end, paragraph.end))


def _label(article: SegmentedArticle, paragraph: Span) -> Span | None:
    """Words before a colon at a paragraph's start that can be a name: all of them capitalised."""
    first = paragraph.start + (article.quotes[paragraph.start] == QuoteState.OPENING)
    for at in range(first, min(first + LONGEST_LABEL + 1, paragraph.end - 1)):
        word = article.words[at]
        if word == ":":
            return Span(first, at) if at > first else None
        if not (word[0].isupper() or word in _PARTICLES):
            return None
    return None


def _credits(article: SegmentedArticle, paragraphs: list[Span]) -> Iterator[Spoken]:
    """A paragraph that is a quotation, a dash and a name; the name may be on a line of its own."""
    before: Span | None = None
    for paragraph in paragraphs:
        closing = _end_of_quotation(article, paragraph)
        if closing is not None and (credit := _credit(article, closing, paragraph.end)):
            yield Spoken(credit[1], credit[0], Span(paragraph.start, closing))
        elif before and (credit := _credit(article, paragraph.start, paragraph.end)):
            yield Spoken(credit[1], credit[0], before)
        before = paragraph if closing == paragraph.end else None


def _end_of_quotation(article: SegmentedArticle, paragraph: Span) -> int | None:
    """Where the quotation ends that opens the paragraph."""
    if article.quotes[paragraph.start] != QuoteState.OPENING:
        return None
    closings = np.flatnonzero(article.quotes[paragraph.start : paragraph.end] == QuoteState.CLOSING)
    return paragraph.start + int(closings[-1]) + 1 if len(closings) else None


def _credit(article: SegmentedArticle, start: int, end: int) -> tuple[Span, Span] | None:
    """The dash and the name when the words ``[start, end)`` are just that."""
    dash = start
    while dash < end and article.words[dash] in DASHES:
        dash += 1
    last = end - (article.words[end - 1] == ".")
    name = article.words[dash:last]
    if dash == start or not name or len(name) > LONGEST_CREDIT or not name[0][0].isupper():
        return None
    if not all(word[0].isupper() or word[0].isdigit() or word in _PARTICLES for word in name):
        return None
    return Span(start, dash), Span(dash, last)
