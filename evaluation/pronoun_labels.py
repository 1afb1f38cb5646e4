"""GUM's pronouns as labelled: the anchors that its names make, and whom each pronoun means.

Anchors are every named mention of a person, and in half of the documents also descriptions of those
who are named somewhere; chains are the labelled entities.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import numpy as np

from evaluation.gum import GumMention, GumReport, gum_reports
from onrecord.domain.entity import MentionForm
from onrecord.domain.segmented import SegmentedArticle
from onrecord.identify.anchors import Anchor
from onrecord.identify.pronoun_words import lexicon
from onrecord.segment.article import segment

MOST_ROLE_WORDS = 5
ShareFemale = Callable[[str], float | None]
"""First name -> share of women among its bearers."""


@dataclass(frozen=True)
class Truth:
    """Whom a pronoun means: one of the chains ``right``, or, where empty, none of ``wrong``.

    ``wrong`` empty and ``right`` empty: nobody who is named.
    """

    right: frozenset[int] = frozenset()
    wrong: frozenset[int] = frozenset()


@dataclass(frozen=True, eq=False)
class Labelled:
    """One report. ``truths``: by the word of the pronoun; others are not labelled."""

    name: str
    corpus: str
    article: SegmentedArticle
    anchors: tuple[Anchor, ...]
    truths: dict[int, Truth] = field(default_factory=dict)
    gender: str = ""


def gum(folder: Path, genres: Iterable[str], shares: ShareFemale) -> Iterator[Labelled]:
    """Documents of GUM in the genres named."""
    for genre in genres:
        for report in gum_reports(folder, genre):
            yield gum_document(report, shares)


@dataclass(frozen=True)
class Naming:
    """A mention in words of the article. ``text``: the name; "" where it is a description."""

    first: int
    last: int
    entity: str
    text: str


def gum_document(report: GumReport, shares: ShareFemale) -> Labelled:
    """A document's anchors and whom its pronouns mean."""
    article = segment(report.text)
    namings, pronouns = [], {}
    for mention in report.mentions:
        if mention.kind != "person":
            continue
        head = report.words[mention.head]
        word = words_between(article, *head.span)[0]
        name = _proper(report, mention)
        if mention.last - mention.first == 1 and lexicon().pronoun(article.words[word].lower()):
            pronouns[word] = mention.entity
        elif name:
            first, last = _range(report, article, *name)
            text = " ".join(article.words[first:last])
            namings.append(Naming(first, last, mention.entity, text))
        elif head.upos == "NOUN" and mention.last - mention.first <= MOST_ROLE_WORDS:
            namings.append(
                Naming(*_range(report, article, mention.first, mention.last), mention.entity, "")
            )
    return labelled_document(report.stem, "gum", article, namings, pronouns, shares)


def _range(report: GumReport, article: SegmentedArticle, low: int, high: int) -> tuple[int, int]:
    """Words ``[low, high)`` of GUM -> words of the article."""
    return words_between(article, report.words[low].span.start, report.words[high - 1].span.end)


def _proper(report: GumReport, mention: GumMention) -> tuple[int, int] | None:
    """The proper nouns around the mention's head, or beside it ("driver Ana Ruiz")."""
    inside = range(mention.first, mention.last)
    beside = (
        number
        for number in inside
        if report.words[number].head == mention.head
        and report.words[number].relation.startswith(("flat", "appos"))
    )
    head = next((n for n in (mention.head, *beside) if report.words[n].upos == "PROPN"), None)
    if head is None:
        return None
    low = high = head
    while low > mention.first and report.words[low - 1].upos == "PROPN":
        low -= 1
    while high + 1 < mention.last and (
        report.words[high + 1].upos == "PROPN" or report.words[high + 1].form == "."
    ):
        high += 1
    while report.words[high].form == "." and high > head:
        high -= 1
    return low, high + 1


def labelled_document(
    name: str,
    corpus: str,
    article: SegmentedArticle,
    namings: list[Naming],
    pronouns: dict[int, str],
    shares: ShareFemale,
) -> Labelled:
    named = sorted({one.entity for one in namings if one.text})
    number = {entity: chain for chain, entity in enumerate(named)}
    share = {
        entity: chain_share(
            [one.text for one in namings if one.entity == entity and one.text], shares
        )
        for entity in named
    }
    random = Random(name)
    roles = random.random() < 0.5
    anchors = [
        Anchor(
            one.first,
            one.last,
            number[one.entity],
            MentionForm.NAME if one.text else MentionForm.ROLE,
            share[one.entity],
        )
        for one in namings
        if one.entity in number and (one.text or roles)
    ]
    truths = {
        word: Truth(frozenset({number[entity]}) if entity in number else frozenset())
        for word, entity in pronouns.items()
    }
    return Labelled(name, corpus, article, apart(anchors), truths)


def chain_share(names: Iterable[str], shares: ShareFemale) -> float | None:
    """Share of women by the first names of a chain; of a single word only where no name is full."""
    known = lexicon().honorifics
    parts = [
        [w for w in name.replace(".", " ").split() if w.lower() not in known] for name in names
    ]
    full = [shares(words[0]) for words in parts if len(words) > 1]
    single = [shares(words[0]) for words in parts if len(words) == 1]
    return next((share for share in [*full, *single] if share is not None), None)


def apart(anchors: Iterable[Anchor]) -> tuple[Anchor, ...]:
    """In reading order without overlaps: of two that overlap, a name rather than a description."""
    kept: list[Anchor] = []
    for anchor in sorted(
        anchors, key=lambda one: (one.form is not MentionForm.NAME, one.last - one.first)
    ):
        if all(anchor.last <= one.first or one.last <= anchor.first for one in kept):
            kept.append(anchor)
    return tuple(sorted(kept, key=lambda one: one.first))


def words_between(article: SegmentedArticle, start: int, end: int) -> tuple[int, int]:
    """Code points -> words ``[first, last)`` that they touch."""
    first = int(np.searchsorted(article.ends, start, side="right"))
    last = int(np.searchsorted(article.starts, end, side="left"))
    return first, max(last, first + 1)
