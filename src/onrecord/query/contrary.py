"""Which of two acts of one person says otherwise than the other (``contrary_acts.yaml``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from onrecord import resources
from onrecord.domain.statement import Act


def contrary_to(act: Act) -> frozenset[Act]:
    """The earlier acts that a later ``act`` is contrary to, or that it answers."""
    return _earlier().get(act, frozenset())


def answers(earlier: Act, later: Act) -> bool:
    """Whether ``later`` only says what ``earlier`` would not."""
    return later in _read("answered").get(earlier, ())


def at_odds(acts: Iterable[Act]) -> bool:
    """Whether two of ``acts`` are contrary to one another."""
    told = set(acts)
    return any(not told.isdisjoint(contrary_to(act)) for act in told)


@cache
def _earlier() -> Mapping[Act, frozenset[Act]]:
    found: dict[Act, set[Act]] = {}
    for name in ("contrary", "answered"):
        for earlier, later in _read(name).items():
            for act in later:
                found.setdefault(act, set()).add(earlier)
    return {act: frozenset(earlier) for act, earlier in found.items()}


@cache
def _read(name: str) -> Mapping[Act, tuple[Act, ...]]:
    listed = resources.word_list("query", "contrary_acts")[name]
    return {Act(earlier): tuple(map(Act, later)) for earlier, later in listed.items()}
