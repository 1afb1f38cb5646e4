"""People whom no report names any more, and names that none has for them: they go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, func, select, text

from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.join.names import Name, name
from onrecord.store.adding.known import Called
from onrecord.store.asking.loading import fetched, in_parts, texts
from onrecord.store.tables import packing, schema
from onrecord.store.words.indexing import all_of

_TOGETHER = 200
"""Reports that are looked at together for a name."""

_NAMED_WHERE = text(
    "SELECT number FROM entities WHERE identity = :identity AND article IN"
    " (SELECT article FROM paragraphs WHERE number IN"
    " (SELECT rowid FROM words WHERE words MATCH :asked))"
)

_MANY = 2000
"""Reports that name somebody beyond which the index says which of them to look at."""


def forget_orphans(connection: Connection, identities: Iterable[int]) -> list[int]:
    """Remove those of ``identities`` whom no report names; returns the others."""
    entities, names, people = schema.entities.c, schema.names, schema.identities
    asked = sorted(set(identities))
    query = select(entities.identity).distinct()
    rows = fetched(connection, lambda part: query.where(entities.identity.in_(part)), asked)
    there = {row["identity"] for row in rows}
    for part in in_parts(one for one in asked if one not in there):
        connection.execute(names.delete().where(names.c.identity.in_(part)))
        connection.execute(people.delete().where(people.c.number.in_(part)))
    return sorted(there)


def forget_names(connection: Connection, identities: Iterable[int], words_of: str) -> None:
    """After a report has gone: remove what only it called ``identities``.

    Only names all of whose words are in ``words_of`` it (its text, and what it called them) can be
    its alone. Whether another report has them is looked up in those that name the same people,
    until all are found.
    """
    words = set(_words(words_of))
    for number in identities:
        _show_fullest(connection, number)
        _forget(connection, number, _could_be_its(connection, number, words))


def called_in(connection: Connection, article: int) -> dict[str, set[str]]:
    """By key whom a report names, and what it calls them; their fullest name is among it."""
    entities, people = schema.entities.c, schema.identities.c
    query = select(people.key, entities.name, entities.mentions, entities.article)
    query = query.where(entities.article == article).join(
        schema.identities, people.number == entities.identity
    )
    found: defaultdict[str, set[str]] = defaultdict(set)
    text = texts(connection, [article])
    for row in connection.execute(query).mappings():
        found[row["key"]] |= {_text(name(row["name"])), *_mentioned(row, text)}
    return found


def forget_called(connection: Connection, before: Mapping[str, set[str]], after: Called) -> None:
    """After a report that is read anew has gone: remove what only its earlier reading ``before``
    called somebody; ``after``: whom it names now. Most call everybody what they did."""
    for key, names in before.items():
        now = {_text(one) for one in after[key][1]} if key in after else set()
        if lost := names - now:
            people = schema.identities.c
            number = connection.scalar(select(people.number).where(people.key == key))
            if number is not None:
                _show_fullest(connection, number)
                _forget(connection, number, lost)


def _forget(connection: Connection, number: int, names: set[str]) -> None:
    """Remove those of ``names`` that no report has for the identity."""
    table = schema.names
    for one in _not_called(connection, number, names):
        connection.execute(table.delete().where(table.c.identity == number, table.c.words == one))


def _words(text: str) -> Iterator[str]:
    return (word for piece in text.split() for word in name(piece).words)


def _show_fullest(connection: Connection, number: int) -> None:
    """The longest name that a report has left, as ``join.identities.fuller`` chooses."""
    entities, people = schema.entities.c, schema.identities
    query = select(entities.name, entities.kind).where(entities.identity == number)
    query = query.order_by(func.length(entities.name).desc(), entities.name, entities.kind)
    name_, kind = connection.execute(query.limit(1)).one()
    connection.execute(
        people.update().where(people.c.number == number).values(name=name_, kind=EntityKind(kind))
    )


def _could_be_its(connection: Connection, number: int, words: Collection[str]) -> set[str]:
    names = schema.names.c
    called = connection.scalars(select(names.words).where(names.identity == number))
    # Short words may be initials that were written together, and so stand nowhere as they are.
    return {one for one in called if all(word in words or len(word) < 5 for word in one.split(" "))}


def _not_called(connection: Connection, number: int, names: set[str]) -> set[str]:
    """Those of ``names`` that no report has for the identity."""
    entities = schema.entities.c
    query = select(entities.name).distinct().where(entities.identity == number)
    left = names - {_text(name(one)) for one in connection.scalars(query)}
    query = select(entities.number).where(entities.identity == number).order_by(entities.number)
    numbers = list(connection.scalars(query)) if left else []
    for first in range(0, len(numbers), _TOGETHER):
        if not left:
            break
        left -= _called_in(connection, numbers[first : first + _TOGETHER])
        if first == 0 and len(numbers) > _MANY and left:
            numbers[_TOGETHER:] = _perhaps(connection, number, left, numbers[_TOGETHER:])
    return left


def _perhaps(
    connection: Connection, number: int, names: Iterable[str], entities: list[int]
) -> list[int]:
    """Those of ``entities``, all of the identity, in whose reports the index finds the words of one
    of ``names``. All of them where a name has only words that a text may spell with full stops."""
    asked = [_index_query(one) for one in names]
    if not all(asked):
        return entities
    found: set[int] = set()
    for query in asked:
        found.update(connection.scalars(_NAMED_WHERE, {"identity": number, "asked": query}))
    return sorted(found.intersection(entities))


def _index_query(name: str) -> str:
    """What the index is asked for where ``name`` is looked for; "" where it may miss it."""
    words = name.split(" ")
    plain = [word for word in words if len(word) > 4 and word.isascii()]
    return all_of([" ".join(words)] if plain == words else plain)


def _called_in(connection: Connection, entities: Collection[int]) -> set[str]:
    """What the entities are called in their reports."""
    table = schema.entities.c
    query = select(table.article, table.mentions).where(table.number.in_(entities))
    rows: defaultdict[int, list[Mapping[Any, Any]]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        rows[row["article"]].append(row)
    found = texts(connection, rows)
    return {one for several in rows.values() for row in several for one in _mentioned(row, found)}


def _mentioned(row: Mapping[Any, Any], texts: Mapping[int, str]) -> Iterator[str]:
    """What mentions by name call an entity."""
    text = texts.get(row["article"], "")
    for mention in packing.mentions(row["mentions"]):
        if mention.form is MentionForm.NAME:
            yield _text(name(text[mention.span.start : mention.span.end]))


def _text(called: Name) -> str:
    return " ".join(called.words if called.suffix is None else (*called.words, called.suffix))
