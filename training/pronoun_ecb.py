"""ECB+ as reports whose pronouns are labelled: news, one or two sentences of each report.

ECB+ (Cybulska and Vossen 2014, CC BY 3.0) marks people and links the mentions of one. Labelled are
the pronouns whose person is named among the marked mentions; further names are found as in GAP.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

from evaluation.pronoun_labels import Labelled, ShareFemale, Truth, words_between
from onrecord.domain.segmented import SegmentedArticle
from onrecord.domain.span import Span
from onrecord.identify.pronoun_words import lexicon
from onrecord.segment.article import segment
from training.pronoun_corpora import anchors_of, capitalised, named_chains

_TIGHT = frozenset(".,;:!?)%'s’s")


def ecbplus(folder: Path, shares: ShareFemale) -> Iterator[Labelled]:
    """The reports that have a pronoun whose person is named."""
    for path in sorted(folder.glob("*/*.xml")):
        found = _report(path, shares)
        if found.truths:
            yield found


def _report(path: Path, shares: ShareFemale) -> Labelled:
    root = ElementTree.parse(path).getroot()
    text, places = _text(root)
    article = segment(text)
    people = list(_people(root, places, article))
    names = [[span for span in one if _is_name(article, span)] for one in people]
    named = [
        (several, max(found, key=lambda span: span[1] - span[0]))
        for several, found in zip(people, names, strict=True)
        if found
    ]
    chains = named_chains(article, [name for _, name in named], shares)
    truths = {
        first: Truth(frozenset({number}))
        for number, (several, _) in enumerate(named)
        for first, last in several
        if last - first == 1 and lexicon().pronoun(article.words[first].lower())
    }
    return Labelled(path.stem, "ecbplus", article, anchors_of(article, chains, shares), truths)


def _text(root: ElementTree.Element) -> tuple[str, dict[str, Span]]:
    """The tokens joined again, a sentence a line, and where each stands."""
    pieces: list[str] = []
    places: dict[str, Span] = {}
    length, sentence = 0, "0"
    for token in root.iter("token"):
        word = token.text or ""
        gap = "" if not pieces or word in _TIGHT else " "
        if token.get("sentence", "0") != sentence:
            sentence, gap = token.get("sentence", "0"), "\n\n"
        pieces += [gap, word]
        places[token.get("t_id", "")] = Span(length + len(gap), length + len(gap) + len(word))
        length += len(gap) + len(word)
    return "".join(pieces), places


def _people(
    root: ElementTree.Element, places: dict[str, Span], article: SegmentedArticle
) -> Iterator[list[tuple[int, int]]]:
    """For each chain its mentions in words of the article."""
    mentions: dict[str, tuple[int, int]] = {}
    for mark in root.find("Markables") or ():
        spans = [places[one.get("t_id", "")] for one in mark.findall("token_anchor")]
        if spans and mark.tag.startswith("HUMAN_PART"):
            start, end = min(spans).start, max(span.end for span in spans)
            mentions[mark.get("m_id", "")] = words_between(article, start, end)
    for relation in root.find("Relations") or ():
        yield [
            mentions[one.get("m_id", "")]
            for one in relation.findall("source")
            if one.get("m_id", "") in mentions
        ]


def _is_name(article: SegmentedArticle, span: tuple[int, int]) -> bool:
    """Whether the mention is a run of capitals and no more."""
    low, high = span
    return any(found == (0, high - low) for found in capitalised(article.words[low:high]))
