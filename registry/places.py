"""Which country, state or body a word stands for: names, adjectives, capitals, abbreviations."""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from onrecord.register.folding import folded
from registry.congress import LOADER

_Row = dict[str, str]


class Places:
    """The countries of the factbook, corrected and completed by places.yaml."""

    def __init__(self, folder: Path, lists: Path) -> None:
        with (folder / "leaders.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self._lists: dict[str, Any] = yaml.load(lists.read_text("utf-8"), Loader=LOADER)
        self._rows = [row for row in rows if row["gec"] not in self._lists["not_places"]]
        self.countries = {
            row["gec"]: self._lists["names"].get(row["gec"]) or _plain(row["country"])
            for row in self._rows
        }
        self.states: dict[str, str] = {
            letters: names[0] for letters, names in self._lists["states"].items()
        }

    def words(self) -> dict[str, str]:
        """The place that each word stands for, words folded; names before capitals."""
        found: dict[str, str] = {}
        for word, place in (*self._names(), *self._more(), *self._states(), *self._others()):
            if key := folded(word):
                found.setdefault(key, place)
        return found

    def _names(self) -> Iterator[tuple[str, str]]:
        yield from ((name, name) for name in self.states.values())
        yield from ((name, name) for name in self.countries.values())

    def _more(self) -> Iterator[tuple[str, str]]:
        for place, words in self._lists["more"].items():
            yield place, place
            yield from ((word, place) for word in words)

    def _states(self) -> Iterator[tuple[str, str]]:
        for letters, (name, *words) in self._lists["states"].items():
            yield from ((word, name) for word in words)
            if letters not in self._lists["letters_left_out"]:
                yield letters, name

    def _others(self) -> Iterator[tuple[str, str]]:
        """Adjectives and capitals as the factbook gives them, less those that mislead."""
        for column, misleading in (
            ("demonym_adjective", "ambiguous_adjectives"),
            ("capital", "ambiguous"),
        ):
            for row in self._rows:
                for word in _listed(row[column]):
                    if folded(word) not in self._lists[misleading]:
                        yield word, self.countries[row["gec"]]


def _plain(text: str) -> str:
    return re.sub(r"\s*\(.*?\)", "", html.unescape(text)).strip()


def _listed(text: str) -> list[str]:
    """The words of "Motswana (singular), Batswana (plural)" without what explains them."""
    text = re.sub(r"\bnote\b.*", "", _plain(text))
    words = [word.strip() for word in re.split(r"[;,/]| or ", text)]
    return [word for word in words if re.fullmatch(r"[A-ZÀ-Þ'’][\w'’. -]{2,29}", word)]
