"""Personal names: their parts, and whether two of them can be one person's.

Parts are found by nameparser, after title words are stripped.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from onrecord.resources import word_list

_SPACE = re.compile(r"\s+")
_PLAIN = re.compile(r"[a-z]{2,}")
_ROMAN = re.compile(r"[ivx]+")
_KINDS_OF_PARTICLES = (
    "titles", "first_name_titles", "prefixes", "non_first_name_prefixes", "bound_first_names",
    "conjunctions", "suffix_acronyms", "suffix_acronyms_ambiguous", "suffix_not_acronyms",
)  # fmt: skip
"""What nameparser calls them; not every version has all."""
_SHORTEST_SLIP = 5
_NEAR = 6
"""Letters that a surname has at least for two spellings of it to count as one."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """Parts of a name, folded (lower case, no accents). ``text``: as the report has it.

    A single word is in ``last``, whatever it is; ``first`` is empty then.
    """

    text: str
    first: str
    middle: tuple[str, ...]
    last: str
    suffix: str

    @property
    def is_full(self) -> bool:
        """Whether it has more than a single word."""
        return bool(self.first)


def folded(text: str) -> str:
    """Lower case, without accents and with single spaces: how names are compared."""
    if text.isascii():
        return " ".join(text.split()).lower()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _SPACE.sub(" ", kept).strip().lower()


@lru_cache(maxsize=4096)
def parse_name(text: str) -> PersonName:
    """The parts of a name without title words. Total on any string."""
    text = _SPACE.sub(" ", text).strip()
    shown = text.title() if text.isupper() and len(text) > 3 else text
    return _plain(text, shown) or _parsed(text, shown)


def _plain(text: str, shown: str) -> PersonName | None:
    """What ``_parsed`` says, at a fiftieth of its cost, of one or two words of mere letters."""
    words = shown.lower().split(" ")
    if len(words) > 2 or not all(_PLAIN.fullmatch(word) for word in words):
        return None
    if any(word in _particles() or _ROMAN.fullmatch(word) for word in words):
        return None
    if len(words) == 1:
        return PersonName(text, "", (), words[0], "")
    return PersonName(shown, words[0], (), words[1], "")


@lru_cache(maxsize=1)
def _particles() -> frozenset[str]:
    """Every word that is more to nameparser than a name: titles, prefixes, suffixes and joints."""
    from nameparser.config import CONSTANTS

    sets = (getattr(CONSTANTS, kind, ()) for kind in _KINDS_OF_PARTICLES)
    return frozenset(word for words in sets for word in words)


def _parsed(text: str, shown: str) -> PersonName:
    from nameparser import HumanName

    parsed = HumanName(shown)
    first, last = folded(parsed.first), folded(parsed.last)
    middle = tuple(folded(parsed.middle).split())
    if not last or not first:
        return PersonName(text, "", (), folded(f"{parsed.title} {first} {last}"), "")
    return PersonName(shown, first.rstrip("."), middle, last, folded(parsed.suffix).rstrip("."))


def alike(a: str, b: str) -> bool:
    """Two spellings of one surname: the same, or both end differently after a long common start.

    Transliterations differ at the end: Zelensky, Zelenskyy, Zelenskiy.
    """
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return len(short) >= _NEAR and len(long) - len(short) <= 2 and long.startswith(short[:-1])


def is_slip(a: str, b: str) -> bool:
    """Whether one surname is the other with a letter wrong, missing or too many."""
    if min(len(a), len(b)) < _SHORTEST_SLIP or a[0] != b[0]:
        return False
    return DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1


def may_be_one(a: PersonName, b: PersonName) -> bool:
    """Whether two full names can be one person's: nothing in them contradicts it."""
    return (
        alike(a.last, b.last)
        and _firsts_agree(a, b)
        and _middles_agree(a.middle, b.middle)
        and not (a.suffix and b.suffix and a.suffix != b.suffix)
        and a.suffix == b.suffix
    )


def may_begin_alike(first: str, name: str) -> bool:
    """Whether a whole name can begin with the folded ``first``; quick, before it is parsed."""
    begins = folded(name.partition(" ")[0])
    return begins[:1] == first[:1] or bool(_short_for(first) & _short_for(begins))


def _firsts_agree(a: PersonName, b: PersonName) -> bool:
    if a.first == b.first or _short_for(a.first) & _short_for(b.first):
        return True
    short, long = sorted((a.first.replace(".", ""), b.first.replace(".", "")), key=len)
    if len(short) == 1 or (len(short) == 2 and "." in a.first + b.first):
        return long.startswith(short[0])
    return a.first in b.middle or b.first in a.middle


def _middles_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return not a or not b or a[0][0] == b[0][0]


@lru_cache(maxsize=4096)
def _short_for(first: str) -> frozenset[str]:
    """The name itself and the full names that it is short for."""
    return frozenset({first, *_nicknames().get(first, ())})


@lru_cache(maxsize=1)
def _nicknames() -> dict[str, list[str]]:
    short: dict[str, list[str]] = word_list("identify", "nicknames")["nicknames"]
    return short
