"""What people are told of an entity beside its name: roles, identity, and who it may be."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.domain.entity import Candidate, Entity

_MOST = 3
"""Roles and candidates that are told; the record has them all."""


def name_of(entity: Entity) -> str:
    """The fullest name, on one line."""
    return " ".join(entity.name.split())


def names_of(entities: Sequence[Entity]) -> str:
    """The names joined: "Ann Lee", "Ann Lee and Jo Roe"."""
    return _listed([name_of(entity) for entity in entities], "and")


def roles_of(entity: Entity) -> tuple[str, ...]:
    """The first roles in the report's words, each once whatever its case."""
    titles = [" ".join(role.title.split()) for role in entity.roles]
    distinct = {title.casefold(): title for title in reversed(titles) if title}
    return tuple(reversed(distinct.values()))[:_MOST]


def known_as(entity: Entity) -> str | None:
    """The Wikidata id, else the register's; None for whom only this report knows."""
    return entity.wikidata or (entity.identity if entity.row else None)


def perhaps(candidates: Sequence[Candidate]) -> str | None:
    """Who is meant where it is not settled: "perhaps Ann Lee (.6) or Bea Lee (.3)"."""
    if not candidates:
        return None
    likeliest = sorted(candidates, key=lambda one: -one.probability)[:_MOST]
    each = [f"{' '.join(one.name.split())} ({share(one.probability)})" for one in likeliest]
    return "perhaps " + _listed(each, "or")


def particulars_of(entity: Entity) -> tuple[str, ...]:
    """Roles, who it may be, identity: what stands behind the name, as far as it is known."""
    found = (*roles_of(entity), perhaps(entity.candidates), known_as(entity))
    return tuple(part for part in found if part)


def share(probability: float) -> str:
    """A probability to two places at most, as people write it: ".6", ".35", "1"."""
    if 0 < probability < 0.01:
        return "<.01"
    short = f"{probability:.2f}".rstrip("0").rstrip(".")
    return short.removeprefix("0") or "0"


def _listed(parts: Sequence[str], last: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"
