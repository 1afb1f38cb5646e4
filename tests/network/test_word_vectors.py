"""A word's vector is the mean of its own pieces."""

import numpy as np
import pytest

from onrecord.network.pieces import Vocabulary, to_pieces
from onrecord.network.weights import SHIPPED
from onrecord.network.word_vectors import word_vectors
from onrecord.segment.article import segment

ARTICLE = segment("Zelenskyy met Ann.\n\nGutteridge left")
PIECES = to_pieces(ARTICLE, Vocabulary(SHIPPED / "tokenizer.json"))


def embed(ids: np.ndarray) -> np.ndarray:
    """Two numbers a piece, the first its id."""
    return np.stack([ids, np.ones(len(ids))], 1).astype(np.float32)


def expected(word: int) -> float:
    own = Vocabulary(SHIPPED / "tokenizer.json").ids(ARTICLE.words[word])
    return float(np.mean(own))


def test_it_is_the_mean_over_pieces_and_no_paragraph_break_counts() -> None:
    found = word_vectors(PIECES, embed, 0, len(ARTICLE))
    assert found[:, 0].tolist() == pytest.approx([expected(word) for word in range(len(ARTICLE))])
    assert found[:, 1].tolist() == [1] * len(ARTICLE)


def test_a_part_of_the_report_gives_its_part() -> None:
    whole = word_vectors(PIECES, embed, 0, len(ARTICLE))
    assert np.array_equal(word_vectors(PIECES, embed, 2, 5), whole[2:5])
    assert word_vectors(PIECES, embed, 3, 3).shape == (0, 2)
