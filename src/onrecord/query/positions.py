"""What somebody supports, opposes, criticises, promised, demanded, warned of, admitted, denied or
would not say, as the records of reports have it: pure, wherever the records come from."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from onrecord.domain.article import Article
from onrecord.domain.days import day_of_publication, days_of
from onrecord.domain.entity import Entity
from onrecord.domain.exchange import Exchange, Response
from onrecord.domain.record import Record
from onrecord.domain.report import Report
from onrecord.domain.span import Passage
from onrecord.domain.statement import Act, Statement, Target
from onrecord.domain.time import Time

ACTS = (
    Act.SUPPORTS,
    Act.OPPOSES,
    Act.CRITICISES,
    Act.COMMITS,
    Act.DEMANDS,
    Act.WARNS,
    Act.ADMITS,
    Act.DENIES,
    Act.DECLINES,
)
"""What says where somebody stands; what only informs or asks does not."""

Around = Callable[[Article, tuple[Passage, ...]], Passage]
"""The whole sentences of a report that hold the given words."""


@dataclass(frozen=True, slots=True)
class Position:
    """One statement of somebody, or a question that they would not answer.

    ``statement`` and ``exchange`` are ids in the record of ``report``; ``words`` what was said, or
    the question where nothing was; ``question`` what it answers. ``target`` is told by name.
    ``day``: the ISO value that it is ordered by, from ``said_on`` or else from the report's day
    (``reported``), None where neither is known. ``probability``: of the statement or question;
    ``source_probability``: that it is this person's; ``act_probability``: that it does this.
    """

    report: Report
    entity: Entity
    act: Act
    words: Passage
    sentence: Passage
    probability: float
    source_probability: float
    act_probability: float
    statement: str | None = None
    exchange: str | None = None
    question: Passage | None = None
    target: Target | None = None
    target_name: str | None = None
    said_on: Time | None = None

    @property
    def reported(self) -> bool:
        """Whether only the day of publication is known."""
        return self.day is not None and not _days(self.said_on)

    @property
    def day(self) -> str | None:
        """When it was said, else when it was reported."""
        if self.said_on and _days(self.said_on):
            return self.said_on.value
        return day_of_publication(self.report.published)


def positions_in(
    record: Record, wanted: Collection[str], around: Around
) -> dict[str, tuple[Position, ...]]:
    """The positions of each of the ``wanted`` entities, in reading order of what was said.

    Questions that they would not answer come last, unless a statement of theirs says so already.
    """
    reading = _Reading(record, around)
    found: dict[str, list[Position]] = {entity: [] for entity in wanted}
    declined = set()
    for statement in record.statements:
        for entity in dict.fromkeys((statement.source.entity or "", *statement.source.also)):
            position = reading.position(entity, statement) if entity in found else None
            if position:
                found[entity].append(position)
            if position and position.act is Act.DECLINES:
                declined.add((entity, statement.exchange))
    for exchange in record.exchanges:
        asked = exchange.asked or ""
        refused = exchange.response is Response.DECLINED and asked in found
        if refused and (asked, exchange.id) not in declined:
            found[asked].append(reading.refusal(asked, exchange))
    return {entity: tuple(positions) for entity, positions in found.items()}


def newest_first(positions: list[Position]) -> list[Position]:
    """By the last day it may have been said on; those without a day last, as they came."""
    dated = [one for one in positions if days_of(one.day)]
    dated.sort(key=_newest, reverse=True)
    return dated + [one for one in positions if not days_of(one.day)]


def _newest(position: Position) -> tuple[int, int]:
    days = days_of(position.day)
    return (days.last.toordinal(), days.first.toordinal()) if days else (0, 0)


def _days(when: Time | None) -> bool:
    return when is not None and days_of(when.value) is not None


class _Reading:
    """One record, with its entities and exchanges by id."""

    def __init__(self, record: Record, around: Around) -> None:
        self._article, self._around = record.article, around
        self._report = Report.of(record.article)
        self._known = {one.id: one for one in record.entities}
        self._asked = {one.id: one for one in record.exchanges}

    def position(self, entity: str, statement: Statement) -> Position | None:
        """What ``statement`` says of where ``entity``, whose it is, stands; None of nothing."""
        deed, target = statement.deed, statement.deed.target if statement.deed else None
        if deed is None or deed.act not in ACTS:
            return None
        exchange = self._asked.get(statement.exchange or "")
        owner = self._known.get(target.entity or "") if target else None
        return Position(
            report=self._report,
            entity=self._known[entity],
            act=deed.act,
            words=statement.content,
            sentence=self._around(self._article, (statement.cue, statement.content)),
            probability=statement.probability,
            source_probability=statement.source.probability,
            act_probability=deed.probability,
            statement=statement.id,
            exchange=statement.exchange,
            question=exchange.question if exchange else None,
            target=target,
            target_name=owner.name if owner else target.words.text if target else None,
            said_on=statement.said_on,
        )

    def refusal(self, entity: str, exchange: Exchange) -> Position:
        """A question that ``entity`` would not answer."""
        return Position(
            report=self._report,
            entity=self._known[entity],
            act=Act.DECLINES,
            words=exchange.question,
            sentence=self._around(self._article, (exchange.question,)),
            probability=exchange.probability,
            source_probability=exchange.probability,
            act_probability=exchange.probability,
            exchange=exchange.id,
        )
