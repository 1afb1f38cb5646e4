"""The diary and the questions of a report, as the page's template is filled with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.domain.days import day_of_publication
from onrecord.domain.engagement import Status
from onrecord.domain.record import Record
from onrecord.interfaces.asked import Question, questions
from onrecord.interfaces.diary import Occasion, diary
from onrecord.interfaces.page.timeline import Timeline, timeline

_FIRST = 8
"""Occasions that are listed at once; the rest is folded away."""


@dataclass(frozen=True, slots=True)
class OccasionView:
    """One engagement: ``key`` is unique on the page, ``shape`` the sign of its status."""

    key: str
    number: str
    shape: str
    kind: str
    who: str
    place: str | None
    when: str
    dated: bool
    status: str
    told: str
    probability: float


@dataclass(frozen=True, slots=True)
class DiaryView:
    """The engagements, the first of them shown at once; ``line`` where one has a day."""

    first: tuple[OccasionView, ...]
    rest: tuple[OccasionView, ...]
    line: Timeline | None
    views: Mapping[str, OccasionView]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question; ``answers`` are ids of statements in the record."""

    key: str
    number: str
    words: str
    put: str
    response: str
    shape: str
    answers: tuple[str, ...]
    probability: float


def diary_view(report: str, record: Record) -> DiaryView | None:
    """The diary of ``record``; None where it has none."""
    found = diary(record)
    if not found:
        return None
    views = {one.engagement.id: _occasion(report, one) for one in found}
    listed = tuple(views.values())
    line = timeline(found, day_of_publication(record.article.published))
    return DiaryView(listed[:_FIRST], listed[_FIRST:], line, views)


def question_views(report: str, record: Record) -> tuple[QuestionView, ...]:
    """The questions of ``record`` in reading order."""
    return tuple(_question(report, one) for one in questions(record))


def shape_of(status: Status) -> str:
    """The class that draws a status; what did not come about looks alike."""
    return "off" if status in (Status.CANCELLED, Status.DECLINED) else str(status)


def _occasion(report: str, occasion: Occasion) -> OccasionView:
    engagement = occasion.engagement
    left_open = f" (“{occasion.left_open}”)" if occasion.left_open else ""
    return OccasionView(
        key=f"{report}-{engagement.id}",
        number=engagement.id.removeprefix("g"),
        shape=shape_of(engagement.status),
        kind=str(engagement.kind).capitalize(),
        who=", ".join(occasion.who),
        place=occasion.place,
        when=occasion.when or f"no date{left_open}",
        dated=occasion.when is not None,
        status=occasion.status,
        told=occasion.told,
        probability=engagement.probability,
    )


def _question(report: str, question: Question) -> QuestionView:
    exchange = question.exchange
    return QuestionView(
        key=f"{report}-{exchange.id}",
        number=exchange.id.removeprefix("x"),
        words=question.words,
        put=question.put,
        response=question.response,
        shape=str(exchange.response) if question.answered else "none",
        answers=tuple(answer.id for answer in question.answers),
        probability=exchange.probability,
    )
