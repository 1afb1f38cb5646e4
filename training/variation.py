"""Vary a labelled report by rule, so that the network does not learn one country's style.

PolNeAR is American. A report may get another country's names and offices, single or typewriter
quotation marks, a colon before a quotation, a dateline; its labels move along.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from evaluation.edits import Edit, EditedText
from evaluation.linked import Linked
from evaluation.variation import no_full_stops, single_marks, straight_marks

Rule = Callable[[str], Iterable[Edit]]

CHANCE_OF_WORDS = 0.35
CHANCE_OF_COLON = 0.35
CHANCE_OF_DATELINE = 0.1
STYLES: list[tuple[float, tuple[Rule, ...]]] = [
    (0.60, ()),
    (0.18, (single_marks,)),
    (0.12, (straight_marks,)),
    (0.10, (single_marks, straight_marks)),
]


def varied(
    text: str, labels: tuple[Linked, ...], rng: random.Random
) -> tuple[str, tuple[Linked, ...]]:
    """The report after the rules that chance picked; most reports keep most of their form."""
    for rule in _chosen(rng):
        edited = EditedText(text, rule(text))
        labels = tuple(label.moved(edited.moved) for label in labels)
        text = edited.text
    return text, labels


def _chosen(rng: random.Random) -> Iterator[Rule]:
    if rng.random() < CHANCE_OF_WORDS:
        yield _other_words(rng)
        yield no_full_stops
    if rng.random() < CHANCE_OF_COLON:
        yield colons
    if rng.random() < CHANCE_OF_DATELINE:
        dateline = rng.choice(_lists()["datelines"])
        yield lambda text: [Edit(0, 0, dateline)]
    ((_, marks),) = rng.choices(STYLES, [share for share, _ in STYLES])
    yield from marks


def colons(text: str) -> Iterator[Edit]:
    """A comma between a verb of saying and a quotation becomes a colon."""
    verbs = "|".join(_lists()["colon_verbs"])
    for match in re.finditer(rf"\b(?:{verbs})(,) (?=[“\"])", text):
        yield Edit(*match.span(1), ":")


def _other_words(rng: random.Random) -> Rule:
    """Swap names and offices, each in one way through the whole report."""
    words: dict[str, list[str]] = _lists()["words"]
    chosen = {word: rng.choice(others) for word, others in words.items()}
    longest_first = sorted(words, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    return lambda text: [Edit(*m.span(), chosen[m.group()]) for m in pattern.finditer(text)]


@cache
def _lists() -> dict[str, Any]:
    path = Path(__file__).parent / "resources" / "variation.yaml"
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found
