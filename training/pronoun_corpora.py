"""LitBank and GAP as reports whose pronouns are labelled; GUM is in ``evaluation.pronoun_labels``.

Anchors of LitBank are made from its labels, as those of GUM. GAP labels two names a snippet only:
further names are found by capitals and by the parts that they share with others.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from evaluation.pronoun_labels import (
    Labelled,
    Naming,
    ShareFemale,
    Truth,
    apart,
    chain_share,
    labelled_document,
    words_between,
)
from onrecord.domain.entity import MentionForm
from onrecord.domain.segmented import SegmentedArticle
from onrecord.identify.anchors import Anchor
from onrecord.identify.pronoun_words import lexicon
from onrecord.segment.article import segment


def litbank(folder: Path, shares: ShareFemale) -> Iterator[Labelled]:
    """The novels of LitBank, about 2,000 words each."""
    for path in sorted(folder.glob("*.conll")):
        yield _novel(path, shares)


def _novel(path: Path, shares: ShareFemale) -> Labelled:
    text, places, mentions = _read_novel(path)
    article = segment(text)
    known = lexicon()
    pronouns: dict[int, str] = {}
    spans: list[tuple[int, int, str]] = []
    for low, high, entity in mentions:
        first, last = words_between(article, places[low][0], places[high][1])
        if last - first == 1 and known.pronoun(article.words[first].lower()):
            pronouns[first] = entity
        else:
            spans.append((first, last, entity))
    namings = list(_novel_names(article, spans))
    people = set(pronouns.values()) | {
        one.entity
        for one in namings
        if shares(one.text.split()[0]) is not None
        or one.text.split()[0].lower() in known.honorifics
    }
    return labelled_document(
        path.stem,
        "litbank",
        article,
        [one for one in namings if one.entity in people],
        pronouns,
        shares,
    )


def _novel_names(article: SegmentedArticle, spans: list[tuple[int, int, str]]) -> Iterator[Naming]:
    """The capitalised words that begin or end a mention, unless they are another's."""
    for first, last, entity in spans:
        inner = [s for s in spans if s != (first, last, entity) and first <= s[0] and s[1] <= last]
        taken = {word for low, high, _ in inner for word in range(low, high)}
        run: list[int] = []
        for word in range(first, last):
            surface = article.words[word]
            if (
                word not in taken
                and surface[0].isupper()
                and surface.lower() not in functionwords_between()
            ):
                run.append(word)
            elif run and not (surface == "." and len(article.words[word - 1]) < 4):
                break
        if run and run[-1] < first + 6:
            low, high = run[0], run[-1] + 1
            yield Naming(low, high, entity, " ".join(article.words[low:high]))


def _read_novel(path: Path) -> tuple[str, list[tuple[int, int]], list[tuple[int, int, str]]]:
    """The text put together again, where each token stands in it, and mentions in tokens."""
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    mentions: list[tuple[int, int, str]] = []
    opened: dict[str, list[int]] = defaultdict(list)
    length, gap, quoted = 0, "", False
    for line in path.read_text("utf-8").splitlines():
        row = line.split("\t")
        if not line.strip():
            gap = "\n" if pieces else ""
            continue
        if len(row) < 13:
            continue
        word = row[3]
        mark = word in ('"', "''", "``", "“", "”")
        closing = mark and (quoted if word == '"' else word in ("''", "”"))
        if gap == "\n":
            gap = "\n\n" if mark and not closing else " "
        if closing or re.fullmatch(r"[.,;:!?)\]]|'s|n't|'(d|ll|re|ve|m)", word):
            gap = ""
        if mark:
            quoted = not closing
            word = "”" if closing else "“"
        pieces += [gap, word]
        places.append((length + len(gap), length + len(gap) + len(word)))
        length = places[-1][1]
        gap = "" if mark and not closing else " "
        token = len(places) - 1
        for bracket in row[12].strip().split("|"):
            entity = bracket.strip("()")
            if bracket.startswith("("):
                opened[entity].append(token)
            if bracket.endswith(")"):
                mentions.append((opened[entity].pop(), token, entity))
    return "".join(pieces), places, mentions


