"""Names in a report: what the network tagged, set to its bounds, and the same words elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.domain.tagging import NameKind, TaggedName
from onrecord.domain.words import Words
from onrecord.identify.body_bounds import whole_body
from onrecord.identify.titles import find_title, honorific_before
from onrecord.identify.vocabulary import titles

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_HYPHENS = frozenset("-‐‑")
_JOINING = frozenset("-–.'’&")


@dataclass(frozen=True, slots=True)
class Name:
    """Words ``[first, last)`` that are a name, without title words.

    ``honorific``: "mr", "sir" and the like before it. ``title``: words of the role phrase before
    it, as a range that ends where the name (with its honorific) begins; None where there is none.
    """

    first: int
    last: int
    kind: NameKind
    text: str
    honorific: str | None = None
    title: tuple[int, int] | None = None


def find_names(
    words: Words, tagged: Iterable[TaggedName], place_of: Callable[[str], str | None]
) -> tuple[Name, ...]:
    """All names in reading order, none overlapping another.

    ``place_of``: the country or state that a word stands for, or None.
    """
    bounded = [name for one in tagged for name in _bounded(words, one)]
    found = _harmonised(_joined(words, sorted(bounded, key=_place)), place_of)
    found += _again(words, found)
    return tuple(_with_titles(words, name) for name in sorted(found, key=_place))


def _place(name: Name) -> int:
    return name.first


def _joined(words: Words, found: list[Name]) -> list[Name]:
    """A name that ends with an initial and the surname after it in one; none inside another."""
    names: list[Name] = []
    for name in found:
        before = names[-1] if names else None
        if before and name.first < before.last:
            continue  # its words became part of a longer name: "Bank of [England]"
        if before and before.kind is NameKind.PERSON and _ends_in_initial(words, before, name):
            text = words.text(before.first, name.last)
            names[-1] = replace(before, last=name.last, text=text)
        else:
            names.append(name)
    return names


def _ends_in_initial(words: Words, before: Name, name: Name) -> bool:
    """ "Ana B." and "Ruiz": whether the one goes on with the other."""
    gap = words.words[before.last : name.first]
    if gap not in ((), (".",)) or words.sentence[before.first] != words.sentence[name.first]:
        return False
    initial = [word for word in words.words[before.first : before.last] if word != "."][-1]
    return len(initial.rstrip(".")) == 1


def _harmonised(found: list[Name], place_of: Callable[[str], str | None]) -> list[Name]:
    """One kind a wording: a full name's surname is a person's, else what it is oftenest.

    A country's or capital's name is a place unless a person bears it.
    """
    people = {name.text.split()[-1] for name in found if _is_full(name)}
    counts: dict[str, list[int]] = {}
    for name in found:
        counts.setdefault(name.text, [0] * len(NameKind))[name.kind] += 1
    kinds = {
        text: NameKind.PERSON if text in people else NameKind(kinds.index(max(kinds)))
        for text, kinds in counts.items()
    }
    for text, kind in kinds.items():
        if kind is NameKind.PERSON and text not in people and place_of(text):
            kinds[text] = NameKind.PLACE
    return [
        name if name.kind is kinds[name.text] else replace(name, kind=kinds[name.text])
        for name in found
    ]


def _is_full(name: Name) -> bool:
    return name.kind is NameKind.PERSON and len(name.text.split()) > 1


def _bounded(words: Words, tagged: TaggedName) -> Iterator[Name]:
    """The tagged words less title words before, and a possessive or an addition after."""
    first, last = tagged.first, tagged.last
    comma = next((at for at in range(first, last) if words.words[at] == ","), last)
    last = _joined_on(words, max(comma, first))
    while last > first and (words.words[last - 1] in _POSSESSIVE or words.words[last - 1] == ","):
        last -= 1
    if tagged.kind is NameKind.PERSON:
        first = _after_titles(words, first, last)
    else:
        first, last = whole_body(words, first, last)
    while last - first > 1 and words.lower[first] == "the":
        first += 1
    if first < last and any(word[0].isalpha() for word in words.words[first:last]):
        yield Name(first, last, tagged.kind, words.text(first, last))


def _joined_on(words: Words, last: int) -> int:
    """Past what a hyphen joins to the name without a space: "Ban Ki" and "-moon"."""
    starts, ends = words.article.starts, words.article.ends
    while last and last < len(words) and starts[last] == ends[last - 1]:
        joins = words.words[last] in _HYPHENS or words.words[last - 1] in _HYPHENS
        if not joins or (words.words[last] in _HYPHENS and last + 1 == len(words)):
            break
        last += 1
    return last


def _after_titles(words: Words, first: int, last: int) -> int:
    """Past the last title in the words, whatever place or body stands before it."""
    known = titles()
    start = first
    for at in range(first, last):
        word = words.lower[at]
        is_title = word in known.honorifics or (word in known.offices and words.is_capital(at))
        if is_title or (word == "." and at == start):
            start = at + 1
    return start


def _again(words: Words, found: list[Name]) -> Iterator[Name]:
    """A person's surname, or a whole name, where the network did not see it."""
    taken = {word for name in found for word in range(name.first, name.last)}
    sought = _sought(words, found)
    end = 0
    for at, word in enumerate(words.lower):
        if word not in sought or at < end or at in taken or not words.is_capital(at):
            continue
        length, kind = _longest(words, at, sought, taken)
        if length:
            end = at + length
            yield Name(at, end, kind, words.text(at, end))


