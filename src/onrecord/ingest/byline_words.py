"""Names, posts and outlets, as bylines print them (``resources/ingest/bylines.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.ingest.word_lists import word_list

NAME_LENGTHS = range(2, 5)
"""Words in an author's name, initials and particles included."""

_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?,?")


def is_role(words: str) -> bool:
    """Whether ``words`` are a journalist's post or an outlet, and nothing else."""
    return _role_pattern().fullmatch(_folded(words)) is not None


def is_outlet(words: str) -> bool:
    """Whether ``words`` are the name of an outlet or agency that is listed."""
    return _folded(words) in _listed("outlets")


def is_name(words: Sequence[str], *, plain: bool) -> bool:
    """Two to four capitalised words, particles between them.

    ``plain``: nothing but the name is there, so that a word of roles (London, Welsh) may be in it.
    """
    barred = _listed("not_names") | _listed("posts")
    if not plain:
        barred |= _listed("qualities")
    return (
        len(words) in NAME_LENGTHS
        and all(_NAME_WORD.fullmatch(word) for word in words)
        and words[0][0].isupper()
        and words[-1][0].isupper()
        and all(word[0].isupper() or word in _listed("particles") for word in words)
        and len(words[-1].strip(".")) > 1
        and barred.isdisjoint(word.lower() for word in words)
        and not is_outlet(" ".join(words))
    )


def _folded(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word_list("bylines")[name])


@cache
def _role_pattern() -> re.Pattern[str]:
    post, quality, outlet = (
        "|".join(re.escape(word) for word in sorted(_listed(name), key=len, reverse=True))
        for name in ("posts", "qualities", "outlets")
    )
    before = rf"(?:(?:{quality}|{outlet})(?:'s)?[ /-]+)*"
    after = rf"(?:[ -](?:at[ -]large|in[ -]chief))?(?: (?:at|for|of) (?:the )?(?:{outlet}))?"
    return re.compile(rf"{before}(?:{post}){after}(?:,? (?:{outlet}))?|{outlet}")
