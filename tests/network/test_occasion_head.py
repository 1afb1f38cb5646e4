"""The occasion head is asked about listed words only, and about each beside its own sentence."""

import numpy as np

from onrecord.network.occasion_head import KINDS, STATUSES, OccasionHead, beside, candidates

RNG = np.random.default_rng(1)


def head(favoured: int) -> OccasionHead:
    """A head that gives every word the same kind."""
    bias = np.zeros(KINDS + STATUSES, np.float32)
    bias[favoured] = 9
    return OccasionHead(
        {
            "hidden.weight": np.zeros((2, 6), np.float32),
            "hidden.bias": np.zeros(2, np.float32),
            "out.weight": np.zeros((KINDS + STATUSES, 2), np.float32),
            "out.bias": bias,
        }
    )


def test_candidates_are_listed_words_in_any_case() -> None:
    assert candidates(["They", "MET", "at", "a", "rally", "bridge"]).tolist() == [1, 4]


def test_what_stands_beside_a_word_ends_with_its_sentence() -> None:
    states = RNG.normal(size=(5, 2)).astype(np.float32)
    sentences = np.array([0, 0, 0, 1, 1], np.int32)
    (row,) = beside(states, sentences, np.array([1]))
    assert np.allclose(row, np.concatenate([states[1], (states[0] + states[2]) / 2]))


def test_a_word_alone_in_its_sentence_has_nothing_beside_it() -> None:
    states = np.ones((1, 2), np.float32)
    assert beside(states, np.zeros(1, np.int32), np.array([0])).tolist() == [[1, 1, 0, 0]]


def test_words_that_tell_of_an_occasion_are_given_with_shares() -> None:
    (one,) = head(favoured=1).occasions(np.zeros((1, 6), np.float32), np.array([7]))
    assert one.word == 7
    assert one.kinds[0] == max(one.kinds) > 0.9
    assert abs(sum(one.statuses) - 1) < 1e-5


def test_words_that_tell_of_none_are_passed_over() -> None:
    assert not list(head(favoured=0).occasions(np.zeros((3, 6), np.float32), np.arange(3)))
