"""Who wrote a report, as its first lines say.

A byline holds no words that anybody said, so a headline taken for one would lose nothing but the
headline; yet a name that is no author's would be wrong in the record. Hence only lines that say
"by", or that join a name with a journalist's post, an outlet or a place and never come back to
the name: authors do not write about themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from onrecord.domain.article import Byline
from onrecord.domain.span import Span, Spans
from onrecord.ingest.byline_grammar import Author, BylineLine, parse_line, with_role
from onrecord.ingest.byline_words import is_role

TOP_LINES = 6
"""Paragraphs from the top, notices apart, in which an author is looked for."""


def find_byline(text: str, paragraphs: Spans, notices: Spans = ()) -> tuple[Byline, ...]:
    """The authors named at the top of ``text``, in the order in which they stand there."""
    skipped = set(notices)
    lines = [span for span in paragraphs[: TOP_LINES + len(skipped)] if span not in skipped]
    for line, below in zip_longest(lines[:TOP_LINES], lines[1 : TOP_LINES + 1]):
        parsed = parse_line(text, line) if line else None
        if parsed is None:
            continue
        role = below if below and is_role(text[below.start : below.end]) else None
        if parsed.explicit or _is_byline(text, parsed, role, {line, *notices}):
            return tuple(_bylines(text, parsed.authors, role))
    return ()


def _is_byline(text: str, parsed: BylineLine, role_below: Span | None, outside: set[Span]) -> bool:
    """Whether a line without "by" is one: headlines, too, join a name with a place."""
    names = [text[author.name.start : author.name.end].split() for author in parsed.authors]
    if parsed.posted or role_below:
        return not any(_comes_back(text, words[-1], outside) for words in names)
    return (
        parsed.placed
        and all(sum(len(word) > 2 for word in words) == 2 for words in names)
        and not any(_comes_back(text, word, outside) for words in names for word in words)
    )


def _comes_back(text: str, word: str, outside: set[Span]) -> bool:
    """Whether ``word`` stands anywhere in ``text`` but in the spans ``outside``."""
    pattern = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
    return any(
        not any(start <= match.start() < end for start, end in outside)
        for match in pattern.finditer(text)
    )


def _bylines(text: str, authors: Sequence[Author], role_below: Span | None) -> Iterable[Byline]:
    for index, author in enumerate(authors):
        spans = [Span(author.name.start, author.end)]
        if role_below and author.role is None and index == len(authors) - 1:
            author = with_role(author, role_below)
            spans.append(role_below)
        role = text[author.role.start : author.role.end] if author.role else None
        name = text[author.name.start : author.name.end]
        yield Byline(_printed(name), role and _printed(role), tuple(spans))


def _printed(words: str) -> str:
    return " ".join(words.split())
