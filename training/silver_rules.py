"""Silver names made consistent: one string, one kind; a known person's surname, a person.

Rules, in this order: trim, drop what cannot be a name, settle each string's kind (by hand in
``resources/names.yaml``, by the persons of the report, by its majority in the corpus), then mark
the occurrences of a report's names that were missed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.domain.tagging import NameKind
from training.name_labels import NamedSpan, NamedText, apart, name_lists, trimmed

MOST_WORDS = {NameKind.PERSON: 4, NameKind.ORGANISATION: 9, NameKind.PLACE: 6}
MAJORITY = 0.6
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_CAPITAL_AFTER = re.compile(r"[-\s]+[A-Z]")
_CAPITAL_BEFORE = re.compile(r"([A-Z][\w.]*)[-\s]+$")


@dataclass(frozen=True)
class Kinds:
    """How often the corpus gives each string each kind."""

    counts: Mapping[str, Counter[NameKind]]

    @classmethod
    def of(cls, texts: Iterable[NamedText]) -> Kinds:
        """Counted over the trimmed names of a corpus."""
        counts: dict[str, Counter[NameKind]] = defaultdict(Counter)
        for text, names in texts:
            for name in names:
                counts[text[name.start : name.end]][name.kind] += 1
        return cls(counts)

    def of_string(self, surface: str, here: NameKind) -> NameKind:
        """The string's kind where it is ``here`` by itself."""
        found = self.counts.get(surface, Counter())
        kind, times = max(found.items(), key=lambda item: item[1], default=(here, 0))
        return kind if times >= MAJORITY * max(3, found.total()) else here


def plausible(named: NamedText) -> NamedText:
    """Trimmed, without what cannot be a name."""
    tidy = (trimmed(named.text, name) for name in named.names)
    return NamedText(named.text, apart(n for n in tidy if n and _may_be(named.text, n)))


def _may_be(text: str, name: NamedSpan) -> bool:
    surface = text[name.start : name.end]
    words = surface.split()
    if surface in name_lists()["never"] or len(words) > MOST_WORDS[name.kind]:
        return False
    if re.search(r"[@#/\n\"“”]|https?|\.com\b", surface) or not words[0][0].isupper():
        return False
    if name.kind is NameKind.PERSON and (re.search(r"\d", surface) or surface.isupper()):
        return False
    if len(words) == 1 and re.search(rf"\b{re.escape(surface.lower())}\b", text):
        return surface.isupper() and len(surface) > 2
    return True


def consistent(named: NamedText, kinds: Kinds) -> NamedText:
    """Each string with one kind, and every occurrence of it marked."""
    text = named.text
    persons = set(_words_of_persons(named))
    settled = {}
    for name in named.names:
        surface = text[name.start : name.end]
        settled[surface] = _kind(surface, name.kind, persons, kinds)
    names = [n._replace(kind=settled[text[n.start : n.end]]) for n in named.names]
    for word in persons - set(settled):
        settled[word] = NameKind.PERSON
    return NamedText(text, apart([*names, *_missed(text, names, settled)]))


def _words_of_persons(named: NamedText) -> Iterator[str]:
    """Surnames and first names of the persons with a full name."""
    for name in named.names:
        words = named.text[name.start : name.end].split()
        while words and words[-1].lower() in _SUFFIXES:
            words.pop()
        if name.kind is NameKind.PERSON and len(words) > 1:
            yield from (w for w in (words[0], words[-1]) if len(w) > 2 and w[0].isupper())


def _kind(surface: str, here: NameKind, persons: set[str], kinds: Kinds) -> NameKind:
    by_hand: dict[str, str] = name_lists()["kinds"]
    if surface in by_hand:
        return NameKind[by_hand[surface].upper()]
    if surface in persons:
        return NameKind.PERSON
    return kinds.of_string(surface, here)


def _missed(
    text: str, names: Sequence[NamedSpan], settled: Mapping[str, NameKind]
) -> Iterator[NamedSpan]:
    """Occurrences of known strings that are no part of a name or of a longer run of capitals."""
    taken = sorted(names)
    for surface, kind in settled.items():
        if re.search(rf"\b{re.escape(surface.lower())}\b", text):
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text):
            start, end = match.span()
            free = all(end <= name.start or name.end <= start for name in taken)
            if free and not _within_capitals(text, start, end):
                yield NamedSpan(start, end, kind)


def _within_capitals(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word stands beside, as in Quill Tower; "But Quill" is none."""
    before = _CAPITAL_BEFORE.search(text[max(0, start - 20) : start])
    if before and before.group(1).lower() not in name_lists()["openers"]:
        return True
    return bool(_CAPITAL_AFTER.match(text, end))
