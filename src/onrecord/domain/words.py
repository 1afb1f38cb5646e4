"""The words of a report as identifying and relating look at them: as lists, in lower case."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from onrecord.domain.segmented import QuoteState, SegmentedArticle
from onrecord.domain.span import Span

_WITHIN = (QuoteState.INSIDE, QuoteState.CONTINUED, QuoteState.GOES_ON, QuoteState.UNCLOSED)


class Words:
    """``lower[i]`` is word i in lower case; ``sentence[i]`` counts sentences from 0."""

    def __init__(self, article: SegmentedArticle) -> None:
        self.article = article
        self.words = article.words
        self.lower = tuple(word.lower() for word in article.words)
        self.starts: list[int] = article.starts.tolist()
        self._ends: list[int] = article.ends.tolist()
        self.paragraph: list[int] = article.paragraphs.tolist()
        self.quoted: list[bool] = [state in _WITHIN for state in article.quotes.tolist()]
        self.sentence: list[int] = article.sentences.tolist()

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """Words ``[first, last)`` -> code points."""
        return Span(self.starts[first], self._ends[last - 1])

    def within(self, span: Span) -> tuple[int, int]:
        """Code points -> the words ``[first, last)`` that begin in them."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def text(self, first: int, last: int) -> str:
        """Words ``[first, last)`` as they stand in the report."""
        start, end = self.span(first, last)
        return self.article.text[start:end]

    def is_capital(self, word: int) -> bool:
        """Whether the word begins with a capital letter."""
        return self.words[word][0].isupper()

    def left_of(self, word: int) -> Iterator[int]:
        """Words before ``word`` in its paragraph, the nearest first."""
        while word > 0 and self.paragraph[word - 1] == self.paragraph[word]:
            word -= 1
            yield word
