"""Statements and entities of a line, given by their words, for the tests of deeds."""

from __future__ import annotations

import re

from onrecord.domain.entity import Entity, EntityKind, Mention, MentionForm
from onrecord.domain.span import NO_WORDS, Passage, Span
from onrecord.domain.statement import Form, Source, Statement
from onrecord.domain.words import Words
from onrecord.segment.article import segment


def words_of(text: str) -> Words:
    return Words(segment(text))


def passage(text: str, piece: str) -> Passage:
    """Where ``piece`` stands first; no words for an empty one."""
    at = text.index(piece)
    return Passage.cut(text, [(at, at + len(piece))]) if piece else NO_WORDS


def statement(
    text: str, content: str, cue: str = "", source: str = "", entity: str | None = None
) -> Statement:
    who = Source(passage(text, source), entity=entity)
    return Statement("s1", who, passage(text, cue), passage(text, content), Form.INDIRECT, 0.9)


def entity(text: str, number: int, name: str, kind: EntityKind = EntityKind.PERSON) -> Entity:
    """The entity "e<number>" with every mention of ``name``."""
    mentions = tuple(
        Mention(Span(*found.span()), MentionForm.NAME, "marked")
        for found in re.finditer(rf"\b{name}\b", text)
    )
    return Entity(f"e{number}", name, kind, mentions)


def people(text: str, *names: str) -> tuple[Entity, ...]:
    """The named people, "e1" first."""
    return tuple(entity(text, number, name) for number, name in enumerate(names, 1))
