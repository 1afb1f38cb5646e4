"""The word lists of this stage, in the shapes that its rules ask for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.domain.register import Gender
from onrecord.resources import word_list


@dataclass(frozen=True, slots=True)
class Titles:
    """Words that stand before names and in role phrases; all in lower case."""

    honorifics: dict[str, Gender | None]
    first_name_after: frozenset[str]
    title_name_after: frozenset[str]
    offices: dict[str, str]
    """Head of a role phrase -> the form it is compared in."""
    modifiers: frozenset[str]
    past: frozenset[str]
    open: frozenset[str]
    parties: dict[str, str]
    compounds: dict[str, list[str]]
    """Head -> words before it that make another office of it ("vice" president)."""


@dataclass(frozen=True, slots=True)
class SourceWords:
    """Words that tell what sort of source a phrase names; all in lower case."""

    documents: frozenset[str]
    issued_by: frozenset[str]
    unnamed: frozenset[str]
    groups: frozenset[str]
    named_groups: frozenset[str]
    bodies: frozenset[str]
    relatives: frozenset[str]
    first_person: frozenset[str]
    whose: frozenset[str]
    third_person: frozenset[str]
    they: frozenset[str]
    it: frozenset[str]
    after_head: frozenset[str]
    determiners: frozenset[str]
    plural_joint: frozenset[str]
    relations: frozenset[str]
    amounts: frozenset[str]


@cache
def titles() -> Titles:
    """resources/identify/titles.yaml."""
    lists = word_list("identify", "titles")
    honorifics: dict[str, Gender | None] = dict.fromkeys(lists["honorifics"]["either"])
    honorifics |= dict.fromkeys(lists["honorifics"]["male"], "male")
    honorifics |= dict.fromkeys(lists["honorifics"]["female"], "female")
    offices = {word: word for word in lists["occupations"]} | lists["offices"]
    return Titles(
        honorifics,
        frozenset(lists["first_name_after"]),
        frozenset(lists["title_name_after"]),
        offices,
        frozenset(map(str, lists["modifiers"])),
        frozenset(lists["past"]),
        frozenset(lists["open"]),
        lists["parties"],
        lists["compounds"],
    )


@cache
def source_words() -> SourceWords:
    """resources/identify/sources.yaml."""
    lists: dict[str, Any] = word_list("identify", "sources")
    names = SourceWords.__dataclass_fields__
    return SourceWords(**{name: frozenset(lists[name]) for name in names})
