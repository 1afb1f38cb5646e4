"""A record whose words stand elsewhere: every span goes through one table of places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.domain.article import Article
from onrecord.domain.engagement import Engagement
from onrecord.domain.entity import ClaimedRole, Entity, Mention
from onrecord.domain.exchange import Exchange
from onrecord.domain.record import Record
from onrecord.domain.span import NO_WORDS, Passage, Span, Spans
from onrecord.domain.statement import Deed, Source, Statement, Target
from onrecord.domain.time import Time


class Moving:
    """Puts spans ``[a, b)`` at ``[where[a], where[b])`` of ``text``. What becomes empty goes."""

    def __init__(self, where: Sequence[int] | Mapping[int, int], text: str) -> None:
        self._where = where
        self._text = text

    def record(self, record: Record, article: Article) -> Record:
        """``record`` with ``article`` in place of its own."""
        return Record(
            article,
            tuple([self.statement(one) for one in record.statements]),
            record.derivation,
            tuple([self.entity(one) for one in record.entities]),
            tuple([self.exchange(one) for one in record.exchanges]),
            tuple([self.engagement(one) for one in record.engagements]),
            tuple([one for one in map(self.time, record.times) if one.words]),
            self.spans(record.sentences),
        )

    def spans(self, spans: Spans) -> Spans:
        """Where they are now."""
        where = self._where
        moved = [Span(where[start], where[end]) for start, end in spans]
        return tuple([span for span in moved if span[0] < span[1]])

    def passage(self, passage: Passage) -> Passage:
        """The words that stand there now."""
        if not passage.spans:
            return NO_WORDS
        spans, text = self.spans(passage.spans), self._text
        return Passage(spans, tuple([text[start:end] for start, end in spans]))

    def statement(self, one: Statement) -> Statement:
        """A statement with all its words."""
        return Statement(
            one.id,
            Source(
                self.passage(one.source.words),
                one.source.kind,
                one.source.entity,
                one.source.probability,
                one.source.also,
            ),
            self.passage(one.cue),
            self.passage(one.content),
            one.form,
            one.probability,
            one.deed and self._deed(one.deed),
            self._dated(one.said_on),
            self.passage(one.said_at),
            one.exchange,
        )

    def _deed(self, deed: Deed) -> Deed:
        target = deed.target and Target(
            self.passage(deed.target.words), deed.target.entity, deed.target.probability
        )
        return Deed(deed.act, self.passage(deed.words), deed.probability, target)

    def entity(self, one: Entity) -> Entity:
        """An entity with its mentions."""
        roles = tuple(
            [ClaimedRole(role.title, self.passage(role.words), role.as_of) for role in one.roles]
        )
        mentions = tuple([moved for mention in one.mentions for moved in self._mention(mention)])
        return replace(one, roles=roles, mentions=mentions)

    def _mention(self, one: Mention) -> list[Mention]:
        return [
            Mention(span, one.form, one.rule, one.probability, self.spans(one.evidence), one.row)
            for span in self.spans((one.span,))
        ]

    def exchange(self, one: Exchange) -> Exchange:
        """A question with its words."""
        return replace(one, question=self.passage(one.question))

    def engagement(self, one: Engagement) -> Engagement:
        """An occasion with its words."""
        return Engagement(
            one.id,
            one.kind,
            one.participants,
            one.status,
            self.passage(one.evidence),
            one.probability,
            self.passage(one.place),
            self._dated(one.when),
        )

    def time(self, one: Time) -> Time:
        """A time with its words."""
        return replace(one, words=self.passage(one.words))

    def _dated(self, one: Time | None) -> Time | None:
        return one and self.time(one)
