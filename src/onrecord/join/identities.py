"""Who or what an entity of one report is over all of them: the key that joins reports.

From the sure to the unsure:

1. ``Q…`` or the register's own id: a row of the register is known.
2. ``person:ann lee``: a full name (two words or more). Two people of one surname stay apart, and
   so do a child and a parent who are told apart ("person:ann lee jr").
   ``body:…`` for bodies, places and groups, which reports tag as one or the other ("the White
   House"), and ``law:…``: there one word is a whole name ("NATO").
3. ``local:…``: a person of one word, whom the report's own digest knows again.
4. ``in:<article>:<entity>``: nobody in particular; the same for nothing else.
"""

from __future__ import annotations

from onrecord.domain.entity import Entity, EntityKind
from onrecord.domain.kept import Identity
from onrecord.join.names import Name, name

_CLASS = {
    EntityKind.PERSON: "person",
    EntityKind.ORGANISATION: "body",
    EntityKind.PLACE: "body",
    EntityKind.GROUP: "body",
    EntityKind.LAW: "law",
}


def identity_of(entity: Entity, article_id: str) -> Identity:
    """Who ``entity`` of the report ``article_id`` is; the same key for the same over reports."""
    key = known_as(entity) or _named(entity) or entity.identity or f"in:{article_id}:{entity.id}"
    return Identity(key, entity.name, entity.kind, entity.wikidata)


def known_as(entity: Entity) -> str | None:
    """The Wikidata id or the register's own, where a row of the register is known."""
    return entity.wikidata or (entity.identity if entity.row else None)


def fuller(one: Identity, other: Identity) -> Identity:
    """Of two that share a key the one to show: of the longer name, of equals the first by name."""
    return min(one, other, key=lambda each: (-len(each.name), each.name, each.kind))


def _named(entity: Entity) -> str | None:
    called = name(entity.name)
    enough = 2 if entity.kind is EntityKind.PERSON else 1
    return f"{_CLASS[entity.kind]}:{_text(called)}" if len(called.words) >= enough else None


def _text(called: Name) -> str:
    return " ".join(called.words if called.suffix is None else (*called.words, called.suffix))
