"""Sites: the words that take part in resolving pronouns, each with its place in the report.

Anchors and pronouns come first; nouns for a person ("a woman", "his father") stand in for people
whom nothing names, so that a pronoun for one of them is not given to whoever is named nearby.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from onrecord.domain.entity import MentionForm
from onrecord.domain.segmented import SegmentedArticle
from onrecord.domain.words import Words
from onrecord.identify.anchors import Anchor, Spoken
from onrecord.identify.pronoun_words import Case, Lexicon, Pronoun, lexicon

NOBODY = -1
"""In place of a number of a chain, an anchor, a quotation or an attribution: there is none."""


LONGEST_INSERTION = 16
"""Words that may stand between a name and its verb, set off by commas or brackets."""
_OPENS = {",": ",", "(": ")", "–": "–", "—": "—"}


class Kind(IntEnum):
    """What sort of words a site is."""

    NAME = 0
    ROLE = 1
    NOUN = 2
    PRONOUN = 3


@dataclass(frozen=True, slots=True)
class Site:
    """Words ``[first, last)`` with what their surroundings say; see ``Surveyor.site``.

    ``female``: share of women, 0..1, None where the words do not tell. ``quotation``: which one it
    stands in. ``source_of``: the attribution whose source it is or is part of; ``said_in``: the
    attribution in whose content it stands, the shortest such.
    """

    kind: Kind
    first: int
    last: int
    chain: int
    anchor: int
    female: float | None
    sentence: int
    paragraph: int
    offset: int
    """Words since the beginning of the sentence."""
    quotation: int
    source_of: int
    said_in: int
    before_verb: bool
    after_verb: bool
    possessive: bool
    after_preposition: bool
    coordinated: bool
    opens_clause: bool
    opens_paragraph: bool
    case: Case | None = None


class Surveyor:
    """Knows a report's words, quotations and attributions; makes sites of words."""

    def __init__(self, words: Words, spoken: Sequence[Spoken]) -> None:
        article = words.article
        self.words = words
        self.spoken = spoken
        self.lexicon: Lexicon = lexicon()
        self._begins = np.unique(article.sentences, return_index=True)[1].tolist()
        self._quotations = _quotations(article)
        sources = [(one.source,) if one.source else () for one in spoken]
        self._sources = _covering(len(article), sources)
        self._contents = _covering(len(article), [one.contents for one in spoken])

    def site(
        self,
        kind: Kind,
        first: int,
        last: int,
        *,
        chain: int = NOBODY,
        anchor: int = NOBODY,
        female: float | None = None,
        case: Case | None = None,
    ) -> Site:
        """The site of words ``[first, last)``."""
        sentence = self.words.sentence[first]
        before, after = self._before(first), self._word(last)
        return Site(
            kind,
            first,
            last,
            chain,
            anchor,
            female,
            sentence,
            self.words.paragraph[first],
            first - self._begins[sentence],
            self._quotations[first],
            self._sources[last - 1],
            self._contents[first],
            before_verb=self._has_verb(last),
            after_verb=before.isalpha() and self.lexicon.is_verb_like(before),
            possessive=after in ("'s", "’s", "'", "’"),
            after_preposition=before in self.lexicon.prepositions,
            coordinated=before in ("and", "or") or after in ("and", "or"),
            opens_clause=before in self.lexicon.clause_openers
            or before in (",", ":", ";", '"', "“", "")
            or first == self._begins[sentence],
            opens_paragraph=first < 2
            or self.words.paragraph[first - 2] != self.words.paragraph[first],
            case=case,
        )

    def _has_verb(self, at: int) -> bool:
        """Whether what looks like a verb stands at ``at``, or after an insertion that begins there:
        "Ana Ruiz, the party's leader, said".
        """
        if self._word(at) in _OPENS:
            closing = _OPENS[self._word(at)]
            end = min(at + LONGEST_INSERTION, len(self.words))
            at = next((n + 1 for n in range(at + 1, end) if self.words.words[n] == closing), -1)
        return 0 <= at < len(self.words) and (
            self.words.words[at].islower() and self.lexicon.is_verb_like(self.words.lower[at])
        )

    def _word(self, at: int) -> str:
        return self.words.lower[at] if at < len(self.words) else ""

    def _before(self, first: int) -> str:
        """The word before a mention, its title and its article left out."""
        at = first - 1
        while at >= max(first - 6, 0) and (
            self.words.lower[at] in self.lexicon.honorifics
            or self.words.lower[at] in self.lexicon.determiners
            or (self.words.words[at] == "." and self._word(at - 1) in self.lexicon.honorifics)
        ):
            at -= 1
        return self.words.lower[at] if at >= 0 else ""


