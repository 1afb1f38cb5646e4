"""Questions that somebody would not answer, over many reports: where they stand, without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.domain.asked import StatementsAsked
from onrecord.domain.days import Days, days_of
from onrecord.domain.kept import KeptExchange
from onrecord.join.wording import folded
from onrecord.query.attested import outlets_of
from onrecord.query.topics import Topic
from onrecord.store.protocol import View


@dataclass(frozen=True, slots=True)
class Refusal:
    """One question that was not answered; no statement of whoever was asked says so.

    ``kept``: the newest report's. ``told_by``: all reports of it that are copies of one another, in
    the order of the view; ``kept`` is the first.
    """

    kept: KeptExchange
    told_by: tuple[KeptExchange, ...]

    @property
    def days(self) -> Days | None:
        """The day of the earliest report: it was asked by then."""
        days = [found for one in self.told_by if (found := days_of(one.day))]
        return min(days, default=None)

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who reported it, by name, each once."""
        return outlets_of(one.report for one in self.told_by)


def refusals(view: View, asked: StatementsAsked) -> Iterator[Refusal]:
    """Of the questions put to ``asked.by`` those that fit, the newest first.

    ``asked.words``: a topic that question or sentence speak of; its days, ``least`` (of the
    question) and ``limit`` as for statements. Nothing fits acts or targets other than none.
    """
    topic = Topic(asked.words)
    fitting = (one for one in view.refusals(asked.by) if _fits(one, topic, asked))
    for number, one in enumerate(_each_once(fitting)):
        if number == asked.limit:
            return
        yield one


def _fits(one: KeptExchange, topic: Topic, asked: StatementsAsked) -> bool:
    days = days_of(one.day)
    last = days.last.isoformat() if days else None
    if (asked.since or asked.until) and last is None:
        return False
    return (
        (asked.since or last or "") <= (last or "") <= (asked.until or last or "")
        and one.exchange.probability >= asked.least
        and topic.spoken_of_in((one.exchange.question.text, one.sentence.text))
    )


def _each_once(found: Iterable[KeptExchange]) -> Iterator[Refusal]:
    """The same question in copies of one report is one."""
    groups: dict[tuple[str, tuple[str, ...]], Refusal] = {}
    for one in found:
        key = one.family, tuple(folded(one.exchange.question.text))
        before = groups.get(key)
        groups[key] = (
            replace(before, told_by=(*before.told_by, one)) if before else Refusal(one, (one,))
        )
    yield from groups.values()
