"""Which words of GUM name a person, and which of the reader's mentions are those.

A labelled name mention is a mention of a person (etype ``person``), no list of several people,
whose head is a singular proper noun (NNP) and no role (role_heads.yaml), or has one flat or in
apposition behind it ("actor Dennis Hopper"). That noun is the name's first word, what hangs on it
flat is the rest. The reader's mentions are those of people by name; one is a labelled mention when
it covers the name's first word or, where none does, any word of it; each side once, the shortest
first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from evaluation.gum import GumMention, GumReport, GumWord, covering
from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.domain.record import Record
from onrecord.domain.span import Span

_roles: frozenset[str] = frozenset(
    yaml.safe_load(Path(__file__).with_name("role_heads.yaml").read_text(encoding="utf-8"))["words"]
)


_NAMING = ("flat", "appos")


@dataclass(frozen=True, slots=True)
class LabelledName:
    """A name of a person in the text. ``entity``: which of the report's people it is."""

    entity: str
    first: Span
    """The word that it is aligned by."""
    name: Span


@dataclass(frozen=True, slots=True)
class ReadName:
    """A name that the reader gave to a person of its record."""

    entity: str
    span: Span
    rule: str


def labelled_names(report: GumReport) -> tuple[LabelledName, ...]:
    """The name mentions of people, in reading order, one for each name."""
    by_word: dict[int, LabelledName] = {}
    for mention in report.mentions:  # of two mentions with one name the inner one comes later
        word = _naming_word(report, mention)
        if word is not None:
            by_word[word] = _labelled(report, mention, word)
    return tuple(by_word[word] for word in sorted(by_word))


def read_names(record: Record) -> tuple[ReadName, ...]:
    """The name mentions of people in a record, in reading order."""
    found = [
        ReadName(entity.id, mention.span, mention.rule)
        for entity in record.entities
        if entity.kind is EntityKind.PERSON
        for mention in entity.mentions
        if mention.form is MentionForm.NAME
    ]
    return tuple(sorted(found, key=lambda one: one.span))


def aligned(gold: Sequence[LabelledName], read: Sequence[ReadName]) -> dict[int, int]:
    """For the number of each labelled name that was read, the number of the name read."""
    by_length = sorted(range(len(read)), key=lambda j: read[j].span.end - read[j].span.start)
    pairs: dict[int, int] = {}
    for words in ([one.first for one in gold], [one.name for one in gold]):
        for j in by_length:
            if j not in pairs.values():
                free = (i for i in range(len(gold)) if i not in pairs)
                number = next((i for i in free if _overlap(read[j].span, words[i])), None)
                if number is not None:
                    pairs[number] = j
    return pairs


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _naming_word(report: GumReport, mention: GumMention) -> int | None:
    """The first word of the name in ``mention``; None where it names nobody or several."""
    if mention.kind != "person" or _hanging(report, mention, mention.head, ("conj",)):
        return None
    behind = _hanging(report, mention, mention.head, _NAMING)
    for word in (mention.head, *(word for word in behind if word > mention.head)):
        if _is_name(report.words[word]):
            return None if _hanging(report, mention, word, ("conj",)) else word
    return None


def _hanging(
    report: GumReport, mention: GumMention, on: int, relations: tuple[str, ...]
) -> list[int]:
    """The words of ``mention`` that hang on the word ``on`` by one of ``relations``."""
    return [
        number
        for number in range(mention.first, mention.last)
        if report.words[number].head == on
        and report.words[number].relation.split(":")[0] in relations
    ]


def _is_name(word: GumWord) -> bool:
    return word.xpos == "NNP" and word.form.lower() not in _roles


def _labelled(report: GumReport, mention: GumMention, word: int) -> LabelledName:
    flat = _hanging(report, mention, word, ("flat",))
    if word != mention.head:  # "actor Dennis Hopper": all of the name hangs on the actor
        flat += [one for one in _hanging(report, mention, mention.head, ("flat",)) if one > word]
    several = [report.words[number] for number in (word, *flat)]
    return LabelledName(mention.entity, report.words[word].span, covering(several))
