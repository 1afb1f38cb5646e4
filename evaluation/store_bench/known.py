"""What a record can be asked with: words, people and outlets that it really has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection, Table, func, select

from onrecord.domain.entity import EntityKind
from onrecord.store.asking.viewing import SqliteView
from onrecord.store.opening import open_engine
from onrecord.store.tables import schema

HEAVY = 12
"""So many people, those of whom most is told, are the heavy ones."""

COMMON = 200, 10
"""A common word stands in one paragraph of at most so many, and of at least so many."""

RARE = 5000
"""A rare word stands in one of more than so many."""

_WORD = re.compile(r"[a-z]{4,}")
_TEXTS = 600


@dataclass(frozen=True, slots=True)
class People:
    """Names in full: of those of whom most is told, and of some of whom little is."""

    heavy: list[str]
    light: list[str]


@dataclass(frozen=True, slots=True)
class Known:
    """What a record is asked with; everything in an order of chance but the heavy people."""

    common: Sequence[str]
    rare: Sequence[str]
    speakers: People
    participants: People
    targets: People
    outlets: Sequence[str]


def known_in(path: Path, chance: Random) -> Known:
    """What the record at ``path`` can be asked with."""
    engine = open_engine(path, create=False)
    try:
        with engine.connect() as connection, connection.begin():
            common, rare = _words(connection, chance)
            speakers, participants, targets = (
                _people(connection, table, chance)
                for table in (schema.speakers, schema.participants, schema.targets)
            )
            outlets = connection.scalars(select(schema.articles.c.outlet).distinct()).all()
    finally:
        engine.dispose()
    named = sorted(one for one in outlets if one)
    return Known(common, rare, speakers, participants, targets, chance.sample(named, len(named)))


def _words(connection: Connection, chance: Random) -> tuple[list[str], list[str]]:
    """Common and rare words of paragraphs drawn by chance."""
    table = schema.paragraphs.c
    last: int = connection.scalar(select(func.max(table.number))) or 1
    drawn = sorted({chance.randint(1, last) for _ in range(_TEXTS)})
    texts = connection.scalars(select(table.text).where(table.number.in_(drawn)))
    words = sorted({word for text in texts for word in _WORD.findall(text)})
    chance.shuffle(words)
    counts = SqliteView(connection).frequencies(words)
    seldom, often = (last / one for one in COMMON)
    common = [word for word in words if seldom <= counts[word] <= often]
    rare = [word for word in words if 1 <= counts[word] < max(2, last / RARE)]
    return common, rare


def _people(connection: Connection, links: Table, chance: Random) -> People:
    """Who has the most ``links``, and some of those who have but a few."""
    people = schema.identities.c
    many = func.count()
    query: Any = (
        select(people.name, many)
        .join(links, links.c.identity == people.number)
        .where(people.kind == EntityKind.PERSON)
        .group_by(people.number)
        .order_by(many.desc(), people.number)
    )
    found = [(name, told) for name, told in connection.execute(query) if " " in name]
    light = [name for name, told in found[HEAVY:] if 2 <= told <= 20]
    return People([name for name, _ in found[:HEAVY]], chance.sample(light, len(light)))
