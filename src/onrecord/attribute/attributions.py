"""From a tagged report to its attributions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from operator import attrgetter

from onrecord.attribute.form import form_of
from onrecord.attribute.hedges import hedges
from onrecord.attribute.linking import Candidate, link
from onrecord.attribute.print_speakers import printed_candidates
from onrecord.attribute.probability import Calibration, features, probability
from onrecord.attribute.typography import complete_quotations
from onrecord.domain.segmented import SegmentedArticle
from onrecord.domain.span import NO_WORDS, Passage, Span
from onrecord.domain.statement import Attribution, Form
from onrecord.domain.tagging import TaggedSpan, Tagging

_LAST = attrgetter("last")
_PARTING = frozenset(",;:")


def find_attributions(
    article: SegmentedArticle, tagging: Tagging, calibration: Calibration
) -> tuple[Attribution, ...]:
    """The attributions that are probable enough, in reading order of what is said first."""
    candidates = propose(article, tagging)
    found = (
        _attribution(article, candidate, contents, calibration)
        for candidate, contents in zip(
            candidates, complete_quotations(article, candidates), strict=True
        )
        if contents
    )
    kept = (one for one in found if one.probability >= calibration.least)
    return tuple(sorted(kept, key=_place))


def propose(article: SegmentedArticle, tagging: Tagging) -> tuple[Candidate, ...]:
    """What print states, what the network found besides, and hedges that it passed over."""
    printed = printed_candidates(article)
    taken = [content for candidate in printed for content in candidate.contents]
    linked = (candidate for candidate in link(tagging) if not _is_taken(candidate, taken))
    found = (*printed, *linked)
    return (*found, *hedges(article, tagging, found))


def _is_taken(candidate: Candidate, taken: list[TaggedSpan]) -> bool:
    """Whether half of a content of its own stands in one that print gives a speaker.

    ``taken`` is in reading order and does not overlap.
    """
    for span in candidate.contents:
        number = bisect_right(taken, span.first, key=_LAST)
        for one in taken[number : number + 1]:
            if (
                2 * (min(one.last, span.last) - max(one.first, span.first))
                >= span.last - span.first
            ):
                return True
    return False


def _attribution(
    article: SegmentedArticle, candidate: Candidate, contents: list[Span], calibration: Calibration
) -> Attribution:
    form = form_of(article, contents)
    words = sum(last - first for first, last in contents)
    values = features(candidate, words, form is not Form.INDIRECT)
    return Attribution(
        source=_passage(article, [_range(candidate.source)]) if candidate.source else NO_WORDS,
        cue=_passage(article, [_range(candidate.cue)]),
        content=_passage(article, contents),
        form=form,
        probability=probability(calibration.attribution, values),
        source_probability=probability(calibration.source, values),
    )


def _range(span: TaggedSpan) -> Span:
    return Span(span.first, span.last)


def _passage(article: SegmentedArticle, ranges: Iterable[Span]) -> Passage:
    """Word ranges -> code points, from the first letter to the last."""
    starts, ends = article.starts, article.ends
    trimmed = (_trimmed(article, words) for words in ranges)
    return Passage.cut(
        article.text, [(int(starts[first]), int(ends[last - 1])) for first, last in trimmed]
    )


def _trimmed(article: SegmentedArticle, words: Span) -> Span:
    """Without commas and colons at the ends, which part phrases and belong to none of them."""
    first, last = words
    while last - first > 1 and article.words[last - 1] in _PARTING:
        last -= 1
    while last - first > 1 and article.words[first] in _PARTING:
        first += 1
    return Span(first, last)


def _place(attribution: Attribution) -> tuple[int, int]:
    """Where it begins: at whichever of its parts stands first."""
    first = min(
        part.spans[0].start
        for part in (attribution.source, attribution.cue, attribution.content)
        if part
    )
    return first, attribution.content.spans[0].start