def _sought(words: Words, found: list[Name]) -> dict[str, list[tuple[tuple[str, ...], NameKind]]]:
    """First word -> wordings to look for; one kind a wording, the commonest."""
    counts: dict[tuple[str, ...], dict[NameKind, int]] = {}
    for name in found:
        for wording in _wordings(words, name):
            kinds = counts.setdefault(wording, {})
            kinds[name.kind] = kinds.get(name.kind, 0) + 1
    sought: dict[str, list[tuple[tuple[str, ...], NameKind]]] = {}
    for wording, kinds in counts.items():
        kind = max(kinds, key=lambda one: (kinds[one], -one))
        sought.setdefault(wording[0], []).append((wording, kind))
    return sought


def _wordings(words: Words, name: Name) -> Iterator[tuple[str, ...]]:
    whole = words.words[name.first : name.last]
    yield tuple(word.lower() for word in whole)
    if name.kind is NameKind.PERSON and len(whole) > 1:
        start = _surname(whole)
        surname = whole[start:]
        if surname[0][0].isupper() and len(surname[-1]) > 2:
            yield tuple(word.lower() for word in surname)


def _surname(whole: tuple[str, ...]) -> int:
    """Where the last word of a name begins; hyphens join words to one."""
    start = len(whole) - 1
    while start > 1 and whole[start - 1] in _JOINING and whole[start - 1] != ".":
        start -= 2
    return start


def _longest(
    words: Words,
    at: int,
    sought: dict[str, list[tuple[tuple[str, ...], NameKind]]],
    taken: set[int],
) -> tuple[int, NameKind]:
    best = 0, NameKind.PERSON
    for wording, kind in sought.get(words.lower[at], ()):
        last = at + len(wording)
        if (
            len(wording) > best[0]
            and words.lower[at:last] == wording
            and words.is_capital(last - 1)
            and not _goes_on(words, at, last, taken)
        ):
            best = len(wording), kind
    return best


def _goes_on(words: Words, first: int, last: int, taken: set[int]) -> bool:
    """Whether the words are part of a longer name ("Trump Tower") or of a compound."""
    if any(word in taken for word in range(first, last)):
        return True
    if last < len(words) and words.paragraph[last] == words.paragraph[first]:
        after = words.words[last]
        if last in taken or after[0].isupper() or after in {"-", "–"}:
            return not words.words[first].isupper()
    return first > 0 and (words.words[first - 1] in {"-", "–"} or _is_named_before(words, first))


def _is_named_before(words: Words, first: int) -> bool:
    """Whether a capital that is no title stands before, within the sentence: "Olive Ruiz"."""
    before = first - 1
    if words.sentence[before] != words.sentence[first] or not words.is_capital(before):
        return False
    known = titles()
    word = words.lower[before]
    opens = before == 0 or words.sentence[before - 1] != words.sentence[before]
    return not (opens or word in known.honorifics or word in known.offices)


def _with_titles(words: Words, name: Name) -> Name:
    if name.kind is not NameKind.PERSON:
        return name
    honorific, first = honorific_before(words, name.first)
    title = find_title(words, first)
    return replace(name, honorific=honorific, title=title) if honorific or title else name
