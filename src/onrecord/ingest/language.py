"""Is a report in English, and if not, in what? Cheap for English, exact only when it has to be."""

from __future__ import annotations

import math
import re
from functools import cache

from onrecord.ingest.word_lists import word_list

ENGLISH = "en"
UNDETERMINED = "und"
"""BCP 47 for a text that is too short to tell; it is read as English."""

_SLICE = 4_000
"""Characters looked at in the beginning, the middle and the end of a long text."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SURELY_ENGLISH = 0.15
"""Share of function words that no other language reaches by chance; news in English has .35."""
_MAYBE_ENGLISH = 0.08
_FEWEST_WORDS = 4
_FEWEST_LETTERS = 6
"""Of a script that has no capitals and perhaps no blanks."""
_CLEAR_MARGIN = 25.0
"""By how much (natural log) another language must be likelier than English: five words of it are
likelier by 50 and more, odd English by 10 and less."""


def language_of(text: str) -> str:
    """``en``, the code of the other language that ``text`` is in, or ``und``.

    English is told by its function words. Anything else is left to py3langid's classifier, which
    sees no capitalised words, so that a list of foreign names is not taken for their language.
    """
    sample = _sample(text)
    words = [word.lower().replace("’", "'") for word in _WORD.findall(sample)]
    share = sum(word in _function_words() for word in words) / len(words) if words else 0.0
    if share >= _SURELY_ENGLISH:
        return ENGLISH
    if telling := _telling_words(sample):
        other = _classified(telling)
        if other is not None and (other == ENGLISH or share < _MAYBE_ENGLISH):
            return other
    return ENGLISH if share >= _MAYBE_ENGLISH else UNDETERMINED


def _sample(text: str) -> str:
    if len(text) <= 3 * _SLICE:
        return text
    middle = len(text) // 2
    return " ".join((text[:_SLICE], text[middle : middle + _SLICE], text[-_SLICE:]))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word_list("english")["function_words"])


def _telling_words(sample: str) -> str:
    """The words that cannot be names; nothing when there are too few of them to tell."""
    words = _WORD.findall(sample)
    caseless = [word for word in words if word.upper() == word.lower()]
    if sum(map(len, caseless)) >= _FEWEST_LETTERS and len(caseless) * 2 > len(words):
        return " ".join(caseless)
    small = [word for word in words if word[0].islower()]
    return " ".join(small) if len(small) >= _FEWEST_WORDS else ""


def _classified(words: str) -> str | None:
    """The language of ``words``, None where English would be nearly as likely."""
    import py3langid  # a second and a model to load: only for what is not plainly English

    scores: dict[str, float] = dict(py3langid.rank(words))
    best = max(scores, key=lambda code: scores[code])
    if best == ENGLISH:
        return ENGLISH
    margin = scores[best] - scores.get(ENGLISH, -math.inf)
    return best if margin >= _CLEAR_MARGIN else None
