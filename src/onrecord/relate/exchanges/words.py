"""The words by which questions, replies and refusals are told (resources/relate/exchanges.yaml)."""

from __future__ import annotations

from functools import cache

from onrecord.resources import word_list


@cache
def listed(name: str) -> frozenset[str]:
    """The list ``name``, in lower case."""
    return frozenset(word_list("relate", "exchanges")[name])


@cache
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """The list ``name`` of several words each, cut into words."""
    return tuple(tuple(one.split()) for one in word_list("relate", "exchanges")[name])


@cache
def sureness(rule: str) -> float:
    """How often what ``rule`` finds is a question put to somebody, 0..1.

    A rule that was never counted is as sure as all of them together.
    """
    rules: dict[str, float] = word_list("relate", "exchange_rules")["rules"]
    return rules.get(rule, rules["other"])
