"""The sentences around words of a report, cut where reading cuts them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from onrecord.domain.article import Article
from onrecord.domain.span import Passage, Span
from onrecord.domain.words import Words
from onrecord.segment.article import segment


class Sentences:
    """Cuts each report once, as long as it is asked for the same one."""

    def __init__(self) -> None:
        self._article: Article | None = None
        self._words = Words(segment(""))

    def around(self, article: Article, passages: tuple[Passage, ...]) -> Passage:
        """The whole sentences that hold ``passages``; those that follow one another as one span."""
        if article is not self._article:
            self._article, self._words = article, Words(segment(article.text))
        spans = [span for passage in passages for span in passage.spans]
        found = sorted({number for span in spans for number in self._numbers(span)})
        joined: list[Span] = []
        for place, number in enumerate(found):
            sentence = self._span(number)
            if place and found[place - 1] == number - 1:
                joined[-1] = Span(joined[-1].start, sentence.end)
            else:
                joined.append(sentence)
        return Passage.cut(article.text, joined or spans)

    def _numbers(self, span: Span) -> range:
        first, last = self._words.within(span)
        numbers = self._words.sentence[first:last]
        return range(numbers[0], numbers[-1] + 1) if numbers else range(0)

    def _span(self, number: int) -> Span:
        numbers = self._words.sentence
        return self._words.span(bisect_left(numbers, number), bisect_right(numbers, number))
