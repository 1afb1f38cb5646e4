"""The words of the calendar, and what each of them counts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from onrecord.resources import word_list


@cache
def classes() -> Mapping[str, Mapping[str, Any]]:
    """Class -> its words -> what each counts; None where a word counts nothing."""
    listed = word_list("relate", "time_words")["classes"]
    return {
        name: words if isinstance(words, dict) else dict.fromkeys(words)
        for name, words in listed.items()
    }


@cache
def listed(name: str) -> frozenset[str]:
    """A plain list of time_words.yaml."""
    return frozenset(word_list("relate", "time_words")[name])


@cache
def values(*names: str) -> Mapping[str, Any]:
    """The words of several classes together."""
    return {word: value for name in names for word, value in classes()[name].items()}


def number(words: tuple[str, ...]) -> float | None:
    """What words of number come to: "twenty - five" 25, "two hundred" 200; None for none."""
    total, known = 0.0, values("NUMW")
    if "/" in words[1:-1]:  # "5 1/2"
        at = words.index("/")
        total = digits(words[at - 1]) / (digits(words[at + 1]) or 1)
        words = words[: at - 1] + words[at + 2 :]
    for word in words:
        if word in ("hundred", "thousand", "dozen"):
            total = (total or 1) * float(known[word])
        elif word == "half":
            total += 0.5
        elif word in known:
            total += known[word]
        elif word[0].isdigit():
            total += digits(word)
        elif word in ("a", "an") and len(words) == 1:
            return 1.0
    return total or None


def digits(word: str) -> float:
    """ "1,000" 1000; "2.5" 2.5; 0 for what is no number."""
    try:
        return float(word.replace(",", ""))
    except ValueError:
        return 0.0
