"""Contents go to the cue that claims them most; sources likewise."""

import numpy as np

from onrecord.attribute.linking import link
from onrecord.domain.tagging import CueLinks, Role, TaggedSpan, Tagging


def span(role: Role, first: int, last: int) -> TaggedSpan:
    return TaggedSpan(role, first, last, 0.9)


def links(
    source: dict[int, float], content: dict[int, float], words: int = 12, offset: int = 0
) -> CueLinks:
    def array(shares: dict[int, float]) -> np.ndarray:
        return np.array([shares.get(at + offset, 0.0) for at in range(words)], np.float32)

    return CueLinks(offset, array(source), array(content))


def tagging(spans: list[TaggedSpan], *cue_links: CueLinks) -> Tagging:
    return Tagging(tuple(spans), cue_links)


SOURCE, CUE, CONTENT = Role.SOURCE, Role.CUE, Role.CONTENT


def test_a_cue_takes_the_source_and_the_content_that_it_points_to() -> None:
    spans = [span(SOURCE, 0, 1), span(CUE, 1, 2), span(CONTENT, 3, 5)]
    (found,) = link(tagging(spans, links({0: 0.9}, {3: 0.9, 4: 0.7})))
    assert found.source == spans[0]
    assert found.contents == (spans[2],)
    assert abs(found.content_link - 0.8) < 1e-6


def test_of_two_cues_the_one_with_the_higher_claim_wins() -> None:
    spans = [span(CUE, 0, 1), span(CONTENT, 2, 4), span(CUE, 5, 6)]
    (found,) = link(tagging(spans, links({}, {2: 0.4, 3: 0.4}), links({}, {2: 0.6, 3: 0.6})))
    assert found.cue == spans[2]
    assert abs(found.rival_link - 0.4) < 1e-6


def test_contents_on_both_sides_of_a_cue_are_one_statement() -> None:
    spans = [span(CONTENT, 0, 2), span(CUE, 3, 4), span(CONTENT, 5, 8)]
    (found,) = link(tagging(spans, links({}, dict.fromkeys((0, 1, 5, 6, 7), 0.9))))
    assert found.contents == (spans[0], spans[2])


def test_a_content_that_no_cue_claims_is_left_out() -> None:
    spans = [span(CUE, 0, 1), span(CONTENT, 2, 4)]
    assert link(tagging(spans, links({}, {2: 0.1, 3: 0.1}))) == ()


def test_a_cue_without_a_probable_source_has_none() -> None:
    spans = [span(SOURCE, 0, 1), span(CUE, 1, 2), span(CONTENT, 3, 4)]
    (found,) = link(tagging(spans, links({0: 0.05}, {3: 0.9})))
    assert found.source is None
    assert found.source_link == 0


def test_two_cues_may_share_a_source() -> None:
    spans = [
        span(SOURCE, 0, 1),
        span(CUE, 1, 2),
        span(CONTENT, 2, 3),
        span(CUE, 4, 5),
        span(CONTENT, 5, 6),
    ]
    first, second = link(tagging(spans, links({0: 0.9}, {2: 0.9}), links({0: 0.8}, {5: 0.9})))
    assert first.source == second.source == spans[0]


def test_a_span_outside_a_cues_window_is_not_asked() -> None:
    spans = [span(CONTENT, 0, 1), span(CUE, 8, 9)]
    assert link(tagging(spans, links({}, {8: 0.9}, words=4, offset=8))) == ()
