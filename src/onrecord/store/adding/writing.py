"""One transaction on a record's file: reports added, corrected, removed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from onrecord.domain.article import Article
from onrecord.domain.kept import Correction, Standing, Tombstone
from onrecord.domain.record import Derivation, Record
from onrecord.errors import NotKept
from onrecord.join.identities import fuller
from onrecord.store.adding.collecting import collecting_later
from onrecord.store.adding.known import Called, numbers_of, who_is_in
from onrecord.store.adding.newcomers import Newcomer, group_new
from onrecord.store.adding.rows import Places, Rows, rows_of
from onrecord.store.asking.gathering import Gathered
from onrecord.store.asking.standing import Stand, kept_row, stand
from onrecord.store.asking.viewing import SqliteView
from onrecord.store.tables import schema
from onrecord.store.tables import schema_upkeep as upkeep
from onrecord.store.tables.bulk import insert_many
from onrecord.store.words.counting import count_if_due
from onrecord.store.words.indexing import index

AT_ONCE = 256
"""So many reports are written together: each kind of row then costs one statement."""

_ORDER = (
    schema.articles,
    schema.paragraphs,
    schema.entities,
    schema.statements,
    schema.speakers,
    schema.targets,
    schema.statement_paragraphs,
    schema.exchanges,
    schema.engagements,
    schema.participants,
)
_NUMBERED = (schema.articles, schema.paragraphs, schema.statements, schema.engagements)


def utc_now() -> str:
    """Now as an ISO date-time in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class SqliteWriter(SqliteView):
    """``protocol.Writer`` on a connection that holds the lock for writing.

    What is added is held back until ``finish``, until it is asked for, or until there is much of
    it. ``now`` gives the time for the log.
    """

    def __init__(self, connection: Connection, now: Callable[[], str] = utc_now) -> None:
        super().__init__(connection)
        self._raw, self._now = connection, now
        self._waiting: dict[str, tuple[Record, Standing, str]] = {}

    @property
    def _connection(self) -> Connection:
        """For every question: what was added before is seen."""
        self._flush()
        return self._raw

    @property
    def _gathered(self) -> Gathered:
        """Remembers nothing: what is written changes it."""
        return Gathered(self._connection)

    def finish(self) -> None:
        """Write what is held back; called before the transaction ends."""
        self._flush()
        count_if_due(self._raw)

    def standing(self, article: Article, derivation: Derivation) -> Standing:
        """See ``protocol.View``."""
        return self._stand(article, derivation).how

    def add(self, record: Record, who: str) -> Standing:
        """See ``protocol.Writer``."""
        how, id = self._stand(record.article, record.derivation)
        if how in (Standing.SAME, Standing.RETRACTED):
            return how
        if how is Standing.STALE:
            record = self._replaced(record, id)
        self._waiting[id] = record, how, who
        if len(self._waiting) >= AT_ONCE or how is Standing.STALE:
            self._flush()
        return how

    def _stand(self, article: Article, derivation: Derivation) -> Stand:
        if article.id in self._waiting:
            self._flush()
        return stand(self._raw, article, derivation)

    def correct(self, item: str, changes: Mapping[str, Any], who: str, note: str) -> Correction:
        """See ``protocol.Writer``."""
        from onrecord.store.deciding.correcting import correct

        return correct(self._connection, item, changes, who, self._now(), note)

    def undo(self, correction: str, who: str) -> Correction:
        """See ``protocol.Writer``."""
        from onrecord.store.deciding.correcting import undo

        return undo(self._connection, correction, who, self._now())

    def remove(self, article: str, who: str, reason: str) -> Tombstone:
        """See ``protocol.Writer``."""
        from onrecord.store.removing.retracting import retract

        return retract(self._connection, article, who, self._now(), reason)

    def note_feed(self, url: str, state: Mapping[str, Any]) -> None:
        """See ``protocol.Writer``."""
        row = {"url": url, "state": json.dumps(dict(state), sort_keys=True)}
        self._raw.execute(upkeep.feeds.delete().where(upkeep.feeds.c.url == url))
        self._raw.execute(insert(upkeep.feeds), [row])

    def _replaced(self, record: Record, id: str) -> Record:
        """Remove the earlier reading; what it knew of the report's origin stays known."""
        from onrecord.store.removing.retracting import remove_rows

        row = kept_row(self._raw, id)
        if row is None:
            raise NotKept(id, "it went while it was read again; add it once more")
        known = {name: row[name] for name in ("title", "outlet", "url", "published")}
        given = {name: getattr(record.article, name) or one for name, one in known.items()}
        remove_rows(self._raw, id, record)
        return replace(record, article=replace(record.article, **given))

    def _flush(self) -> None:
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, {}
        with collecting_later():
            self._write(waiting)

    def _write(self, waiting: Mapping[str, tuple[Record, Standing, str]]) -> None:
        rows, new = self._rows({id: record for id, (record, _, _) in waiting.items()})
        for table in _ORDER:
            if rows[table.name]:
                insert_many(self._raw, table, rows[table.name])
        index(self._raw, rows["paragraphs"])
        group_new(self._raw, new)
        self._note(waiting)
        again = [id for id, (_, how, _) in waiting.items() if how is Standing.STALE]
        if again:
            from onrecord.store.deciding.correcting import reapply

            for id in again:
                reapply(self._raw, id)

    def _rows(self, records: Mapping[str, Record]) -> tuple[Rows, list[Newcomer]]:
        rows: Rows = defaultdict(list)
        new: list[Newcomer] = []
        keys: dict[str, Mapping[str, str]] = {}
        called: Called = {}
        for id, record in records.items():
            keys[id], found = who_is_in(record, id)
            for key, (one, names) in found.items():
                known = called.get(key)
                called[key] = (fuller(one, known[0]), names | known[1]) if known else (one, names)
        numbers = numbers_of(self._raw, called)
        first = {table.name: self._following(table) for table in _NUMBERED}
        derivations = {
            one: self._derivation(one) for one in {r.derivation for r in records.values()}
        }
        for id, record in records.items():
            places = Places(
                first["articles"],
                derivations[record.derivation],
                {entity: numbers[key] for entity, key in keys[id].items()},
                first,
            )
            new.append(
                Newcomer(
                    record,
                    places.article,
                    {entity: called[key][0] for entity, key in keys[id].items()},
                    first["statements"],
                    first["engagements"],
                )
            )
            for name, found_rows in rows_of(record, id, places).items():
                rows[name].extend(found_rows)
                if name in first:
                    first[name] += len(found_rows)
        return rows, new

    def _following(self, table: Any) -> int:
        return (self._raw.scalar(select(func.max(table.c.number))) or 0) + 1

    def _derivation(self, one: Derivation) -> int:
        table = schema.derivations
        row = {
            "component": one.component,
            "version": one.version,
            "weights_sha256": one.weights_sha256,
            "options_sha256": one.options_sha256,
        }
        query = select(table.c.number)
        for name, value in row.items():
            query = query.where(table.c[name] == value)
        found = self._raw.scalar(query)
        if found is not None:
            return int(found)
        number = self._following(table)
        self._raw.execute(insert(table), [{"number": number, **row}])
        return number

    def _note(self, waiting: Mapping[str, tuple[Record, Standing, str]]) -> None:
        at = self._now()
        rows = [
            {
                "at": at,
                "who": who,
                "what": "reread" if how is Standing.STALE else "added",
                "item": id,
                "note": "",
            }
            for id, (_, how, who) in waiting.items()
        ]
        self._raw.execute(insert(upkeep.log), rows)
