"""Number the sentences of a report's words; a new paragraph is always a new sentence."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.resources import word_list

_ENDS = frozenset(".!?")
_CLOSERS = frozenset("\"'”’)]")


def number_sentences(words: Sequence[str], paragraphs: Sequence[int]) -> NDArray[np.int32]:
    """(words,) the number of each word's sentence, from 0."""
    abbreviations = frozenset(word_list("segment", "abbreviations")["abbreviations"])
    numbers: list[int] = []
    number, ended = -1, True
    for at, word in enumerate(words):
        new_paragraph = not at or paragraphs[at] != paragraphs[at - 1]
        if new_paragraph or (ended and word not in _CLOSERS and not word[0].islower()):
            number += 1
            ended = False
        numbers.append(number)
        if word[0] in _ENDS:
            before = words[at - 1].lower() if at else ""
            ended = not (word == "." and (len(before) == 1 or before in abbreviations))
        elif word not in _CLOSERS:
            ended = False
    return np.array(numbers, np.int32)