def anchor_sites(surveyor: Surveyor, anchors: Sequence[Anchor]) -> tuple[Site, ...]:
    """Sites of the anchors, in their order."""
    return tuple(
        surveyor.site(
            Kind.NAME if anchor.form is MentionForm.NAME else Kind.ROLE,
            anchor.first,
            anchor.last,
            chain=anchor.chain,
            anchor=number,
            female=_titled(surveyor, anchor),
        )
        for number, anchor in enumerate(anchors)
    )


def pronoun_sites(surveyor: Surveyor) -> tuple[Site, ...]:
    """Sites of the third-person singular pronouns, in reading order."""
    return tuple(
        surveyor.site(
            Kind.PRONOUN,
            at,
            at + 1,
            female=float(pronoun.gender == "female"),
            case=case_of(surveyor, at, pronoun),
        )
        for at, word in enumerate(surveyor.words.lower)
        if (pronoun := surveyor.lexicon.pronoun(word))
    )


def case_of(surveyor: Surveyor, at: int, pronoun: Pronoun) -> Case:
    """Its case; "her" and "his" before a noun are possessive."""
    following = surveyor.words.lower[at + 1] if at + 1 < len(surveyor.words) else ""
    if surveyor.words.lower[at] == "her" and surveyor.lexicon.is_verb_like(following):
        return "possessive"
    return pronoun.case


def noun_sites(surveyor: Surveyor, anchors: Sequence[Anchor]) -> tuple[Site, ...]:
    """Sites of the nouns for a person that are neither part of an anchor nor beside one."""
    named = _named(len(surveyor.words), anchors)
    return tuple(
        surveyor.site(Kind.NOUN, at, at + 1, female=surveyor.lexicon.persons[word])
        for at, word in enumerate(surveyor.words.lower)
        if word in surveyor.lexicon.persons
        and not named[at]
        and not any(named[at + 1 : at + 3])
        and not _after_name(surveyor, named, at)
    )


def is_generic(surveyor: Surveyor, at: int) -> bool:
    """Whether the pronoun at ``at`` is one of "he or she", or of a title such as "Her Majesty"."""
    lower, known = surveyor.words.lower, surveyor.lexicon
    if at + 1 < len(lower) and lower[at + 1] in known.styles and surveyor.words.is_capital(at + 1):
        return True
    after = at + 2 < len(lower) and lower[at + 1] in known.either and known.pronoun(lower[at + 2])
    before = at > 0 and lower[at - 1] in known.either
    return bool(after) or (before and bool(known.pronoun(lower[at - 2]) or lower[at - 2] == "s"))


def _named(size: int, anchors: Sequence[Anchor]) -> list[bool]:
    named = [False] * size
    for anchor in anchors:
        named[anchor.first : anchor.last] = [True] * (anchor.last - anchor.first)
    return named


def _after_name(surveyor: Surveyor, named: list[bool], at: int) -> bool:
    """Whether the noun describes the name before it: "Ana Ruiz, the party's new leader"."""
    for place in range(at - 1, max(at - 6, -1), -1):
        if surveyor.words.lower[place] == ",":
            return named[place - 1] and place > 0
    return False


def _titled(surveyor: Surveyor, anchor: Anchor) -> float | None:
    """Share of women by "Mr", "Dame" and the like in or before the name; else the anchor's own."""
    for at in range(max(anchor.first - 2, 0), anchor.last):
        share = surveyor.lexicon.honorifics.get(surveyor.words.lower[at])
        if share is not None and surveyor.words.is_capital(at):
            return share
    return anchor.share_female


def _quotations(article: SegmentedArticle) -> list[int]:
    """Number of the outermost quotation that each word stands in, marks left out."""
    numbers = [NOBODY] * len(article)
    for quotation in article.quotations:
        if quotation.depth == 0:
            first, last = np.searchsorted(article.starts, quotation.inner).tolist()
            numbers[first:last] = [quotation.chain] * (last - first)
    return numbers


def _covering(size: int, several: Sequence[Sequence[tuple[int, int]]]) -> list[int]:
    """For each word the number of the ranges that cover it; of several those with fewest words."""
    found = [NOBODY] * size
    for _, first, last, number in sorted(
        (
            (last - first, first, last, number)
            for number, ranges in enumerate(several)
            for first, last in ranges
        ),
        reverse=True,
    ):
        found[first:last] = [number] * (last - first)
    return found
