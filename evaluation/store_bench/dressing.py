"""A skeleton with new words, names and days: a record that no report ever had."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from evaluation.store_bench.moving import Moving
from evaluation.store_bench.population import Known
from evaluation.store_bench.skeleton import Face, Quote, Skeleton
from onrecord.domain.article import Article
from onrecord.domain.entity import Entity
from onrecord.domain.record import Record
from onrecord.domain.time import Grain, Time
from onrecord.ingest.identity import article_id


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands around a report's text."""

    title: str
    outlet: str
    url: str
    published: str | None
    retrieved_from: str


@dataclass(frozen=True, slots=True)
class Clothes:
    """What is put on a skeleton. ``day``: the day that its times are counted from.

    ``known``: one for each entity. ``said``: quotations given in place of what was drawn.
    """

    words: Sequence[str]
    known: Sequence[Known]
    said: Mapping[Quote, str]
    day: date
    heading: Heading


def dressed(bones: Skeleton, clothes: Clothes) -> Record:
    """The record; all spans slice to words of its text."""
    pieces = _pieces(bones, clothes)
    text = "".join(pieces)
    where = list(accumulate(map(len, pieces), initial=0))
    shift = clothes.day - date.fromisoformat(bones.published)
    moving = _Dressing(where, text, dict(_by_id(bones, clothes)), shift)
    return moving.record(bones.record, _article(text, clothes.heading, moving, bones))


def _pieces(bones: Skeleton, clothes: Clothes) -> list[str]:
    pieces = list(bones.pieces)
    for at, word in zip(bones.free, clothes.words, strict=True):
        pieces[at] = word
    at = 0
    for many in bones.sentences:
        first = bones.free[at]
        pieces[first] = pieces[first][:1].upper() + pieces[first][1:]
        at += many
    for face in bones.faces:
        pieces[face.at] = _called(clothes.known[face.entity].name, face)
    for quote, words in clothes.said.items():
        pieces[quote.start : quote.end] = [words] + [""] * (quote.end - quote.start - 1)
    return pieces


def _called(name: str, face: Face) -> str:
    """The full name, or its last word where the read report had less than all of it."""
    return name.split()[-1] if face.last or face.words == 1 else name


def _by_id(bones: Skeleton, clothes: Clothes) -> list[tuple[str, Known]]:
    return [
        (one.id, known) for one, known in zip(bones.record.entities, clothes.known, strict=True)
    ]


def _article(text: str, heading: Heading, moving: Moving, bones: Skeleton) -> Article:
    return Article(
        id=article_id(text, heading.url),
        text=text,
        title=heading.title,
        outlet=heading.outlet,
        url=heading.url,
        published=heading.published,
        retrieved_from=heading.retrieved_from,
        encoding="utf-8",
        notices=moving.spans(bones.record.article.notices),
    )


class _Dressing(Moving):
    """Names entities anew and counts times from another day."""

    def __init__(
        self, where: Sequence[int], text: str, known: Mapping[str, Known], shift: timedelta
    ) -> None:
        super().__init__(where, text)
        self._known = known
        self._shift = shift

    def entity(self, one: Entity) -> Entity:
        moved, known = super().entity(one), self._known[one.id]
        return Entity(
            one.id,
            known.name,
            one.kind,
            moved.mentions,
            moved.roles,
            known.wikidata,
            known.identity,
            known.wikidata if one.row else None,
        )

    def time(self, one: Time) -> Time:
        return Time(
            self.passage(one.words),
            one.kind,
            one.value and _shifted(one.value, one.grain, self._shift),
            one.grain,
            one.clock,
            one.why,
            one.probability,
        )


def _shifted(value: str, grain: Grain | None, shift: timedelta) -> str:
    """``value`` as many days later, as fine as it was; lengths of time stay what they are."""
    return "/".join(_part_shifted(part, shift) for part in value.split("/"))


def _part_shifted(value: str, shift: timedelta) -> str:
    try:
        day = (
            date.fromisoformat((value + "-01-01" if len(value) == 4 else f"{value}-01")[:10])
            + shift
        )
    except (ValueError, OverflowError):
        return value
    year = f"{day.year:04}"
    if "W" in value or "Q" in value:
        return year + value[4:]
    return day.isoformat()[: len(value)]
