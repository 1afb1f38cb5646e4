"""Everybody whom the reports name, each once, under the fullest name that any of them has."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.domain.kept import Identity
from onrecord.join.identities import fuller
from onrecord.query.export.exported import Exported

_OF_ONE_REPORT = "in:"
"""What the key of nobody in particular begins with."""


class Everybody:
    """Gathers identities over the pass; what only one report can name is not kept for long.

    Held in memory is one identity for each person, body, place and law of the record, and no word
    of a report.
    """

    def __init__(self) -> None:
        self._known: dict[str, Identity] = {}

    def meet(self, one: Exported) -> Iterator[Identity]:
        """Note who is in a report; gives those who are in no other, to be written at once."""
        for identity in one.people.values():
            if identity.key.startswith(_OF_ONE_REPORT):
                yield identity
            else:
                met = self._known.get(identity.key)
                self._known[identity.key] = fuller(identity, met) if met else identity

    def __iter__(self) -> Iterator[Identity]:
        """The others, by their key."""
        for key in sorted(self._known):
            yield self._known[key]