def gap(path: Path, shares: ShareFemale) -> Iterator[Labelled]:
    """The snippets of GAP."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield gap_snippet(row, shares)


def gap_snippet(row: dict[str, str], shares: ShareFemale) -> Labelled:
    """One snippet. The chains of the names A and B are numbers 0 and 1."""
    text = row["Text"]
    article = segment(text)
    at = int(row["Pronoun-offset"])
    pronoun = words_between(article, at, at + len(row["Pronoun"]))[0]
    spans = []
    for letter in "AB":
        start = int(row[f"{letter}-offset"])
        spans.append(words_between(article, start, start + len(row[letter])))
    chains = named_chains(article, spans, shares)
    anchors = anchors_of(article, chains, shares)
    right = frozenset(n for n, letter in enumerate("AB") if row[f"{letter}-coref"] == "TRUE")
    truth = Truth(right, frozenset() if right else frozenset({0, 1}))
    gender = "female" if row["Pronoun"].lower() in ("she", "her", "hers") else "male"
    return Labelled(row["ID"], "gap", article, anchors, {pronoun: truth}, gender)


def anchors_of(
    article: SegmentedArticle, chains: list[list[tuple[int, int]]], shares: ShareFemale
) -> tuple[Anchor, ...]:
    """The mentions of the chains as anchors; a chain's number is its place."""
    share = [
        chain_share([" ".join(article.words[a:b]) for a, b in mentions], shares)
        for mentions in chains
    ]
    return apart(
        Anchor(first, last, chain, MentionForm.NAME, share[chain])
        for chain, mentions in enumerate(chains)
        for first, last in mentions
    )


def named_chains(
    article: SegmentedArticle, labelled: list[tuple[int, int]], shares: ShareFemale
) -> list[list[tuple[int, int]]]:
    """Chains of the capitalised names; the first are those of ``labelled``, one name each."""
    chains = [[span] for span in labelled]
    names = [_parts(article, span) for span in labelled]
    for span in sorted(capitalised(article.words), key=lambda one: one[0] - one[1]):
        if any(span[0] < high and low < span[1] for low, high in labelled):
            continue
        parts = _parts(article, span)
        fitting = [n for n, other in enumerate(names) if parts <= other or other <= parts]
        if len(fitting) == 1:
            chains[fitting[0]].append(span)
            names[fitting[0]] |= parts
        elif not fitting and _is_person(article, span, shares):
            chains.append([span])
            names.append(parts)
    return chains


def _is_person(article: SegmentedArticle, span: tuple[int, int], shares: ShareFemale) -> bool:
    """Whether the run begins with a first name or a title."""
    first = article.words[span[0]]
    return shares(first) is not None or first.lower() in lexicon().honorifics


def _parts(article: SegmentedArticle, span: tuple[int, int]) -> set[str]:
    known = lexicon().honorifics
    words = {word.lower() for word in article.words[span[0] : span[1]] if len(word) > 1}
    return {word for word in words if word not in known} or words


def capitalised(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words."""
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and _is_capital(words, end, at):
            end += 1
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _is_capital(words: Sequence[str], at: int, begun: int) -> bool:
    word = words[at]
    if word == ".":
        before = words[at - 1]
        return at > begun and (len(before) == 1 or before.lower() in lexicon().honorifics)
    return word[0].isupper() and (at > begun or word.lower() not in functionwords_between())


@cache
def functionwords_between() -> frozenset[str]:
    """Words that are no name although a sentence may begin with them."""
    known = lexicon()
    return frozenset(
        {"i", "we", "you", "it", "they", "is", "was", "did", "mine", "yes", "no", "oh"}
        | known.determiners
        | known.prepositions
        | known.not_verbs
        | known.clause_openers
        | known.pronouns.keys()
    )
