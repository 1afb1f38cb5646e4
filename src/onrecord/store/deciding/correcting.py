"""People's corrections: made, taken back, and put on again after a report was read anew."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, insert, select

from onrecord.domain.digests import digest
from onrecord.domain.kept import Correction
from onrecord.errors import BadCorrection, NotKept
from onrecord.store.asking import loading, recalling
from onrecord.store.deciding.corrected_effects import Row
from onrecord.store.deciding.corrected_fields import (
    OF_ENGAGEMENTS,
    OF_STATEMENTS,
    PEOPLE,
    checked,
    checked_note,
    without_the_same,
    writable,
)
from onrecord.store.deciding.corrected_people import kept, somebody
from onrecord.store.deciding.corrected_rows import SORTS, STATEMENTS, Sort, items, put
from onrecord.store.deciding.found_again import found_again
from onrecord.store.tables import packing, schema
from onrecord.store.tables import schema_upkeep as upkeep
from onrecord.store.tables.journal import note_done

NOT_THERE = "there is no such statement or engagement in the record"


def correct(
    connection: Connection, item: str, changes: Mapping[str, Any], who: str, at: str, note: str
) -> Correction:
    """Change fields of ``item``; see ``protocol.Writer``."""
    sort, row = _item(connection, item)
    article = _article(connection, row["article"])
    fields = OF_STATEMENTS if sort is STATEMENTS else OF_ENGAGEMENTS
    wanted = checked(item, fields, changes)
    wanted |= {
        name: somebody(connection, article, wanted[name])
        for name in PEOPLE
        if wanted.get(name) is not None
    }
    before = {name: _stands(connection, row, name) for name in wanted}
    after = without_the_same(item, before, wanted)
    made = {
        "item": item,
        "article": article["id"],
        "who": writable(who),
        "at": at,
        "note": checked_note(item, note),
        "before": packing.pack({name: before[name] for name in after}),
        "after": packing.pack(after),
    }
    earlier = _corrections(connection, upkeep.corrections.c.item == item)
    snapshot = earlier[-1]["snapshot"] if earlier else _snapshot(sort, row)
    id = digest("c", *made.values(), str(len(earlier)))
    connection.execute(
        insert(upkeep.corrections),
        [{"number": _following(connection), "id": id, **made, "snapshot": snapshot}],
    )
    note_done(connection, at, made["who"], "corrected", item, made["note"])
    _put(connection, article)
    return _correction(connection, id)


def undo(connection: Connection, correction: str, who: str, at: str) -> Correction:
    """Take a correction back; those beside it stay. See ``protocol.Writer``."""
    table = upkeep.corrections
    found = _corrections(connection, table.c.id == correction)
    if not found:
        raise NotKept(correction, "there is no such correction in the record")
    if at_ := found[0]["undone_at"]:
        by = found[0]["undone_by"]
        raise BadCorrection(correction, f"it was undone already, on {at_[:10]} by {by}")
    who = writable(who)
    connection.execute(
        table.update().where(table.c.id == correction).values(undone_by=who, undone_at=at)
    )
    note_done(connection, at, who, "undone", correction)
    article = _article_called(connection, found[0]["article"])
    if article is not None:
        _put(connection, article)
    return _correction(connection, correction)


def reapply(connection: Connection, article: str) -> None:
    """Put the corrections of a report that was read anew onto what stands there now.

    An item that is found under another id takes its corrections along; where nothing stands any
    more, they stay in the list and wait for a reading that has it again.
    """
    row = _article_called(connection, article)
    made = _corrections(connection, upkeep.corrections.c.article == article)
    if row is None or not made:
        return
    snapshots = {one["item"]: json.loads(one["snapshot"]) for one in made}
    for sort in SORTS:
        there = _read(connection, sort, row["number"])
        own = {item: one for item, one in snapshots.items() if one["sort"] == sort.table.name}
        for item, found in found_again(own, {one["id"]: _seen(sort, one) for one in there}).items():
            new = next(one for one in there if one["id"] == found)
            table = upkeep.corrections
            connection.execute(
                table.update()
                .where(table.c.item == item, table.c.article == article)
                .values(
                    item=found, snapshot=_snapshot(sort, new, _was(snapshots[item], item, found))
                )
            )
    _put(connection, row)


def _put(connection: Connection, article: Row) -> None:
    made = upkeep.corrections.c.article == article["id"]
    put(connection, article, _corrections(connection, made))


def _corrections(connection: Connection, where: Any) -> list[Row]:
    table = upkeep.corrections
    query = select(table).where(where).order_by(table.c.number)
    return list(connection.execute(query).mappings())


def _correction(connection: Connection, id: str) -> Correction:
    [row] = _corrections(connection, upkeep.corrections.c.id == id)
    return next(one for one in recalling.corrections(connection, row["item"]) if one.id == id)


def _following(connection: Connection) -> int:
    return (connection.scalar(select(func.max(upkeep.corrections.c.number))) or 0) + 1


def _item(connection: Connection, item: str) -> tuple[Sort, Row]:
    for sort in SORTS:
        if found := items(connection, sort, [item]):
            return sort, found[0]
    raise NotKept(item, NOT_THERE)


def _article(connection: Connection, number: int) -> Row:
    table = schema.articles
    return connection.execute(select(table).where(table.c.number == number)).mappings().one()


def _article_called(connection: Connection, id: str) -> Row | None:
    table = schema.articles
    return connection.execute(select(table).where(table.c.id == id)).mappings().first()


def _read(connection: Connection, sort: Sort, article: int) -> list[Row]:
    table = sort.table
    query = select(table).where(table.c.article == article).order_by(table.c.number)
    return list(connection.execute(query).mappings())


def _snapshot(sort: Sort, row: Row, was: Sequence[str] = ()) -> str:
    """The item as it was read, to be changed anew and to be known again; ``was``: its ids before,
    under which the log still has it."""
    columns = {name: row[name] for name in sort.columns}
    seen = {"sort": sort.table.name, **_seen(sort, row), "was": list(was)}
    return packing.pack({**seen, "row": columns})


def _was(snapshot: Mapping[str, Any], item: str, now: str) -> list[str]:
    earlier: list[str] = snapshot["was"]
    return earlier if item == now else [*dict.fromkeys([*earlier, item])]


def _seen(sort: Sort, row: Row) -> dict[str, Any]:
    spans = [list(span) for span in packing.spans(row[sort.where])]
    return {"spans": spans, "kind": row["form" if sort is STATEMENTS else "kind"]}


def _stands(connection: Connection, row: Row, field: str) -> Any:
    """What ``field`` of an item is now, as a correction keeps it."""
    match field:
        case "source" | "target":
            return _who_stands(connection, row, field)
        case "said_on" | "when":
            found = packing.time("", row[field])
            return found.value if found else None
        case "place":
            words = [row["place_name"]] if row["place_name"] else _words(connection, row, "place")
            return ", ".join(words) or None
        case "struck":
            return bool(row["struck"])
    return row[field]


def _who_stands(connection: Connection, row: Row, field: str) -> dict[str, Any] | None:
    local = row[f"{field}_entity"]
    if local is None:
        words = " ".join(_words(connection, row, field))
        return {"name": words} if field == "target" and words else None
    people, entities = schema.identities, schema.entities
    query = select(people).join(entities, entities.c.identity == people.c.number)
    query = query.where(entities.c.article == row["article"], entities.c.local == local)
    return kept(loading.identity(connection.execute(query).mappings().one()))


def _words(connection: Connection, row: Row, column: str) -> tuple[str, ...]:
    text = loading.texts(connection, [row["article"]]).get(row["article"], "")
    return packing.passage(text, row[column]).pieces
