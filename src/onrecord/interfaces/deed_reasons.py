"""Why a statement does what it does, to whom and when: each with its words and probability."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.domain.entity import Entity
from onrecord.domain.statement import Deed, Statement
from onrecord.domain.time import Time
from onrecord.interfaces.dates import when_words
from onrecord.interfaces.deeds import ARROW, target_words
from onrecord.interfaces.explaining import places


def deed_reasons(statement: Statement, text: str, known: Mapping[str, Entity]) -> tuple[str, ...]:
    """ "criticises: by “blamed” (8–14) · 0.83", then its target, then when it was said.

    ``text`` is the report's, ``known`` its entities by id.
    """
    told: list[str] = []
    if statement.deed:
        told.extend(_deed(statement.deed, text, known))
    if statement.said_on:
        told.append(f"said: {time_reason(statement.said_on, text)}")
    return tuple(told)


def time_reason(when: Time, text: str) -> str:
    """ "Thu 26 Sep 2024: by “on Thursday” (8–19) · 0.95", or why there is no value."""
    words = when_words(when) or f"no date ({when.why or 'open'})"
    return _reason(words, places(when.words, text), when.probability)


def _deed(deed: Deed, text: str, known: Mapping[str, Entity]) -> Iterator[str]:
    target = deed.target
    yield _reason(str(deed.act), places(deed.words, text), deed.probability)
    if target:
        name = target_words(target, known) or ""
        yield _reason(f"{ARROW} {name}", places(target.words, text), target.probability)


def _reason(what: str, by: str, probability: float) -> str:
    return f"{what}: by {by} · {probability:.2f}" if by else f"{what} · {probability:.2f}"
