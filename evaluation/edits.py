"""Edits of a text that can say where every word of the old text stands in the new one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import NamedTuple

from onrecord.domain.span import Span


class Edit(NamedTuple):
    """Put ``replacement`` in the place of ``text[start:end]``; ``start == end`` inserts."""

    start: int
    end: int
    replacement: str

    @property
    def growth(self) -> int:
        """How many code points longer the text becomes."""
        return len(self.replacement) - (self.end - self.start)


class EditedText:
    """``text`` after ``edits``, and the way from old offsets to new ones.

    Raises ValueError when two edits overlap: there would be no one result.
    """

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        self._edits = sorted(edits)
        for before, after in pairwise(self._edits):
            if after.start < before.end or before[:2] == after[:2]:
                raise ValueError(f"edits overlap: {before} and {after}")
        self._starts = [edit.start for edit in self._edits]
        self._ends = [edit.end for edit in self._edits]
        self._growth = list(accumulate((edit.growth for edit in self._edits), initial=0))
        self.text = self._apply(text)

    def moved(self, span: Span) -> Span:
        """Where the words of ``span`` stand now.

        An edit that ``span`` holds, or cuts into, is taken in whole; what is inserted at either
        of its bounds stays outside.
        """
        # Edits that end at or before the start lie before the span; likewise at its end.
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end)
        if first < last:
            start = min(span.start, self._starts[first])
            end = max(span.end, self._ends[last - 1])
            return Span(start + self._growth[first], end + self._growth[last])
        return Span(span.start + self._growth[first], span.end + self._growth[first])

    def _apply(self, text: str) -> str:
        pieces, done = [], 0
        for edit in self._edits:
            pieces += [text[done : edit.start], edit.replacement]
            done = edit.end
        return "".join(pieces) + text[done:]
