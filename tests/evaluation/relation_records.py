"""Records made from labels, with chance changes: what scorers of relations are tried on."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import TypeVar

from evaluation.record_labels import ActLabel, EngagementLabel, ExchangeLabel, RecordReport
from onrecord.domain.article import Article
from onrecord.domain.engagement import Engagement, EngagementKind, Status
from onrecord.domain.entity import Entity, EntityKind
from onrecord.domain.exchange import Exchange, Response
from onrecord.domain.record import Derivation, Record
from onrecord.domain.span import NO_WORDS, Passage, Span
from onrecord.domain.statement import Act, Deed, Form, Source, Statement, Target
from onrecord.domain.time import Time, TimeKind

Label = TypeVar("Label")

MADE_BY = Derivation("fake", "0", "", "")


def altered(report: RecordReport, chance: random.Random) -> Record:
    """The labels of ``report`` as a record: some dropped, some moved, some with other answers."""
    names = list(dict.fromkeys(_names(report))) or ["Ann Hill"]
    ids = {name: f"e{number}" for number, name in enumerate(names)}
    maker = _Maker(report.text, ids, chance)
    return Record(
        Article(report.stem, report.text),
        tuple(maker.statement(one) for one in _some(report.acts, chance)),
        MADE_BY,
        tuple(Entity(ids[name], name, EntityKind.PERSON, ()) for name in names),
        tuple(maker.exchange(one) for one in _some(report.exchanges, chance)),
        tuple(maker.engagement(one) for one in _some(report.engagements, chance)),
    )


class _Maker:
    def __init__(self, text: str, ids: dict[str, str], chance: random.Random) -> None:
        self.text, self.ids, self.chance = text, ids, chance

    def statement(self, label: ActLabel) -> Statement:
        act = self.chance.choice([label.act or "informs", self.chance.choice(list(Act))])
        target = Target(NO_WORDS, self._who(label.target), 1.0) if label.target else None
        deed = Deed(Act(act), NO_WORDS, self.chance.random(), target)
        content = Passage.cut(self.text, [self._moved(span) for span in label.linked.content])
        return Statement("s", Source(), NO_WORDS, content, Form.DIRECT, 1.0, deed)

    def engagement(self, label: EngagementLabel) -> Engagement:
        words = self._words(label.evidence)
        place = Passage((Span(0, 1),), (self.chance.choice([label.place or "Rome", "Oslo"]),))
        value = self.chance.choice([label.date, label.date, "1999", None])
        return Engagement(
            "g",
            EngagementKind(self.chance.choice([label.kind, label.kind, "vote"])),
            tuple(self._who(name) for name in label.who if self.chance.random() < 0.8),
            Status(self.chance.choice([label.status, "denied"])),
            words,
            self.chance.random(),
            place,
            Time(words, TimeKind.DATE, value) if value else None,
        )

    def exchange(self, label: ExchangeLabel) -> Exchange:
        response = Response(self.chance.choice([label.response, "partly"]))
        words, asked = self._words(label.question), self._who(label.asked)
        return Exchange("x", words, asked, None, (), response, self.chance.random())

    def _who(self, name: str | None) -> str:
        other = self.chance.choice(list(self.ids.values()))
        return self.ids.get(name or "", other) if self.chance.random() < 0.8 else other

    def _words(self, span: Span) -> Passage:
        return Passage.cut(self.text, [self._moved(span)])

    def _moved(self, span: Span) -> Span:
        shift = self.chance.choice([0, 0, 12, 40])
        return Span(max(span.start + shift, 0), max(span.end + shift, 1))


def _some(labels: Iterable[Label], chance: random.Random) -> list[Label]:
    kept = [one for one in labels if chance.random() < 0.8]
    return kept + [one for one in kept if chance.random() < 0.2]


def _names(report: RecordReport) -> Iterable[str]:
    for engagement in report.engagements:
        yield from engagement.who
    yield from (one.asked for one in report.exchanges if one.asked)
    yield from (one.target for one in report.acts if one.target)
