"""Quotations as other newspapers print them, by rule and by chance.

Other marks, a word mended in brackets, a part cut off or left out, a few words taken over into a
sentence of the reporter's. Each takes the words without marks and a generator of chance.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

FEWEST = 6
"""Words that are left at least: of fewer nobody can tell whose they are."""


def restyled(words: list[str], chance: Random) -> str:
    """Other marks, another stop at the end."""
    opening, closing = chance.choice(("‘’", '""', "“”"))
    return f"{opening}{' '.join(words).rstrip(',.')}{chance.choice(',.')}{closing}"


def mended(words: list[str], chance: Random) -> str:
    """One word replaced in brackets, and of longer ones one left out."""
    found = list(words)
    found[chance.randrange(len(found))] = f"[{chance.choice(('the', 'it', 'he', 'this'))}]"
    if len(found) > 8:
        del found[chance.randrange(len(found))]
    return f"“{' '.join(found)}”"


def cut(words: list[str], chance: Random) -> str:
    """40 to 90 % of the words, from anywhere."""
    return f"“{' '.join(_part(words, chance.uniform(0.4, 0.9), chance))}”"


def spliced(words: list[str], chance: Random) -> str:
    """Up to a third of the words left out in the middle, with an ellipsis in their place."""
    gap = max(1, len(words) // chance.randint(3, 6))
    first = chance.randint(1, max(1, len(words) - gap - 1))
    return f"“{' '.join(words[:first])} … {' '.join(words[first + gap :])}”"


def taken_over(words: list[str], chance: Random) -> str:
    """A third of the words in marks, in a sentence of the reporter's."""
    return f"that this was, in those words, “{' '.join(_part(words, 1 / 3, chance))}”"


Printer = Callable[[list[str], Random], str]
PRINTERS: Mapping[str, Printer] = {
    "other marks": restyled,
    "a word mended": mended,
    "cut": cut,
    "spliced": spliced,
    "a few words taken over": taken_over,
}


def _part(words: list[str], share: float, chance: Random) -> list[str]:
    many = min(len(words), max(FEWEST, int(share * len(words))))
    first = chance.randint(0, len(words) - many)
    return words[first : first + many]
