"""How well names are found: F1 of whole names, every bound to the word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from onrecord.domain.tagging import NameKind
from onrecord.network.decoder import TAGS, decode
from onrecord.network.name_head import NameHead
from training.name_states import Words

Name = tuple[int, int, int]
"""Kind, first word, last word (exclusive)."""


class Score(NamedTuple):
    precision: float
    recall: float
    f1: float


def score(gold: set[Name], found: set[Name]) -> Score:
    """Of found names that are gold, of gold names that are found, and their harmonic mean."""
    right = len(gold & found)
    f1 = 2 * right / max(1, len(gold) + len(found))
    return Score(right / max(1, len(found)), right / max(1, len(gold)), f1)


def gold_names(words: Words) -> set[Name]:
    """The names that the set's tags say."""
    sure = np.where(np.arange(TAGS) == words.tags[:, None], 0.0, -100.0).astype(np.float32)
    found = decode(sure, words.paragraphs, np.zeros(TAGS, np.float32))
    return {(one.label, one.first, one.last) for one in found}


def found_names(head: NameHead, words: Words) -> set[Name]:
    """The names that the head finds in the set."""
    found = head.names(words.rows().astype(np.float32), words.paragraphs, words.forms)
    return {(int(one.kind), one.first, one.last) for one in found}


def scores(gold: set[Name], found: set[Name]) -> dict[str, Score]:
    """By kind; "name", over all kinds; "untyped", where only the bounds count."""
    table = {kind.name.lower(): score(_of(kind, gold), _of(kind, found)) for kind in NameKind}
    table["name"] = score(gold, found)
    table["untyped"] = score(_untyped(gold), _untyped(found))
    return table


def _of(kind: NameKind, names: Iterable[Name]) -> set[Name]:
    return {name for name in names if name[0] == kind}


def _untyped(names: Iterable[Name]) -> set[Name]:
    return {(0, first, last) for _, first, last in names}


def shown(table: dict[str, Score]) -> str:
    """One line a row."""
    rows = (
        f"  {name:<13} precision {s.precision:.3f}  recall {s.recall:.3f}  F1 {s.f1:.3f}"
        for name, s in table.items()
    )
    return "\n".join(rows)
