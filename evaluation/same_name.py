"""Whether a predicted name says as much as a labelled one.

The definitions are those of the scorer that speakers are judged by: names are compared as words
without case, accents and titles; a first name agrees by its first two letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

import yaml

Words = tuple[str, ...]

_WORD = re.compile(r"[a-z0-9]+")
_LONG = 6
_ALIKE = 0.85
_titles: frozenset[str] = frozenset(
    yaml.safe_load(Path(__file__).with_name("titles.yaml").read_text(encoding="utf-8"))["words"]
)


def names_in(label: str | None) -> tuple[Words, ...]:
    """The names of a label, ``;`` between them, each as its words without titles."""
    words = (_words(one) for one in (label or "").split(";"))
    return tuple(one for one in words if one)


def same_who(gold: str | None, predicted: str | None) -> bool:
    """Whether any name of the label is any of the predicted ones."""
    return any(same_name(one, other) for one in names_in(gold) for other in names_in(predicted))


def same_name(gold: Words, predicted: Words) -> bool:
    """Whether ``predicted`` names the person or body that ``gold`` does.

    People: surname and start of the first name agree, a middle initial only where both give one.
    Bodies: half of all words are shared, at least two. A label of one word asks for that word last.
    """
    if gold == predicted:
        return True
    if len(gold) == 1:
        return _near(gold[-1], predicted[-1])
    if len(predicted) > 1 and _near(gold[-1], predicted[-1]) and gold[0][:2] == predicted[0][:2]:
        ours, theirs = (_initials(one[1:-1]) for one in (gold, predicted))
        return not (ours and theirs and ours != theirs)
    return _share_words(gold, predicted)


def shared_names(gold: Sequence[str], predicted: Sequence[str]) -> float:
    """The share of names in both among all names of two lists, 0 where one is empty."""
    ours = [name for one in gold for name in names_in(one)]
    theirs = [name for one in predicted for name in names_in(one)]
    if not ours or not theirs:
        return 0.0
    both = sum(any(same_name(one, other) for other in theirs) for one in ours)
    more = sum(not any(same_name(one, other) for one in ours) for other in theirs)
    return both / (len(ours) + more)


def _words(name: str) -> Words:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return tuple(word for word in _WORD.findall(plain.replace("'s", "")) if word not in _titles)


def _near(one: str, other: str) -> bool:
    """Two spellings of one word: equal, or long and a letter or two apart (Zelensky, Zelenskyy)."""
    if one == other:
        return True
    long = min(len(one), len(other)) >= _LONG
    return long and SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _initials(words: Words) -> Words:
    return tuple(word[0] for word in words)


def _share_words(gold: Words, predicted: Words) -> bool:
    shared = sum(any(_near(word, other) for other in predicted) for word in gold)
    return shared >= 2 and shared / (len(gold) + len(predicted) - shared) >= 0.5
