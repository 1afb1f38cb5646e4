"""What is refused before anything is read or opened. Every function raises BadParameter."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from onrecord.domain.days import days_of
from onrecord.errors import BadDate
from onrecord.interfaces.composition import Parts
from onrecord.interfaces.inert import one_line
from onrecord.interfaces.reading import Request


def check_request(request: Request, parts: Parts) -> None:
    """Refuse what no report could be read with."""
    check_once(request.files, "FILES")
    check_probability(request.min_probability)
    check_published(request.published, parts)


def check_once(files: Sequence[str], argument: str) -> None:
    """Refuse standard input named twice."""
    if list(files).count("-") > 1:
        raise typer.BadParameter("standard input (-) can be read once only", param_hint=argument)


def check_probability(least: float) -> None:
    """Refuse what is no probability; nan passes typer's own bounds."""
    if not 0 <= least <= 1:
        raise typer.BadParameter("must be from 0 to 1", param_hint="--min-probability")


def check_published(published: str | None, parts: Parts) -> None:
    """Refuse what is no date of publication."""
    if published is not None:
        try:
            parts.check_date(published)
        except BadDate as error:
            raise typer.BadParameter(error.message, param_hint="--published") from None


def check_words(words: str | None, argument: str) -> None:
    """Refuse a name or question of nothing but white space."""
    if words is not None and not words.strip():
        raise typer.BadParameter("it is empty", param_hint=argument)


def first_day(value: str | None, option: str = "--since") -> str | None:
    """The first day of a day, month or year, as ISO 8601 writes it."""
    return _day(value, option, 0)


def last_day(value: str | None, option: str = "--until") -> str | None:
    """The last day of it."""
    return _day(value, option, 1)


def _day(value: str | None, option: str, end: int) -> str | None:
    if value is None:
        return None
    days = days_of(value.strip())
    if days is None:
        raise typer.BadParameter(
            f"{one_line(value, 40)} is no date; write 2024-09-26, 2024-09 or 2024",
            param_hint=option,
        )
    return days[end].isoformat()


def refuse_together(given: object, option: str, other: str) -> None:
    """Refuse an option that means nothing beside another."""
    if given is not None:
        raise typer.BadParameter(f"it cannot be used with {other}", param_hint=option)
