"""A small view in memory, made of records: what a store answers, without one.

Words, days and groups are found by looking at everything; which reports are copies, which
statements the same words and which engagements the same occasion, a test says itself, or leaves it
to the simplest rule: the same words, the same people on the same day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from onrecord.domain.article import Article
from onrecord.domain.asked import EngagementsAsked, StatementsAsked
from onrecord.domain.days import day_of_publication, days_of
from onrecord.domain.digests import digest
from onrecord.domain.exchange import Response
from onrecord.domain.kept import (
    Correction,
    Counts,
    Identity,
    KeptEngagement,
    KeptExchange,
    KeptStatement,
    LogEntry,
    Named,
    Paragraph,
    Standing,
    Tombstone,
)
from onrecord.domain.record import Derivation, Record
from onrecord.domain.report import Report
from onrecord.domain.span import NO_WORDS, Passage
from onrecord.domain.statement import Act, Statement
from onrecord.join.identities import fuller, identity_of
from onrecord.join.names import names_of
from onrecord.store.tables.ids import engagement_ids, statement_ids
from tests.query.fake_kept import (
    Item,
    age,
    alike,
    around,
    day_told,
    earliest,
    grouped,
    pieces,
    suits,
    within,
    words_of,
)


@dataclass
class FakeView:
    """``families``, ``utterances``, ``entries``: the group of an article, of ``(article, "s1")``,
    of ``(article, "g1")``. ``corrected``: fields of ``(article, "g1")`` that a person changed."""

    kept: Sequence[Record] = ()
    families: Mapping[str, str] = field(default_factory=dict)
    utterances: Mapping[tuple[str, str], str] = field(default_factory=dict)
    entries_of: Mapping[tuple[str, str], str] = field(default_factory=dict)
    corrected: Mapping[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)
    looked_at: int = 0
    """How many statements and engagements were handed out one by one."""

    def __post_init__(self) -> None:
        self._names: dict[str, Identity] = {}
        self._called: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._corrections: list[Correction] = []
        self._paragraphs: list[Paragraph] = []
        self._statements: list[KeptStatement] = []
        self._engagements: list[KeptEngagement] = []
        for record in self.kept:
            self._add(record)
        self._statements.sort(key=lambda one: (age(one.day), one.id))
        self._engagements.sort(key=lambda one: (age(day_told(one)), one.id))

    def counts(self) -> Counts:
        amounts = len(self.kept), len(self._statements), len(self._engagements), len(self._names)
        return Counts(*amounts, len(self._corrections), 0)

    def standing(self, article: Article, derivation: Derivation) -> Standing:
        return Standing.SAME if self.record(article.id) else Standing.NEW

    def reports(self, key: str) -> tuple[Report, ...]:
        all_of_them = (Report.of(record.article) for record in self.kept)
        return tuple(one for one in all_of_them if key in (one.id, one.url, one.retrieved_from))

    def record(self, article: str) -> Record | None:
        return next((one for one in self.kept if one.article.id == article), None)

    def records(self) -> Iterator[Record]:
        return iter(sorted(self.kept, key=lambda one: one.article.id))

    def items(self, article: str) -> tuple[tuple[KeptStatement, ...], tuple[KeptEngagement, ...]]:
        said = (one for one in self._statements if one.report.id == article)
        met = (one for one in self._engagements if one.report.id == article)
        return (
            tuple(sorted(said, key=lambda one: int(one.statement.id[1:]))),
            tuple(sorted(met, key=lambda one: int(one.engagement.id[1:]))),
        )

    def statement(self, id: str) -> KeptStatement | None:
        return next((one for one in self._statements if one.id == id), None)

    def statements(self, asked: StatementsAsked) -> Iterator[KeptStatement]:
        return self._given(self._statements, asked.limit, lambda one: self._fits(asked, one))

    def attestations(self, utterances: Iterable[str]) -> Mapping[str, tuple[KeptStatement, ...]]:
        return grouped(self._statements, utterances, lambda one: one.utterance)

    def refusals(self, keys: Iterable[str]) -> Iterator[KeptExchange]:
        asked, said = set(keys), set[tuple[str, str | None]]()
        for one in self._statements:
            deed = one.statement.deed
            if deed and deed.act is Act.DECLINES and asked & {who.key for who in one.speakers}:
                said.add((one.report.id, one.statement.exchange))
        found = [
            each
            for record in self.kept
            for each in self._refusals(record, asked)
            if (record.article.id, each.exchange.id) not in said
        ]
        return iter(sorted(found, key=lambda one: (age(one.day), one.report.id)))

    def _refusals(self, record: Record, asked: set[str]) -> Iterator[KeptExchange]:
        article = record.article
        known = {one.id: identity_of(one, article.id) for one in record.entities}
        for one in record.exchanges:
            who = known.get(one.asked or "")
            if who and who.key in asked and one.response is Response.DECLINED:
                yield KeptExchange(
                    report=Report.of(article),
                    exchange=one,
                    asked=self._names[who.key],
                    sentence=around(article.text, one.question),
                    day=day_of_publication(article.published),
                    family=self._family(article.id),
                )

    def engagement(self, id: str) -> KeptEngagement | None:
        return next((one for one in self._engagements if one.id == id), None)

    def engagements(self, asked: EngagementsAsked) -> Iterator[KeptEngagement]:
        entries = grouped(self._engagements, [e.entry for e in self._engagements], _entry_of)
        return self._given(
            self._engagements, asked.limit, lambda one: suits(asked, one, entries[one.entry])
        )

    def entries(self, entries: Iterable[str]) -> Mapping[str, tuple[KeptEngagement, ...]]:
        return grouped(self._engagements, entries, _entry_of)

    def named(self, last_word: str) -> tuple[Named, ...]:
        return tuple(
            one
            for one in self._everybody()
            if any(last_word in name[-2:] for name in one.names)  # before a "Jr" too
        )

    def known(self, keys: Iterable[str]) -> tuple[Named, ...]:
        asked = set(keys)
        return tuple(
            one
            for one in self._everybody()
            if asked & {one.identity.key, one.identity.wikidata or one.identity.key}
        )

    def frequencies(self, words: Iterable[str]) -> Mapping[str, int]:
        held = [set(words_of(one.text)) for one in self._paragraphs]
        return {word: sum(each.issuperset(words_of(word)) for each in held) for word in words}

    def holding_most(
        self, weights: Mapping[tuple[str, ...], float], limit: int
    ) -> tuple[Paragraph, ...]:
        def weight(one: Paragraph) -> float:
            held = f" {' '.join(words_of(one.text))} "
            return sum(
                each
                for clue, each in weights.items()
                if all(f" {' '.join(words_of(words))} " in held for words in clue)
            )

        ranked = sorted(self._paragraphs, key=lambda one: -weight(one))
        return tuple(one for one in ranked if weight(one) > 0)[:limit]

    def statements_over(self, paragraphs: Iterable[int]) -> Mapping[int, tuple[KeptStatement, ...]]:
        return {
            number: tuple(
                one for one in self._statements if self._over(number, one, one.statement.content)
            )
            for number in paragraphs
        }

    def text(self, article: str) -> str | None:
        record = self.record(article)
        return record.article.text if record else None

    def corrections(self, item: str | None = None) -> tuple[Correction, ...]:
        return tuple(one for one in self._corrections if item in (None, one.item))

    def tombstones(self) -> tuple[Tombstone, ...]:
        return ()

    def copies(self, article: str) -> tuple[Report, ...]:
        family = self._family(article)
        ids = (one.article.id for one in self.kept)
        others = [one for one in ids if one != article and self._family(one) == family]
        found = [report for id in others for report in self.reports(id)]
        return tuple(sorted(found, key=earliest))

    def log(self, limit: int | None = None) -> tuple[LogEntry, ...]:
        return ()

    def _add(self, record: Record) -> None:
        article = record.article
        known = {one.id: identity_of(one, article.id) for one in record.entities}
        for entity in record.entities:
            one = known[entity.id]
            self._names[one.key] = fuller(one, self._names.get(one.key, one))
            for name in names_of(entity, article.text):
                suffix = () if name.suffix is None else (name.suffix,)
                self._called[one.key] |= {(*name.words, *suffix)} if name.words else set()
        for start, text in pieces(article.text):
            number = len(self._paragraphs)
            self._paragraphs.append(Paragraph(number, Report.of(article), start, text))
        for id, said in zip(
            statement_ids(article.id, record.statements), record.statements, strict=True
        ):
            self._statements.append(self._statement(id, record, said, known))
        self._add_engagements(record, known)

    def _add_engagements(self, record: Record, known: Mapping[str, Identity]) -> None:
        article = record.article
        for id, one in zip(
            engagement_ids(article.id, record.engagements), record.engagements, strict=True
        ):
            place = article.id, one.id
            people = tuple(known[who] for who in one.participants)
            changes = self.corrected.get(place, {})
            if changes:
                number = f"c_{len(self._corrections)}"
                before = {name: getattr(one, name) for name in changes}
                self._corrections.append(
                    Correction(
                        number, id, article.id, "ed", "2024-12-01T10:00:00Z", "", before, changes
                    )
                )
            same = one.kind, tuple(sorted(who.key for who in people)), one.when and one.when.value
            self._engagements.append(
                KeptEngagement(
                    id=id,
                    report=Report.of(article),
                    engagement=replace(one, **changes),
                    participants=people,
                    sentence=around(article.text, one.evidence),
                    entry=self.entries_of.get(place, digest("d", repr(same))),
                    family=self._family(article.id),
                    corrected=bool(changes),
                )
            )

    def _statement(
        self, id: str, record: Record, one: Statement, known: Mapping[str, Identity]
    ) -> KeptStatement:
        article = record.article
        asked = next((each for each in record.exchanges if each.id == one.exchange), None)
        target = one.deed.target if one.deed else None
        to = target.entity if target else None
        said_on = one.said_on.value if one.said_on and days_of(one.said_on.value) else None
        words = " ".join(words_of(one.content.text))
        return KeptStatement(
            id=id,
            report=Report.of(article),
            statement=one,
            speakers=tuple(
                known[who] for who in (one.source.entity, *one.source.also) if who and who in known
            ),
            target=known.get(to) if to else None,
            sentence=around(article.text, one.content),
            question=asked.question if asked else NO_WORDS,
            day=said_on or day_of_publication(article.published),
            reported=said_on is None and day_of_publication(article.published) is not None,
            utterance=self.utterances.get((article.id, one.id), digest("u", words)),
            family=self._family(article.id),
            response=asked.response if asked else None,
        )

    def _family(self, article: str) -> str:
        return self.families.get(article, digest("k", article))

    def _everybody(self) -> Iterator[Named]:
        for key in sorted(self._names):
            said = sum(key in {who.key for who in one.speakers} for one in self._statements)
            yield Named(self._names[key], tuple(sorted(self._called[key])), said)

    def _given(
        self, items: Sequence[Item], limit: int | None, fits: Callable[[Item], bool]
    ) -> Iterator[Item]:
        given = 0
        for one in items:
            if given == limit:
                return
            self.looked_at += 1
            if fits(one):
                given += 1
                yield one

    def _fits(self, asked: StatementsAsked, one: KeptStatement) -> bool:
        said = one.statement
        return (
            (not asked.by or bool(asked.by & {who.key for who in one.speakers}))
            and (not asked.to or (one.target is not None and one.target.key in asked.to))
            and within(one.day, asked.since, asked.until)
            and (not asked.acts or (said.deed is not None and said.deed.act in asked.acts))
            and (not asked.outlet or alike(one.report.outlet, asked.outlet))
            and said.probability >= asked.least
            and self._holds(asked.words, one)
        )

    def _holds(self, words: str, one: KeptStatement) -> bool:
        """Whether a paragraph has all words: as an index does, and too often."""
        wanted = {word[:3] for word in words_of(words)}
        return any(
            wanted <= {word[:3] for word in words_of(paragraph.text)}
            for paragraph in self._paragraphs
            if any(
                self._over(paragraph.number, one, passage)
                for passage in (one.statement.content, one.sentence, one.question)
            )
        )

    def _over(self, number: int, one: KeptStatement, words: Passage) -> bool:
        paragraph = self._paragraphs[number]
        end = paragraph.start + len(paragraph.text)
        return paragraph.report.id == one.report.id and any(
            span.start < end and paragraph.start < span.end for span in words.spans
        )


def _entry_of(one: KeptEngagement) -> str:
    return one.entry
