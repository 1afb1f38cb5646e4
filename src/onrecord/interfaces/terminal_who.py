"""Who is in a report, as lines for the terminal: everybody named, and why where that is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from onrecord.domain.article import Article
from onrecord.domain.entity import Entity, EntityKind
from onrecord.domain.record import Record
from onrecord.domain.register import Register
from onrecord.interfaces.explaining import Reason, place, reasons
from onrecord.interfaces.heading import counted
from onrecord.interfaces.inert import one_line
from onrecord.interfaces.known_rows import rows_of
from onrecord.interfaces.naming import name_of, particulars_of
from onrecord.interfaces.terminal_lines import Line

_MOST = 40
"""Entities that are listed; a report may name hundreds, and its record has them all."""
_TOGETHER = {EntityKind.GROUP: "groups", EntityKind.LAW: "laws"}
"""Kinds whose names share a line, at the end."""
_MOST_TOGETHER = 12


def who_is_in(record: Record, explain: bool, register: Register | None = None) -> Iterator[Line]:
    """The list of who is in the report: people first, those mentioned most before the others.

    Groups and laws share a line each. Asked to ``explain``, with every mention of them and what
    ``register`` has on them.
    """
    if not record.entities:
        return
    yield Line(Text("who is in it", style="dim"), "")
    listed = sorted(record.entities, key=_order)
    if explain:
        for entity in listed:
            yield Line(_entry(entity), "  ")
            yield from _evidence(entity, record.article, register)
    else:
        yield from _listed([one for one in listed if one.kind not in _TOGETHER])
        for kind in _TOGETHER:
            yield from _together(kind, [one for one in listed if one.kind is kind])


def _listed(entities: Sequence[Entity]) -> Iterator[Line]:
    for entity in entities[:_MOST]:
        yield Line(_entry(entity), "  ")
    if len(entities) > _MOST:
        yield Line(Text(f"and {len(entities) - _MOST} more; --json has them all"), "  ")


def _together(kind: EntityKind, entities: Sequence[Entity]) -> Iterator[Line]:
    """ "groups: voters, House Republicans"."""
    if not entities:
        return
    names = [one_line(name_of(entity)) for entity in entities[:_MOST_TOGETHER]]
    more = len(entities) - len(names)
    line = Text(f"{_TOGETHER[kind]}: ", style="dim").append(", ".join(names), style="not dim")
    yield Line(line.append(f" and {more} more" if more else "", style="dim"), "  ")


def explained(reason: Reason) -> Text:
    """The rule, what it went by, and how probable that is."""
    return Text(f"{one_line(reason.decided, 1000)} · {reason.probability:.2f}", style="dim")


def _evidence(entity: Entity, article: Article, register: Register | None) -> Iterator[Line]:
    for reason in reasons(entity, article.text):
        yield Line(_mention(reason), "    ")
    for row in rows_of(entity, article.published, register) if register else ():
        yield Line(Text(one_line(row, 1000), style="dim"), "    ")


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
