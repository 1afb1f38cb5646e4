"""Names that only being a source gives away: capitals that speak and that no tag covers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.domain.tagging import NameKind, TaggedName
from onrecord.domain.words import Words
from onrecord.identify.names import is_slip
from onrecord.identify.vocabulary import source_words, titles

_LONGEST = 3
_SCORE = 0.5
"""Nothing measured: sure enough to be a name, less so than what the network tagged."""


def named_by_speaking(
    words: Words, tagged: Iterable[TaggedName], sources: Iterable[tuple[int, int]]
) -> Iterator[TaggedName]:
    """Sources of a few capitalised words without a tag, as names of people.

    A single word is one only if it is a slip of somebody's surname: else it may be anything.
    """
    tagged = tuple(tagged)
    taken = {word for name in tagged for word in range(name.first, name.last)}
    surnames = {words.lower[name.last - 1] for name in tagged if name.kind is NameKind.PERSON}
    for first, last in sorted(set(sources)):
        letters = [at for at in range(first, last) if words.words[at].isalpha()]
        if not letters or taken & set(range(first, last)) or len(letters) > _LONGEST:
            continue
        low, high = letters[0], letters[-1] + 1
        if len(letters) == 1 and not any(is_slip(one, words.lower[low]) for one in surnames):
            continue
        if high - low == len(letters) and all(_may_be_name(words, at) for at in letters):
            taken |= set(range(low, high))
            yield TaggedName(NameKind.PERSON, low, high, _SCORE)


def _may_be_name(words: Words, at: int) -> bool:
    word = words.lower[at]
    known = source_words()
    return (
        words.is_capital(at)
        and word not in known.groups | known.unnamed | known.documents | known.bodies
        and word not in known.determiners | known.named_groups | known.amounts
        and word not in known.first_person | known.third_person | known.they | known.it
        and word not in known.relatives | titles().offices.keys()
    )
