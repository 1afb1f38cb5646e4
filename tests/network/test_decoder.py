"""Tags become spans that are well formed and as probable as can be."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.domain.tagging import Role
from onrecord.network.decoder import TAGS, TRANSITIONS, decode

NO_BIAS = np.zeros(TAGS, np.float32)


def sure(*tags: int) -> np.ndarray:
    """Log-probabilities of somebody who is nearly sure of these tags."""
    return np.log(np.where(np.arange(TAGS) == np.array(tags)[:, None], 0.94, 0.01)).astype(
        np.float32
    )


def spans(logs: np.ndarray, paragraphs: list[int] | None = None) -> list[tuple[Role, int, int]]:
    numbers = np.array(paragraphs or [0] * len(logs), np.int32)
    return [(Role(s.label), s.first, s.last) for s in decode(logs, numbers, NO_BIAS)]


def test_runs_of_a_role_become_spans() -> None:
    assert spans(sure(1, 2, 3, 0, 5, 6, 6)) == [
        (Role.SOURCE, 0, 2),
        (Role.CUE, 2, 3),
        (Role.CONTENT, 4, 7),
    ]


def test_a_begin_tag_parts_two_spans_of_one_role() -> None:
    assert spans(sure(5, 6, 5, 6)) == [(Role.CONTENT, 0, 2), (Role.CONTENT, 2, 4)]


def test_no_span_crosses_a_paragraph() -> None:
    found = spans(sure(5, 6, 6, 6), [0, 0, 1, 1])
    assert [(first, last) for _, first, last in found] == [(0, 2), (2, 4)]


def test_an_unlikely_inside_tag_is_mended_and_not_taken() -> None:
    logs = sure(0, 0, 6, 0)
    logs[1] = np.log([0.4, 0.01, 0.01, 0.01, 0.01, 0.55, 0.01])
    assert spans(logs) == [(Role.CONTENT, 1, 3)]


def test_the_score_is_the_mean_probability_of_the_class() -> None:
    (span,) = decode(sure(5, 6), np.zeros(2, np.int32), NO_BIAS)
    assert abs(span.score - 0.95) < 1e-6


def test_nothing_is_decoded_from_nothing() -> None:
    assert decode(np.zeros((0, TAGS), np.float32), np.zeros(0, np.int32), NO_BIAS) == ()


@given(arrays(np.float32, (3, TAGS), elements=st.floats(-5, 0, width=32)))
def test_the_path_is_the_best_of_all_paths(logs: np.ndarray) -> None:
    def worth(path: tuple[int, ...]) -> float:
        total = TRANSITIONS[0, path[0]] + sum(logs[at, tag] for at, tag in enumerate(path))
        return float(total + sum(TRANSITIONS[a, b] for a, b in itertools.pairwise(path)))

    best = max(itertools.product(range(TAGS), repeat=3), key=worth)
    covered = [-1] * 3
    for role, first, last in spans(logs):
        covered[first:last] = [role] * (last - first)
    expected = [(tag - 1) // 2 if tag else -1 for tag in best]
    if (
        worth(best) - max(worth(p) for p in itertools.product(range(TAGS), repeat=3) if p != best)
        > 1e-4
    ):
        assert covered == expected


@given(st.lists(st.integers(1, 5), min_size=1, max_size=6), st.data())
def test_each_paragraph_is_decoded_as_if_it_stood_alone(
    lengths: list[int], data: st.DataObject
) -> None:
    size = (sum(lengths), TAGS)
    logs = data.draw(arrays(np.float32, size, elements=st.floats(-5, 0, width=32)))
    numbers = [number for number, length in enumerate(lengths) for _ in range(length)]
    ends = list(itertools.accumulate(lengths, initial=0))
    alone = [
        (role, first + low, last + low)
        for low, high in itertools.pairwise(ends)
        for role, first, last in spans(logs[low:high])
    ]
    assert spans(logs, numbers) == alone
