"""What the encoder is shown of a report: word pieces, and for each piece its word's features.

Piece ids are those of the uncased BERT vocabulary (Devlin et al. 2019), which drops what a reporter
puts into capitals and marks; so each piece also carries its word's ``Shape`` and ``QuoteState``.
Every sign that the segmenter paired as a quotation mark becomes the piece of ``"``: to the network
a British report in single marks looks like an American one in double ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.domain.segmented import QuoteState, SegmentedArticle

MOST_PIECES_A_WORD = 12
"""A word that breaks into more (a URL, a run of Chinese) is cut: its head tells what it is."""
CACHE_SIZE = 200_000
_SHAPES_KEPT = 20_000
STRAIGHT = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")


class Shape(IntEnum):
    """How a word is written; a feature of the network, so never renumber."""

    NOTHING = 0
    LOWER = 1
    CAPITAL = 2
    CAPITALS = 3
    MIXED = 4
    DIGITS = 5
    QUOTE = 6
    STOP = 7
    SIGN = 8


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """A whole report as pieces; arrays are parallel, one entry a piece, but for ``first``.

    ``first[w]`` is the index of word ``w``'s first piece. A paragraph break is a piece of its own,
    before the paragraph's first word.
    """

    ids: NDArray[np.int32]
    shapes: NDArray[np.int8]
    quotes: NDArray[np.int8]
    first: NDArray[np.int32]
    breaks: NDArray[np.int32]
    """Indices of the paragraph-break pieces."""


class Vocabulary:
    """Word pieces with a cache: news repeats itself, a look-up is cheaper than a search."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._cache: dict[str, tuple[int, ...]] = {}
        self.cls = self._id("[CLS]")
        self.sep = self._id("[SEP]")
        self.pad = self._id("[PAD]")
        self.mask = self._id("[MASK]")
        self.unknown = self._id("[UNK]")
        self.paragraph = self._id("[unused1]")
        self.quote = self._id('"')

    def _id(self, piece: str) -> int:
        found = self._tokenizer.token_to_id(piece)
        assert found is not None, f"the vocabulary has no {piece}"
        return found

    def ids(self, word: str) -> tuple[int, ...]:
        """Piece ids of one word, never empty, at most ``MOST_PIECES_A_WORD``."""
        found = self._cache.get(word)
        if found is None:
            if len(self._cache) >= CACHE_SIZE:
                self._cache.clear()
            found = self._cache[word] = self._search(word)
        return found

    def _search(self, word: str) -> tuple[int, ...]:
        # Lone surrogates cannot be handed to the tokenizer, and mean nothing to it either.
        plain = word[:100].translate(STRAIGHT).encode("utf-8", "replace").decode("utf-8")
        ids = self._tokenizer.encode(plain, add_special_tokens=False).ids[:MOST_PIECES_A_WORD]
        return tuple(ids) or (self.unknown,)


@lru_cache(maxsize=_SHAPES_KEPT)
def shape_of(word: str) -> Shape:
    """The ``Shape`` of one word."""
    head = word[0]
    if head.isalpha():
        if word.islower():
            return Shape.LOWER
        if word.isupper():
            return Shape.CAPITALS if len(word) > 1 else Shape.CAPITAL
        return (
            Shape.CAPITAL if head.isupper() and not any(map(str.isupper, word[1:])) else Shape.MIXED
        )
    if head.isdigit():
        return Shape.DIGITS
    if head in "“”„‟\"‘’'«»`":
        return Shape.QUOTE if len(word) <= 2 and not word[-1].isalpha() else Shape.LOWER
    return Shape.STOP if head in ".!?…" else Shape.SIGN


def to_pieces(article: SegmentedArticle, vocabulary: Vocabulary) -> Pieces:
    """The pieces of a whole report, without window marks."""
    ids: list[int] = []
    owners: list[int] = []
    first: list[int] = []
    breaks: list[int] = []
    paragraph = -1
    quotes = article.quotes.tolist()
    for word, (surface, number) in enumerate(
        zip(article.words, article.paragraphs.tolist(), strict=True)
    ):
        if number != paragraph:
            paragraph = number
            breaks.append(len(ids))
            ids.append(vocabulary.paragraph)
            owners.append(-1)
        first.append(len(ids))
        marked = quotes[word] in (QuoteState.OPENING, QuoteState.CLOSING)
        pieces = (vocabulary.quote,) if marked else vocabulary.ids(surface)
        ids.extend(pieces)
        owners.extend([word] * len(pieces))
    return _with_features(article, ids, owners, first, breaks)


def _with_features(
    article: SegmentedArticle,
    ids: list[int],
    owners: list[int],
    first: list[int],
    breaks: list[int],
) -> Pieces:
    owner = np.array(owners, np.int64)
    shapes = _shapes(article.words)
    return Pieces(
        ids=np.array(ids, np.int32),
        shapes=np.where(owner < 0, Shape.NOTHING, np.append(shapes, 0)[owner]).astype(np.int8),
        quotes=np.where(owner < 0, QuoteState.OUTSIDE, np.append(article.quotes, 0)[owner]).astype(
            np.int8
        ),
        first=np.array(first, np.int32),
        breaks=np.array(breaks, np.int32),
    )


def _shapes(words: Sequence[str]) -> NDArray[np.int8]:
    return np.fromiter((shape_of(word) for word in words), np.int8, len(words))
