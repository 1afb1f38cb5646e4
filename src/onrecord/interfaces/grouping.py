"""Statements grouped under the words of their source, as the terminal and the page show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.domain.statement import Statement
from onrecord.interfaces.word_lists import word_list


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Statements with the same source words, in reading order.

    ``words`` are those of the first statement, on one line, empty where no source is named;
    ``named`` is False for those and for pronouns.
    """

    words: str
    named: bool
    statements: tuple[Statement, ...]


def by_source(statements: Iterable[Statement]) -> tuple[SourceGroup, ...]:
    """Group ``statements``, which are in reading order; groups are ordered by their first one.

    Names are joined over the whole report. A pronoun is joined only with the one right before
    it: "he" here and "he" further down may be two people.
    """
    pronouns = frozenset(word_list("pronouns"))
    groups: dict[str, list[Statement]] = {}
    previous = ""
    for position, statement in enumerate(statements):
        key = _key(statement)
        if key in pronouns:
            key = previous if previous.startswith(f"{key}\n") else f"{key}\n{position}"
        groups.setdefault(key, []).append(statement)
        previous = key
    return tuple(_group(key, members) for key, members in groups.items())


def _group(key: str, members: list[Statement]) -> SourceGroup:
    # A line end cannot stand in a key otherwise: _key puts the words on one line.
    named = bool(key) and "\n" not in key
    return SourceGroup(" ".join(members[0].source.words.text.split()), named, tuple(members))


def _key(statement: Statement) -> str:
    return " ".join(statement.source.words.text.split()).casefold()
