"""What one line says as a byline: who, in what role. Strict: a line that is more is no byline.

    line    = ["By"] people {"," (people | role | outlet)}
    people  = person {"and" person}
    person  = name [role | outlet] ["in" place]

The words that make a role and the names of outlets stand in ``resources/ingest/bylines.yaml``.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from onrecord.domain.span import Span
from onrecord.ingest.byline_words import NAME_LENGTHS, is_name, is_outlet, is_role

_BY = re.compile(
    r"(?:(?:words|written|reported|report|story|analysis|posted|from our)\s+)?by\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:,(?!\s*[JS]r\b)|[|;•·/])\s*|\s+[-–—]\s+")
_TOKEN = re.compile(r"\S+")
_PLACE = re.compile(r"(?:[A-Z][\w.'’-]*|and|of|the|&)(?:\s+(?:[A-Z][\w.'’-]*|and|of|the|&)){0,5}")
_ASIDE = re.compile(r"\d|@|\b(?:updated|published|posted|special to)\b", re.IGNORECASE)
_LONGEST_LINE = 160


class Author(NamedTuple):
    """One author found in a line. Spans are in the text; ``end`` is behind a place, if one is."""

    name: Span
    role: Span | None
    end: int


class BylineLine(NamedTuple):
    """The authors of a line. ``explicit``: it says "by"; ``placed``: somebody "in London"."""

    authors: tuple[Author, ...]
    explicit: bool
    placed: bool

    @property
    def posted(self) -> bool:
        """Whether it gives anybody's post or outlet."""
        return any(author.role for author in self.authors)


def parse_line(text: str, line: Span) -> BylineLine | None:
    """Read ``line`` of ``text`` as authors and nothing else; None when it is not that."""
    if line.end - line.start > _LONGEST_LINE:
        return None
    by = _BY.match(text, line.start, line.end)
    authors: list[Author] = []
    placed = False
    for part in _parts(text, Span(by.end() if by else line.start, line.end)):
        if authors and is_role(text[part.start : part.end]):
            authors[-1] = _with_role(authors[-1], part)
        elif found := _people(text, part, by is not None):
            authors += found
            placed |= any(author.end > (author.role or author.name).end for author in found)
        elif not (by and authors and _ASIDE.search(text[part.start : part.end])):
            return None
    return BylineLine(tuple(authors), by is not None, placed) if authors else None


def with_role(author: Author, role: Span) -> Author:
    """``author`` with the role that stands in another line."""
    return author._replace(role=role)


def _with_role(author: Author, part: Span) -> Author:
    start = author.role.start if author.role else part.start
    return author._replace(role=Span(start, part.end), end=part.end)


def _parts(text: str, line: Span) -> list[Span]:
    """The line cut at its commas and bars; a leading "and" and a final full stop are dropped."""
    parts = []
    start = line.start
    bounds = [match.span() for match in _SEPARATOR.finditer(text, line.start, line.end)]
    for cut, after in [*bounds, (line.end, line.end)]:
        words = text[start:cut]
        lead = len(words) - len(re.sub(r"^(?:and|&)?\s+|^(?:and|&)\s+", "", words))
        end = start + len(words.rstrip())
        if text[end - 1 : end] == "." and not re.search(r"\b\w\.$", text[start:end]):
            end -= 1
        if start + lead < end:
            parts.append(Span(start + lead, end))
        start = after
    return parts


def _people(text: str, part: Span, explicit: bool) -> list[Author]:
    """The persons of ``part``: it is one, or several joined by "and". Empty when it is neither."""
    tokens = [Span(*match.span()) for match in _TOKEN.finditer(text, part.start, part.end)]
    if author := _person(text, tokens, explicit):
        return [author]
    if authors := _joined(text, tokens, explicit):
        return authors
    before = _without_place(text, tokens, explicit)
    if len(before) < len(tokens) and (authors := _joined(text, before, explicit)):
        return [*authors[:-1], authors[-1]._replace(end=tokens[-1].end)]
    return []


def _joined(text: str, tokens: list[Span], explicit: bool) -> list[Author]:
    """The persons on either side of each "and", empty unless there is one on every side."""
    joints = [i for i, token in enumerate(tokens) if text[token.start : token.end] in ("and", "&")]
    edges = [-1, *joints, len(tokens)]
    pieces = [tokens[before + 1 : after] for before, after in pairwise(edges)]
    authors = [_person(text, piece, explicit) for piece in pieces]
    return [author for author in authors if author] if joints and all(authors) else []


def _person(text: str, tokens: list[Span], explicit: bool) -> Author | None:
    end = tokens[-1].end if tokens else 0
    tokens = _without_place(text, tokens, explicit)
    if explicit and tokens and is_outlet(text[tokens[0].start : tokens[-1].end]):
        return Author(Span(tokens[0].start, tokens[-1].end), None, end)
    for length in range(NAME_LENGTHS.start, len(tokens) + 1):
        rest = Span(tokens[length].start, tokens[-1].end) if length < len(tokens) else None
        if rest is None or is_role(text[rest.start : rest.end]):
            name = tokens[:length]
            if is_name([text[s:e] for s, e in name], plain=explicit and rest is None):
                return Author(Span(name[0].start, name[-1].end), rest, end)
            return None
    return None


def _without_place(text: str, tokens: list[Span], explicit: bool) -> list[Span]:
    """The tokens before "in London"; in a line that says "by", before "for The Times" too."""
    leads = ("in", "for", "at", "from") if explicit else ("in",)
    for index, (start, end) in enumerate(tokens):
        if index >= 2 and text[start:end] in leads:
            after = text[end : tokens[-1].end].strip()
            return tokens[:index] if _PLACE.fullmatch(after) else tokens
    return tokens
