"""Link tagged spans: each content to the cue that claims it most, each cue to its likeliest source.

The network says for every cue how probable each word is part of its source and of its content
(``domain.tagging.CueLinks``); here those votes become one attribution a cue. A cue without content
says nothing, and a content that no cue claims is nobody's: both are left out.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter

from onrecord.domain.tagging import CueLinks, Role, TaggedSpan, Tagging

LEAST_CONTENT = 0.2
"""Mean link probability below which a content is not a cue's; chosen on dev."""
LEAST_SOURCE = 0.15
"""The same for a source."""
_FIRST = attrgetter("first")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One attribution in word ranges, before its bounds are made exact.

    ``content_link`` and ``source_link`` are mean link probabilities (0..1; 0 without a source).
    """

    cue: TaggedSpan
    contents: tuple[TaggedSpan, ...]
    source: TaggedSpan | None
    content_link: float
    source_link: float
    rival_link: float = 0.0
    """The second-best cue's claim to the first content: a close race is a doubtful link."""


def link(tagging: Tagging) -> tuple[Candidate, ...]:
    """Candidates in order of their cues. Cost: cues times the spans in their windows."""
    cues = [span for span in tagging.spans if span.role is Role.CUE]
    contents = [span for span in tagging.spans if span.role is Role.CONTENT]
    sources = [span for span in tagging.spans if span.role is Role.SOURCE]
    claimed: dict[int, list[tuple[TaggedSpan, float, float]]] = {}
    claims = _claims(contents, tagging.links)
    for content, (best, claim, rival) in zip(contents, claims, strict=True):
        if claim >= LEAST_CONTENT:
            claimed.setdefault(best, []).append((content, claim, rival))
    return tuple(
        _candidate(cues[number], claimed[number], sources, tagging.links[number])
        for number in sorted(claimed)
    )


def _claims(
    contents: list[TaggedSpan], links: tuple[CueLinks, ...]
) -> list[tuple[int, float, float]]:
    """For each content: the cue with the highest claim, that claim, and the runner-up's."""
    best = [(-1, 0.0, 0.0)] * len(contents)
    for cue, reach in enumerate(links):
        for number in _within(contents, reach):
            span = contents[number]
            claim = reach.mean_content(span.first, span.last)
            holder, highest, _ = best[number]
            if claim > highest:
                best[number] = (cue, claim, highest)
            elif claim > best[number][2]:
                best[number] = (holder, highest, claim)
    return best


def _within(spans: list[TaggedSpan], reach: CueLinks) -> range:
    """Numbers of the spans that begin inside a cue's window; ``spans`` are in reading order."""
    last = reach.offset + len(reach.content)
    return range(bisect_left(spans, reach.offset, key=_FIRST), bisect_left(spans, last, key=_FIRST))


def _candidate(
    cue: TaggedSpan,
    claimed: list[tuple[TaggedSpan, float, float]],
    sources: list[TaggedSpan],
    reach: CueLinks,
) -> Candidate:
    source, source_link = _source(sources, reach)
    words = sum(span.last - span.first for span, _, _ in claimed)
    claim = sum(claim * (span.last - span.first) for span, claim, _ in claimed) / words
    return Candidate(
        cue=cue,
        contents=tuple(span for span, _, _ in claimed),
        source=source,
        content_link=claim,
        source_link=source_link,
        rival_link=claimed[0][2],
    )


def _source(sources: list[TaggedSpan], reach: CueLinks) -> tuple[TaggedSpan | None, float]:
    best: TaggedSpan | None = None
    highest = LEAST_SOURCE
    for number in _within(sources, reach):
        probability = reach.mean_source(sources[number].first, sources[number].last)
        if probability >= highest:
            best, highest = sources[number], probability
    return best, highest if best else 0.0
