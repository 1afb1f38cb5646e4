"""Whom a correction names: settled by the rules that questions settle names by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onrecord.domain.entity import EntityKind
from onrecord.domain.register import Register
from onrecord.errors import BadCorrection
from onrecord.query.asking import without_honorifics
from onrecord.query.names import Fit
from onrecord.query.whom import Somebody, whom
from onrecord.store.protocol import View

_PEOPLE = ("source", "target")


def with_people(
    view: View, changes: Mapping[str, Any], register: Register | None
) -> dict[str, Any]:
    """``changes`` with somebody in place of each name of ``source`` and ``target``.

    Who is in the record, else whom the register alone knows by that full name; else the name stays,
    and the store makes somebody of it. Raises BadCorrection where it may be several.
    """
    return {
        field: _somebody(view, value, register)
        if field in _PEOPLE and isinstance(value, str) and value.strip()
        else value
        for field, value in changes.items()
    }


def _somebody(view: View, asked: str, register: Register | None) -> str | dict[str, Any]:
    if view.known([asked.strip()]):
        return asked.strip()
    found = whom(view, asked, register)
    if found.person and found.person.fit in (Fit.PART, Fit.WHOLE):
        return _key_of(found.person)
    if found.person is None and (several := [one for one in found.others if _fits(one)]):
        who = " or ".join(f"{one.name} ({min(one.keys)})" for one in several[:5])
        raise BadCorrection(asked, f"this may be {who}; give the full name or the id")
    return _registered(asked, register)


def _fits(one: Somebody) -> bool:
    return one.fit in (Fit.PART, Fit.WHOLE)


def _key_of(person: Somebody) -> str:
    """The key by which a register knows them, where one does."""
    known = person.known_as
    return known if known in person.keys else min(person.keys)


def _registered(asked: str, register: Register | None) -> str | dict[str, Any]:
    plain, _ = without_honorifics(" ".join(asked.split()))
    people = register.named(plain) if register and " " in plain else ()
    if len(people) != 1:
        return plain
    [one] = people
    return {
        "key": one.wikidata or one.id,
        "name": one.name,
        "kind": EntityKind.PERSON,
        "wikidata": one.wikidata,
    }
