"""What the register has on somebody of a report, with where it has it from."""

from __future__ import annotations

from onrecord.domain.entity import Entity
from onrecord.domain.register import Origin, Register, RegisteredPerson, Tenure


def rows_of(entity: Entity, published: str | None, register: Register) -> tuple[str, ...]:
    """The person's row and those of the offices held on the day of the report, for people.

    ``published``: ISO date or date-time; None leaves the offices out. Empty for who is not in
    the register.
    """
    person = _person(entity, register)
    if person is None:
        return ()
    held = person.held_on(published[:10]) if published else ()
    return (f"register: {person.name}, {_origin(person.origin)}", *map(_office, held))


def _person(entity: Entity, register: Register) -> RegisteredPerson | None:
    """A register is asked by name, and a name may be several people's."""
    if entity.row is None:
        return None
    surname = " ".join(entity.name.split()[-1:])
    known = (*register.named(entity.name), *register.surnamed(surname))
    return next((person for person in known if person.id == entity.row), None)


def _office(tenure: Tenure) -> str:
    since = tenure.start or "?"
    until = tenure.end or f"at least {tenure.origin.as_of}"
    return f"{tenure.office}, from {since} until {until}: {_origin(tenure.origin)}"


def _origin(origin: Origin) -> str:
    return f"{origin.name}, {origin.row}, as of {origin.as_of}, {origin.licence}"
