"""From a tagged report to its attributions."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.attribute.form import form_of
from onrecord.attribute.linking import Candidate, link
from onrecord.attribute.probability import Calibration, features, probability
from onrecord.attribute.typography import complete_quotations
from onrecord.domain.segmented import SegmentedArticle
from onrecord.domain.span import NO_WORDS, Passage, Span
from onrecord.domain.statement import Attribution, Form
from onrecord.domain.tagging import TaggedSpan, Tagging


def find_attributions(
    article: SegmentedArticle, tagging: Tagging, calibration: Calibration
) -> tuple[Attribution, ...]:
    """The attributions that are probable enough, in reading order of what is said first."""
    candidates = link(tagging)
    found = (
        _attribution(article, candidate, contents, calibration)
        for candidate, contents in zip(
            candidates, complete_quotations(article, candidates), strict=True
        )
        if contents
    )
    kept = (one for one in found if one.probability >= calibration.least)
    return tuple(sorted(kept, key=_place))


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
    return Passage.cut(
        article.text, [(int(starts[first]), int(ends[last - 1])) for first, last in ranges]
    )


def _place(attribution: Attribution) -> tuple[int, int]:
    """Where it begins: at whichever of its parts stands first."""
    first = min(
        part.spans[0].start
        for part in (attribution.source, attribution.cue, attribution.content)
        if part
    )
    return first, attribution.content.spans[0].start
