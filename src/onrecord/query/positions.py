"""What somebody supports, opposes, criticises, promised, demanded, warned of, admitted, denied or
would not say, as the records of reports have it: pure, wherever the records come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.domain.article import Article
from onrecord.domain.entity import Entity
from onrecord.domain.exchange import Exchange, Response
from onrecord.domain.record import Record
from onrecord.domain.span import Passage
from onrecord.domain.statement import Act, Statement, Target
from onrecord.domain.time import Time
from onrecord.query.days import day_of_publication, days_of

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
class Report:
    """Which report it was: an article without its text, as many of them may be kept."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    retrieved_from: str | None

    @classmethod
    def of(cls, article: Article) -> Report:
        """What ``article`` is called and where it is from."""
        return cls(
            article.id,
            article.title,
            article.outlet,
            article.url,
            article.published,
            article.retrieved_from,
        )


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


def positions_of(entity: Entity, record: Record, around: Around) -> Iterator[Position]:
    """The positions of ``entity`` in its ``record``, in reading order of what was said."""
    known = {one.id: one for one in record.entities}
    asked = {one.id: one for one in record.exchanges}
    declined = set()
    for statement in record.statements:
        source = statement.source
        if entity.id not in (source.entity, *source.also):
            continue
        position = _position(entity, statement, record.article, known, asked, around)
        if position:
            yield position
        if position and position.act is Act.DECLINES:
            declined.add(statement.exchange)
    for exchange in record.exchanges:
        refused = exchange.response is Response.DECLINED and exchange.asked == entity.id
        if refused and exchange.id not in declined:
            yield _refusal(entity, exchange, record.article, around)


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


def _position(
    entity: Entity,
    statement: Statement,
    article: Article,
    known: Mapping[str, Entity],
    asked: Mapping[str, Exchange],
    around: Around,
) -> Position | None:
    deed, source = statement.deed, statement.source
    if deed is None or deed.act not in ACTS:
        return None
    exchange = asked.get(statement.exchange or "")
    target = deed.target
    owner = known.get(target.entity or "") if target else None
    return Position(
        report=Report.of(article),
        entity=entity,
        act=deed.act,
        words=statement.content,
        sentence=around(article, (statement.cue, statement.content)),
        probability=statement.probability,
        source_probability=source.probability,
        act_probability=deed.probability,
        statement=statement.id,
        exchange=statement.exchange,
        question=exchange.question if exchange else None,
        target=target,
        target_name=owner.name if owner else target.words.text if target else None,
        said_on=statement.said_on,
    )


def _refusal(entity: Entity, exchange: Exchange, article: Article, around: Around) -> Position:
    return Position(
        report=Report.of(article),
        entity=entity,
        act=Act.DECLINES,
        words=exchange.question,
        sentence=around(article, (exchange.question,)),
        probability=exchange.probability,
        source_probability=exchange.probability,
        act_probability=exchange.probability,
        exchange=exchange.id,
    )
