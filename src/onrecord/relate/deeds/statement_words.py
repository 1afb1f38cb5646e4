"""The words that a statement's act is judged by, in their parts, and what is seen of them at once.

Training is shown a statement by this file too, so that it learns what reading will see.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.span import Passage
from onrecord.domain.statement import Act, Statement
from onrecord.domain.words import Words
from onrecord.resources import word_list

LONGEST_HEAD, LONGEST_TAIL = 48, 16
"""Of a longer content the words from either end are looked at."""
LONGEST_SOURCE, LONGEST_CUE = 16, 10
BEFORE, AFTER = 20, 12
"""Words around the cue, in its paragraph, that are neither source nor content."""


@dataclass(frozen=True, slots=True)
class StatementWords:
    """Indices of words, in reading order. ``signs``: see ``signs_of``, (SIGNS,) float32."""

    around: tuple[int, ...]
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    signs: NDArray[np.float32]

    @property
    def parts(self) -> tuple[tuple[int, ...], ...]:
        """In the order in which they are judged."""
        return self.around, self.source, self.cue, self.content

    @property
    def anchor(self) -> int:
        """Where the statement is made: its cue, or its content where it has none."""
        return (self.cue or self.content)[0]


def statement_words(words: Words, said: Statement) -> StatementWords | None:
    """The parts of a statement; None where its content has no words."""
    content = _indices(words, said.content)
    if not content:
        return None
    source, cue = _indices(words, said.source.words), _indices(words, said.cue)
    taken = {*content, *source, *cue}
    near = cue or content[:1]
    around = tuple(
        at
        for at in range(max(0, near[0] - BEFORE), min(len(words), near[-1] + AFTER))
        if at not in taken and words.paragraph[at] == words.paragraph[near[0]]
    )
    shown = content
    if len(content) > LONGEST_HEAD + LONGEST_TAIL:
        shown = content[:LONGEST_HEAD] + content[-LONGEST_TAIL:]
    return StatementWords(
        around,
        source[:LONGEST_SOURCE],
        cue[:LONGEST_CUE],
        shown,
        signs_of(words, source, cue, content, around),
    )


def _indices(words: Words, passage: Passage) -> tuple[int, ...]:
    return tuple(at for span in passage.spans for at in range(*words.within(span)))


def signs_of(
    words: Words,
    source: Sequence[int],
    cue: Sequence[int],
    content: Sequence[int],
    around: Sequence[int],
) -> NDArray[np.float32]:
    """What is plain to see: form, length, question mark, and words that are listed for an act.

    For each act: whether the cue has one of its verbs, whether the content has one of its words,
    and whether one stands around.
    """
    last = content[-1]
    first = words.lower[content[0]]
    plain = [
        sum(words.quoted[at] for at in content) / len(content),
        np.log1p(len(content)) / 4,
        float("?" in words.lower[max(0, last - 1) : last + 2]),
        float(first == "to"),
        float(not cue),
        float(not source),
        float(bool(cue) and cue[0] < content[0]),
        float(first in ("whether", "if")),
    ]
    shown = [_listed(words, cue, "cues"), _listed(words, content, "contents")]
    shown.append(_listed(words, around, "cues"))
    return np.array([*plain, *(one for part in shown for one in part)], np.float32)


PLAIN_SIGNS = 8
SIGNS = PLAIN_SIGNS + 3 * len(Act)


def _listed(words: Words, at: Sequence[int], kind: str) -> list[float]:
    lists = _acts_by_word(kind)
    found: set[int] = set()
    for word in at:
        found.update(lists.get(words.lower[word], ()))
    return [float(act in found) for act in range(len(Act))]


@cache
def _acts_by_word(kind: str) -> dict[str, tuple[int, ...]]:
    """Which acts a word is listed for."""
    found: dict[str, tuple[int, ...]] = {}
    for number, act in enumerate(Act):
        for word in word_list("relate", "acts")[kind].get(act.value, ()):
            found[word] = (*found.get(word, ()), number)
    return found
