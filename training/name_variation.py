"""Vary a report with names: other people's names, other places, another country's style.

PolNeAR is about one campaign: without this a head learns that Trump is a person, and not what a
person's name looks like. A replaced name is replaced in the whole report, word by word: who was
Hillary Clinton, Hillary and Clinton becomes Thuli Madonsela, Thuli and Madonsela.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from evaluation.edits import Edit, EditedText
from evaluation.linked import Linked
from onrecord.domain.span import Span
from onrecord.domain.tagging import NameKind
from training.name_labels import NamedSpan, NamedText, apart, name_lists, trimmed
from training.variation import varied

CHANCE_OF_PERSONS = 0.6
CHANCE_OF_PLACES = 0.3
OFTEN = 20
"""How many times a name like Ban Ki-moon is in the pool of today."""
_NAME_WORD = re.compile(r"[^\W\d_][\w'’]*")


class Pool(NamedTuple):
    """Names to put in the place of others: persons as (first name, surname), places."""

    persons: tuple[tuple[str, str], ...]
    places: tuple[str, ...]


@cache
def pool(registry: Path) -> Pool:
    """Members of parliaments and governments since 2001, countries and their capitals."""
    persons = set()
    for path in sorted((registry / "cabinets").glob("*/*.csv")):
        if path.name in ("holders21.csv", "legislators.csv"):
            with path.open(encoding="utf-8") as file:
                persons.update(row["person"] for row in csv.DictReader(file))
    with (registry / "factbook" / "leaders.csv").open(encoding="utf-8") as file:
        places = {row[key] for row in csv.DictReader(file) for key in ("country", "capital")}
    parted = (name.split(maxsplit=1) for name in sorted(persons) if _plain(name, 2, 3))
    return Pool(
        tuple((first, last) for first, last in parted),
        tuple(sorted(place for place in places if _plain(place, 1, 2))),
    )


def pool_of_today(everyone: Pool) -> Pool:
    """What is rare in reports of 2016, and hard: names like Ban Ki-moon, places of today's news."""
    hyphenated = [one for one in everyone.persons if re.search(r"-[a-z]", " ".join(one))]
    return Pool((*everyone.persons[::20], *hyphenated * OFTEN), tuple(name_lists()["places"]))


def _plain(name: str, least: int, most: int) -> bool:
    words = name.replace("-", " ").split()
    return least <= len(words) <= most and all(_NAME_WORD.fullmatch(word) for word in words)


def varied_names(
    named: NamedText, others: Pool, rng: random.Random, *, always: bool = False
) -> NamedText:
    """The report after what chance picked, its names moved along.

    ``always``: replace persons and places whatever chance says.
    """
    if rng.random() < CHANCE_OF_PERSONS or always:
        named = replaced(named, dict(_other_persons(named, others.persons, rng)))
    if rng.random() < CHANCE_OF_PLACES or always:
        named = replaced(named, dict(_other_places(named, others.places, rng)))
    text, labels = varied(
        named.text, tuple(Linked(source=(Span(n.start, n.end),)) for n in named.names), rng
    )
    kinds = [name.kind for name in named.names]
    names = [
        NamedSpan(one.source[0].start, one.source[0].end, kind)
        for one, kind in zip(labels, kinds, strict=True)
    ]
    names += list(_bodies(text, names))
    tidy = (trimmed(text, name) for name in names)
    return NamedText(text, apart(name for name in tidy if name))


def replaced(named: NamedText, words: Mapping[str, str]) -> NamedText:
    """Every word of a name that is a key becomes its value; other words stay."""
    edits = [
        Edit(name.start + match.start(), name.start + match.end(), words[match.group()])
        for name in named.names
        for match in _NAME_WORD.finditer(named.text[name.start : name.end])
        if match.group() in words
    ]
    edited = EditedText(named.text, edits)
    moved = ((edited.moved(Span(n.start, n.end)), n.kind) for n in named.names)
    return NamedText(edited.text, tuple(NamedSpan(s.start, s.end, kind) for s, kind in moved))


def _other_persons(
    named: NamedText, persons: Sequence[tuple[str, str]], rng: random.Random
) -> Iterator[tuple[str, str]]:
    """For the words of full names, those of another's."""
    full = {named.text[n.start : n.end] for n in named.names if n.kind is NameKind.PERSON}
    for words in map(str.split, sorted(full)):
        if len(words) == 2:
            first, last = rng.choice(persons)
            yield words[0], first
            yield words[1], last


def _other_places(
    named: NamedText, places: Sequence[str], rng: random.Random
) -> Iterator[tuple[str, str]]:
    """For places of one word, another place."""
    for surface in sorted({named.text[n.start : n.end] for n in named.names if n.kind == 2}):
        if _NAME_WORD.fullmatch(surface) and not surface.isupper():
            yield surface, rng.choice(places)


def _bodies(text: str, names: Sequence[NamedSpan]) -> Iterator[NamedSpan]:
    """Parties and bodies that the variation put in where nothing was a name."""
    pattern = "|".join(map(re.escape, name_lists()["bodies"]))
    for match in re.finditer(rf"(?<!\w)(?:{pattern})(?! MPs)(?!\w)", text):
        start, end = match.span()
        if all(end <= name.start or name.end <= start for name in names):
            yield NamedSpan(start, end, NameKind.ORGANISATION)
