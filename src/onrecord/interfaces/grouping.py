"""Statements grouped under who made them, as the terminal and the page show them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from onrecord.domain.entity import Entity
from onrecord.domain.statement import Statement
from onrecord.interfaces.naming import names_of
from onrecord.interfaces.word_lists import word_list


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Statements of the same people or bodies, or with the same source words, in reading order.

    ``words``: the names of ``entities``; where it is not settled who speaks, the source words of
    the first statement, on one line, empty where no source is named. ``named`` is False for those
    and for pronouns that nobody was found for.
    """

    words: str
    named: bool
    statements: tuple[Statement, ...]
    entities: tuple[Entity, ...] = ()


def by_source(
    statements: Iterable[Statement], entities: Iterable[Entity] = ()
) -> tuple[SourceGroup, ...]:
    """Group ``statements``, which are in reading order; groups are ordered by their first one.

    What ``entities`` say together ("Lee and Roe") is a group of its own. Where nobody was found
    for a source, the same words are joined over the whole report; a pronoun is joined only with
    the one right before it: "he" here and "he" further down may be two people.
    """
    known = {entity.id: entity for entity in entities}
    pronouns = frozenset(word_list("pronouns"))
    groups: dict[Hashable, list[Statement]] = {}
    previous: Hashable = None
    for position, statement in enumerate(statements):
        key: Hashable = _speakers(statement, known) or source_words(statement).casefold()
        if key in pronouns:
            repeated = isinstance(previous, _Pronoun) and previous.word == key
            key = previous if repeated else _Pronoun(str(key), position)
        groups.setdefault(key, []).append(statement)
        previous = key
    return tuple(_group(key, members, known) for key, members in groups.items())


def source_words(statement: Statement) -> str:
    """The words that say who spoke, on one line."""
    return " ".join(statement.source.words.text.split())


def other_words(group: SourceGroup, statement: Statement) -> str | None:
    """The source words of ``statement`` where they are not what ``group`` is headed by."""
    words = source_words(statement)
    return words if words and words.casefold() != group.words.casefold() else None


@dataclass(frozen=True, slots=True)
class _Pronoun:
    word: str
    position: int


def _speakers(statement: Statement, known: dict[str, Entity]) -> tuple[str, ...]:
    source = statement.source
    ids = (source.entity, *source.also) if source.entity else ()
    return tuple(one for one in ids if one in known)


def _group(key: Hashable, members: list[Statement], known: dict[str, Entity]) -> SourceGroup:
    if isinstance(key, tuple):
        speakers = tuple(known[one] for one in key)
        return SourceGroup(names_of(speakers), True, tuple(members), speakers)
    named = bool(key) and not isinstance(key, _Pronoun)
    return SourceGroup(source_words(members[0]), named, tuple(members))
