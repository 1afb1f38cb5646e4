"""Whether words speak of a topic: its words are in them, in singular or plural."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from onrecord import resources
from onrecord.join.names import folded

_HISSING = ("ses", "xes", "zes", "ches", "shes")


class Topic:
    """The words of a topic, made ready to be looked for in many texts. No words are in any text."""

    def __init__(self, words: str) -> None:
        self._wanted = frozenset(_singular(word) for word in folded(thinned(words)))

    def __bool__(self) -> bool:
        return bool(self._wanted)

    def spoken_of_in(self, texts: Iterable[str]) -> bool:
        """Whether every word stands in one of ``texts``, whatever its case and number."""
        if not self._wanted:
            return True
        texts = [text for text in texts if text]
        if not self._may_be_in("\n".join(texts)):
            return False
        missing = set(self._wanted)
        for text in texts:
            missing.difference_update(
                [_singular(part) for word in folded(text) for part in _parts(word)]
            )
            if not missing:
                return True
        return False

    def _may_be_in(self, text: str) -> bool:
        """False only where a word cannot be there: folding many sentences takes long."""
        if not text.isascii():
            return True
        plain = text.lower().replace(".", "")
        return all(word.removesuffix("y") in plain for word in self._wanted)


def speaks_of(topic: str, texts: Iterable[str]) -> bool:
    """Whether every word of ``topic`` stands in one of ``texts``, whatever its case and number."""
    return Topic(topic).spoken_of_in(texts)


def thinned(words: str) -> str:
    """``words`` without "the", "to" and their like, unless nothing else is among them."""
    passed_over = _function_words()
    rest = [word for word in words.split() if not passed_over.issuperset(folded(word))]
    return " ".join(rest) or words


@cache
def _function_words() -> frozenset[str]:
    return frozenset(resources.word_list("query", "function_words")["function_words"])


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
