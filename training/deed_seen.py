"""A labelled report as reading sees it; kept between ``training.deed_states`` and ``deeds``."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.relate.deeds.candidates import Candidate
from onrecord.relate.deeds.statement_words import StatementWords


@dataclass(frozen=True)
class SeenStatement:
    """A labelled statement; ``target``: numbers of the candidates that the label means.

    ``aimed``: whether the label names a target at all.
    """

    words: StatementWords
    act: int
    candidates: tuple[Candidate, ...]
    target: tuple[int, ...]
    aimed: bool


@dataclass(frozen=True)
class SeenReport:
    """``rows``: state and vector of each word, (words, 2 D), half precision."""

    rows: NDArray[np.float16]
    statements: tuple[SeenStatement, ...]
