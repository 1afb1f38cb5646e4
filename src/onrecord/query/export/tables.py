"""The record as tables: which there are, their columns and what each column means."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from onrecord.domain.days import days_of
from onrecord.domain.span import Passage, Spans
from onrecord.domain.time import Time

Item = TypeVar("Item")

Value = str | int | float | bool | date | Spans | tuple[str, ...] | None


class Kind(StrEnum):
    """What a column holds."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    SPANS = "spans"
    """Half-open ranges of code points of the report's text, in reading order."""
    IDS = "ids"
    """Ids, none of which has a blank in it."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Item]):
    """One column. ``words``: it holds words of a report, which may have to be withheld."""

    name: str
    kind: Kind
    about: str
    value: Callable[[Item], Value]
    words: bool = False


@dataclass(frozen=True, slots=True)
class Table(Generic[Item]):
    """One table. ``key``: the columns that tell its rows apart. ``refers``: column to table."""

    name: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column[Item], ...]
    refers: Mapping[str, str]

    def row(self, item: Item, with_text: bool) -> list[Value]:
        """The values of one row; without text those that are words are None."""
        return [
            None if column.words and not with_text else column.value(item)
            for column in self.columns
        ]


def text_of(passage: Passage) -> str | None:
    """The words, pieces joined by one space, or None."""
    return passage.text or None


def first_day(when: Time | None) -> date | None:
    """The first day that a time may mean."""
    days = days_of(when.value) if when else None
    return days.first if days else None


def last_day(when: Time | None) -> date | None:
    """The last day that a time may mean."""
    days = days_of(when.value) if when else None
    return days.last if days else None


def plain_json(data: Any) -> str:
    """Plain data in one cell."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True)
