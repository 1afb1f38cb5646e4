"""Whether words speak of a topic: its words are in them, in singular or plural."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.join.names import folded

_HISSING = ("ses", "xes", "zes", "ches", "shes")


def speaks_of(topic: str, texts: Iterable[str]) -> bool:
    """Whether every word of ``topic`` stands in one of ``texts``, whatever its case and number."""
    wanted = {_singular(word) for word in folded(topic)}
    found = {_singular(part) for text in texts for word in folded(text) for part in _parts(word)}
    return wanted <= found


def _parts(word: str) -> tuple[str, ...]:
    """A word and the parts that hyphens and dashes make of it: "tax-free", "tax"."""
    parts = word.replace("–", "-").replace("—", "-").split("-")
    return (word, *parts) if len(parts) > 1 else (word,)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(_HISSING):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word
