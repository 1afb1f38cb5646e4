"""Who is in a report, as the page's template is filled with it: by kind, each with its mentions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.domain.entity import Entity, EntityKind
from onrecord.domain.record import Record
from onrecord.interfaces.explaining import Reason, reasons
from onrecord.interfaces.naming import name_of, particulars_of

_FIRST_PEOPLE, _FIRST_OTHERS = 10, 5
"""Entities of a kind that are shown at once; a report may name hundreds."""

_LABELS = {
    EntityKind.PERSON: "People",
    EntityKind.ORGANISATION: "Bodies",
    EntityKind.PLACE: "Places",
    EntityKind.GROUP: "Groups",
    EntityKind.LAW: "Laws",
}


@dataclass(frozen=True, slots=True)
class PlaceView:
    """One mention in code points ``[start, end)``: ``key`` is the id of its place in the text."""

    key: str
    start: int
    end: int
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class EntityView:
    """One entity: ``key`` is unique on the page, ``hue`` the colour of its statements."""

    key: str
    name: str
    hue: str
    count: int
    about: tuple[str, ...]
    places: tuple[PlaceView, ...]


@dataclass(frozen=True, slots=True)
class KindView:
    """The entities of one kind: those mentioned most, and the rest of them."""

    label: str
    first: tuple[EntityView, ...]
    rest: tuple[EntityView, ...]


def kind_views(report: str, record: Record, hues: Mapping[str, str]) -> tuple[KindView, ...]:
    """The kinds that there is somebody of; ``hues`` by the id of the entity."""
    views = (_kind(report, record, kind, hues) for kind in _LABELS)
    return tuple(view for view in views if view.first)


def _kind(report: str, record: Record, kind: EntityKind, hues: Mapping[str, str]) -> KindView:
    found = [entity for entity in record.entities if entity.kind == kind]
    found.sort(key=lambda entity: -len(entity.mentions))
    text = record.article.text
    views = [_entity(report, one, text, hues.get(one.id, "hue-none")) for one in found]
    first = _FIRST_PEOPLE if kind is EntityKind.PERSON else _FIRST_OTHERS
    return KindView(_LABELS[kind], tuple(views[:first]), tuple(views[first:]))


def _entity(report: str, entity: Entity, text: str, hue: str) -> EntityView:
    key = f"{report}-{entity.id}"
    places = tuple(
        _place(f"{key}-{number}", reason) for number, reason in enumerate(reasons(entity, text), 1)
    )
    return EntityView(key, name_of(entity), hue, len(places), particulars_of(entity), places)


def _place(key: str, reason: Reason) -> PlaceView:
    why = f"{reason.decided} · {reason.probability:.2f}"
    return PlaceView(key, *reason.span, reason.words, why)
