"""What a statement does by being said, and to whom, in words for people."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.domain.engagement import Status
from onrecord.domain.entity import Entity
from onrecord.domain.exchange import Response
from onrecord.domain.record import Record
from onrecord.domain.statement import Act, Deed, Statement, Target
from onrecord.interfaces.dates import said_when
from onrecord.interfaces.naming import name_of

ARROW = "→"

STATUSES: Mapping[Status, str] = {
    Status.HELD: "held",
    Status.ONGOING: "going on",
    Status.PLANNED: "planned",
    Status.SOUGHT: "sought, not obtained",
    Status.CANCELLED: "cancelled",
    Status.DECLINED: "declined",
    Status.DENIED: "denied by a party",
    Status.HYPOTHETICAL: "only a possibility",
}

RESPONSES: Mapping[Response, str] = {
    Response.ANSWERED: "answered",
    Response.PARTLY: "answered in part",
    Response.DEFLECTED: "answered something else",
    Response.DECLINED: "would not say",
}


def entities_of(record: Record) -> dict[str, Entity]:
    """Everybody in ``record`` by id."""
    return {entity.id: entity for entity in record.entities}


def deed_words(deed: Deed | None, known: Mapping[str, Entity]) -> str | None:
    """ "criticises → Ann Lee"; None for what only informs, which goes without saying."""
    if deed is None or deed.act is Act.INFORMS:
        return None
    target = target_words(deed.target, known)
    return f"{deed.act} {ARROW} {target}" if target else str(deed.act)


def circumstances(statement: Statement) -> str | None:
    """When and where it was said, as far as the report tells: "on Thu 26 Sep 2024, Malaga"."""
    place = " ".join(statement.said_at.text.split())
    return ", ".join(part for part in (said_when(statement.said_on), place) if part) or None


def target_words(target: Target | None, known: Mapping[str, Entity]) -> str | None:
    """The target's name, else the words for it."""
    if target is None:
        return None
    entity = known.get(target.entity or "")
    return name_of(entity) if entity else " ".join(target.words.text.split()) or None
