"""Who is in a report, as lines for the terminal: everybody named, and why where that is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.text import Text

from onrecord.domain.entity import Entity, EntityKind
from onrecord.domain.record import Record
from onrecord.interfaces.explaining import Reason, place, reasons
from onrecord.interfaces.heading import counted
from onrecord.interfaces.inert import one_line
from onrecord.interfaces.naming import name_of, particulars_of

_MOST = 40
"""Entities that are listed; a report may name hundreds, and its record has them all."""


class Line(NamedTuple):
    """One line to be wrapped, and what stands before it."""

    text: Text
    indent: str


def who_is_in(record: Record, explain: bool) -> Iterator[Line]:
    """The list of who is in the report: people first, those mentioned most before the others."""
    if not record.entities:
        return
    yield Line(Text("who is in it", style="dim"), "")
    listed = sorted(record.entities, key=_order)
    shown = listed if explain else listed[:_MOST]
    for entity in shown:
        yield Line(_entry(entity), "  ")
        if explain:
            for reason in reasons(entity, record.article.text):
                yield Line(_mention(reason), "    ")
    if len(shown) < len(listed):
        yield Line(Text(f"and {len(listed) - len(shown)} more; --json has them all"), "  ")


def explained(reason: Reason) -> Text:
    """The rule, what it went by, and how probable that is."""
    return Text(f"{one_line(reason.decided, 1000)} · {reason.probability:.2f}", style="dim")


def _order(entity: Entity) -> tuple[int, int]:
    return list(EntityKind).index(entity.kind), -len(entity.mentions)


def _entry(entity: Entity) -> Text:
    parts = (str(entity.kind), *particulars_of(entity), counted(len(entity.mentions), "mention"))
    entry = Text(one_line(name_of(entity)))
    for part in parts:
        entry.append(f" · {one_line(part)}", style="dim")
    return entry


def _mention(reason: Reason) -> Text:
    return Text(f"{place(reason.span)} {one_line(reason.words)} ").append_text(explained(reason))
