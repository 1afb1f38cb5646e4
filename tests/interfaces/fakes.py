"""Stand-ins for ingest and pipeline: records made from words that a test names itself."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from onrecord.domain.article import Article
from onrecord.domain.engagement import Engagement, EngagementKind, Status
from onrecord.domain.entity import (
    Candidate,
    ClaimedRole,
    Entity,
    EntityKind,
    Mention,
    MentionForm,
)
from onrecord.domain.exchange import Exchange, Response
from onrecord.domain.record import Derivation, Record
from onrecord.domain.register import Origin, RegisteredPerson, Tenure
from onrecord.domain.span import NO_WORDS, Passage
from onrecord.domain.statement import Act, Deed, Form, Source, Statement, Target
from onrecord.domain.time import Grain, Time, TimeKind
from onrecord.errors import ArticleError
from onrecord.ingest.dates import iso_date
from onrecord.interfaces.composition import Parts

DERIVATION = Derivation("fake", "0", "", "")


@dataclass(frozen=True)
class When:
    """One time to be found: its words, what they come to, or why to nothing."""

    words: str
    value: str | None = None
    grain: Grain | None = Grain.DAY
    clock: str | None = None
    why: str | None = None
    kind: TimeKind = TimeKind.DATE
    probability: float = 0.95


@dataclass(frozen=True)
class Does:
    """What a statement does: ``by`` which words, to the entity ``to`` named by ``target``."""

    act: Act
    by: str = ""
    target: str = ""
    to: str | None = None
    probability: float = 0.8


@dataclass(frozen=True)
class Met:
    """One engagement to be found; ``who`` are ids of entities."""

    told: str
    kind: EngagementKind = EngagementKind.MEETING
    who: tuple[str, ...] = ()
    status: Status = Status.HELD
    place: str | Sequence[str] = ""
    when: When | None = None
    probability: float = 0.9


@dataclass(frozen=True)
class Asked:
    """One question to be found; ``of`` and ``by`` are ids of entities."""

    words: str
    of: str | None = None
    by: str | None = None
    answers: tuple[str, ...] = ()
    response: Response = Response.ANSWERED
    probability: float = 0.85


@dataclass(frozen=True)
class Said:
    """One statement to be found: its words as they stand in the text, content in pieces."""

    content: str | Sequence[str]
    source: str = ""
    cue: str = ""
    form: Form = Form.DIRECT
    probability: float = 0.9
    who: str | None = None
    sure: float = 1.0
    also: tuple[str, ...] = ()
    does: Does | None = None
    on: When | None = None
    at: str = ""
    answers: str | None = None


@dataclass(frozen=True)
class Called:
    """One mention to be found: its words, why they are whose they are, and ``by`` which words."""

    words: str
    form: MentionForm = MentionForm.NAME
    rule: str = "full-name"
    probability: float = 1.0
    by: str = ""
    row: str | None = None


@dataclass(frozen=True)
class Known:
    """Somebody in the report: mentions are found one after the other, roles anywhere."""

    name: str
    called: Sequence[Called]
    kind: EntityKind = EntityKind.PERSON
    roles: Sequence[str] = ()
    wikidata: str | None = None
    identity: str | None = None
    row: str | None = None
    candidates: tuple[Candidate, ...] = ()


def find(text: str, words: str | Sequence[str]) -> Passage:
    """The first place of each of ``words``, one after the other; a test must name real words."""
    if not words:
        return NO_WORDS
    spans, after = [], 0
    for piece in [words] if isinstance(words, str) else words:
        after = text.index(piece, after)
        spans.append((after, after + len(piece)))
    return Passage.cut(text, spans)


def record_of(
    article: Article,
    said: Iterable[Said] = (),
    known: Iterable[Known] = (),
    met: Iterable[Met] = (),
    asked: Iterable[Asked] = (),
    times: Iterable[When] = (),
) -> Record:
    """A record with one statement for each of ``said``, one entity for each of ``known`` …"""
    text = article.text
    statements = tuple(
        Statement(
            id=f"s{number}",
            source=Source(find(text, one.source), None, one.who, one.sure, one.also),
            cue=find(text, one.cue),
            content=find(text, one.content),
            form=one.form,
            probability=one.probability,
            deed=_deed(text, one.does),
            said_on=_time(text, one.on),
            said_at=find(text, one.at),
            exchange=one.answers,
        )
        for number, one in enumerate(said, 1)
    )
    return Record(
        article,
        statements,
        DERIVATION,
        tuple(_entity(text, f"e{number}", one) for number, one in enumerate(known, 1)),
        tuple(_exchange(text, f"x{number}", one) for number, one in enumerate(asked, 1)),
        tuple(_engagement(text, f"g{number}", one) for number, one in enumerate(met, 1)),
        tuple(made for one in times if (made := _time(text, one))),
    )


def _time(text: str, when: When | None) -> Time | None:
    if when is None:
        return None
    words = find(text, when.words)
    return Time(words, when.kind, when.value, when.grain, when.clock, when.why, when.probability)


def _deed(text: str, does: Does | None) -> Deed | None:
    if does is None:
        return None
    target = Target(find(text, does.target), does.to, 0.9) if does.target else None
    return Deed(does.act, find(text, does.by), does.probability, target)


def _exchange(text: str, name: str, one: Asked) -> Exchange:
    question = find(text, one.words)
    return Exchange(name, question, one.of, one.by, one.answers, one.response, one.probability)


def _engagement(text: str, name: str, one: Met) -> Engagement:
    return Engagement(
        id=name,
        kind=one.kind,
        participants=one.who,
        status=one.status,
        evidence=find(text, one.told),
        probability=one.probability,
        place=find(text, one.place),
        when=_time(text, one.when),
    )


def _entity(text: str, name: str, known: Known) -> Entity:
    places = find(text, [one.words for one in known.called]).spans
    return Entity(
        id=name,
        name=known.name,
        kind=known.kind,
        mentions=tuple(
            Mention(span, one.form, one.rule, one.probability, find(text, one.by).spans, one.row)
            for span, one in zip(places, known.called, strict=True)
        ),
        roles=tuple(ClaimedRole(role, find(text, role)) for role in known.roles),
        wikidata=known.wikidata,
        identity=known.identity,
        row=known.row,
        candidates=known.candidates,
    )


class FakeReader:
    """Knows the statements of each text beforehand; may be slow."""

    def __init__(self, known: Mapping[str, Sequence[Said]], seconds: float = 0) -> None:
        self._known = known
        self._seconds = seconds

    def read_all(self, articles: Iterable[Article]) -> Iterator[Record]:
        for article in articles:
            time.sleep(self._seconds)
            yield record_of(article, self._known.get(article.text, ()))


class FakeIngest:
    """Knows the reports of each origin beforehand."""

    def __init__(self, known: Mapping[str, Sequence[Article | ArticleError]]) -> None:
        self._known = known
        self.opened: list[str] = []

    def __call__(
        self, origin: str, *, published: str | None = None, stdin: BinaryIO | None = None
    ) -> Iterator[Article | ArticleError]:
        self.opened.append(origin)
        yield from self._known[origin]


def parts_of(
    reports: Mapping[str, Sequence[Article | ArticleError]],
    said: Mapping[str, Sequence[Said]] | None = None,
    seconds: float = 0,
) -> Parts:
    """A program put together from fakes; ``seconds`` is what each report takes to read."""
    return Parts(
        articles_from=FakeIngest(reports),
        reader=lambda threads: FakeReader(said or {}, seconds),
        check_date=lambda published: iso_date(published, "--published"),
    )


ORIGIN = Origin("offices.csv", "CC0", "2024-01-31", "line 12")
BUILDER = Tenure("Builder of Ely", "builder", "Ely", "2020-05-01", None, ORIGIN)
MAYOR = Tenure("Mayor of Ely", "mayor", "Ely", "2010", "2014-06-30", ORIGIN)
LEE = RegisteredPerson("reg-7", "Ann Lee", (), None, None, None, None, (BUILDER, MAYOR), ORIGIN)


class OfLees:
    """A register that knows two people of one name, and no office."""

    people = (replace(LEE, id="reg-3", name="Another Lee"), LEE)

    def named(self, name: str) -> tuple[RegisteredPerson, ...]:
        return self.people if name == "Ann Lee" else ()

    def surnamed(self, surname: str) -> tuple[RegisteredPerson, ...]:
        return self.people if surname == "Lee" else ()

    def in_office(self, title: str, place: str | None, day: str) -> tuple[RegisteredPerson, ...]:
        return ()

    def place_of(self, word: str) -> str | None:
        return None

    def share_female(self, first_name: str) -> float | None:
        return None
