"""The words of a report as a string of one letter each, which a regular expression can search.

Words of one letter are of the same classes; "." is every word that no form names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

NO_TIME = "."
_FIRST_LETTER = 0xE000  # the private use area: nothing in it means anything in a pattern
_FIGURES = (
    (re.compile(r"\d{1,2}(?:st|nd|rd|th)"), ("ORD",)),
    (re.compile(r"(?:1\d|20)?\d0s"), ("DECADE",)),
    (re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?"), ("CLOCK",)),
    (re.compile(r"(?:0?\d|1\d|2[0-3])(?:[:.][0-5]\d)?(?:am|pm)"), ("CLOCKAM",)),
    (re.compile(r"\d{1,2}\.[0-5]\d"), ("CLOCKDOT", "DIGITS")),
    (re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)"), ("DOTTED",)),
    (re.compile(r"\d[\d,.]{0,20}"), ("DIGITS",)),
)
FIGURE_CLASSES = ("TWO", "DAY", "YEAR", "FOUR", "DAYTH")
_ALL_FIGURES = (
    ("DIGITS", "TWO"),
    ("DIGITS", "DAY", "TWO"),
    ("DIGITS", "FOUR"),
    ("DIGITS", "FOUR", "YEAR"),
    ("DIGITS", "YEAR"),
    ("DAYTH", "ORD"),
    *(classes for _, classes in _FIGURES),
)


@lru_cache(maxsize=4096)
def figure_classes(word: str) -> tuple[str, ...]:
    """The classes of a word that begins with a figure, in order of the alphabet."""
    if not word.isascii():
        return ()
    if word.isdigit():
        return _whole(word)
    for form, classes in _FIGURES:
        if form.fullmatch(word):
            if classes == ("ORD",) and 1 <= int(word[:-2]) <= 31:
                return ("DAYTH", "ORD")
            return classes
    return ()


def _whole(word: str) -> tuple[str, ...]:
    if len(word) <= 2:
        return ("DIGITS", "DAY", "TWO") if 1 <= int(word) <= 31 else ("DIGITS", "TWO")
    if len(word) != 4:
        return ("DIGITS",)
    clock = int(word[:2]) < 24 and int(word[2:]) < 60
    if 1000 <= int(word) < 2200:
        return ("DIGITS", "FOUR", "YEAR") if clock else ("DIGITS", "YEAR")
    return ("DIGITS", "FOUR") if clock else ("DIGITS",)


def _written_in_figures(word: str) -> tuple[str, ...]:
    return figure_classes(word) if "0" <= word[0] <= "9" else ()


class Letters:
    """Gives each set of classes a letter; a word of the forms is a class of its own."""

    def __init__(self, classes: Mapping[str, Mapping[str, Any]], named: Iterable[str]) -> None:
        of_word = {word: {word, *_written_in_figures(word)} for word in named}
        for name, words in classes.items():
            for word in words:
                of_word.setdefault(word, set()).add(name)
        sets = {frozenset(held) for held in of_word.values()} | {*map(frozenset, _ALL_FIGURES)}
        ordered = sorted(sets, key=sorted)
        letters = {held: chr(_FIRST_LETTER + at) for at, held in enumerate(ordered)}
        self._of_word = {word: letters[frozenset(held)] for word, held in of_word.items()}
        self._of_figures: dict[tuple[str, ...], str] = {
            held: letters[frozenset(held)] for held in _ALL_FIGURES if frozenset(held) in letters
        }
        self._of_class: dict[str, str] = {}
        for held, letter in letters.items():
            for name in held:
                self._of_class[name] = self._of_class.get(name, "") + letter

    def of(self, name: str) -> str:
        """All letters of a class or word. Raises KeyError for one that nothing is of."""
        return self._of_class[name]

    def spell(self, lower: Sequence[str]) -> str:
        """One letter a word."""
        known, figure = self._of_word.get, self._figure
        return "".join(
            [known(word) or (figure(word) if "0" <= word[0] <= "9" else NO_TIME) for word in lower]
        )

    def _figure(self, word: str) -> str:
        return self._of_figures.get(figure_classes(word), NO_TIME)
