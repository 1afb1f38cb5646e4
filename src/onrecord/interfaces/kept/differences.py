"""Two wordings as one line with what differs marked, in colour and without."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from rich.text import Text

from onrecord.interfaces.inert import inert

LONGEST = 400
"""Words of each wording that are compared; more are not shown."""


class Run(NamedTuple):
    """Words that stand in both wordings (``kind`` "="), in the first alone ("-"), or in the
    second alone ("+")."""

    kind: str
    words: tuple[str, ...]


def runs(first: str, second: str) -> Iterator[Run]:
    """Both wordings word by word, in order; case and punctuation tell no words apart."""
    from rapidfuzz.distance import Indel

    one, other = first.split()[:LONGEST], second.split()[:LONGEST]
    for part in Indel.opcodes([_key(word) for word in one], [_key(word) for word in other]):
        if part.tag == "equal":
            yield Run("=", tuple(other[part.dest_start : part.dest_end]))
        if part.tag in ("delete", "replace"):
            yield Run("-", tuple(one[part.src_start : part.src_end]))
        if part.tag in ("insert", "replace"):
            yield Run("+", tuple(other[part.dest_start : part.dest_end]))


def marked(first: str, second: str) -> Text:
    """The words of ``second``, with what only ``first`` has as ``[-…-]`` and what it lacks as
    ``{+…+}``."""
    shown = Text()
    for run in runs(inert(first), inert(second)):
        words = " ".join(run.words)
        if shown:
            shown.append(" ")
        if run.kind == "-":
            shown.append(f"[-{words}-]", "red")
        elif run.kind == "+":
            shown.append(f"{{+{words}+}}", "green")
        else:
            shown.append(words)
    return shown


def _key(word: str) -> str:
    plain = "".join(one for one in word.casefold() if one.isalnum())
    return unicodedata.normalize("NFKC", plain) or word
