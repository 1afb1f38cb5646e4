"""What the diary's scorers learn from: pairs and entries of labelled reports, with the answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from evaluation.diary_scoring import Entry as Judged
from evaluation.diary_scoring import likeness as diary_likeness
from evaluation.pairing import pairs
from evaluation.record_labels import EngagementLabel
from onrecord.domain.engagement import Engagement
from onrecord.domain.span import Span
from onrecord.domain.tagging import TaggedOccasion
from onrecord.network.occasion_head import occasion_words
from onrecord.relate.engagements.links import Company, LinkFeatures
from onrecord.relate.engagements.merging import LOOK_BACK, same_features
from onrecord.relate.engagements.occasions import Occasion, nearby, partners_by_name
from onrecord.relate.engagements.scene import Named, Scene
from training.occasion_reports import Report
from training.occasion_scorers import Pairs
from training.relation_labels import LabelledEngagement

_SMALL = frozenset({"the", "of", "for", "and", "at", "in", "a"})
Row = tuple[list[float], tuple[int, ...], bool, int]
"""Features, the question they answer, the answer, and the report's number."""


@dataclass(frozen=True)
class Example:
    """A report, and what a head that has not seen it says of its words."""

    report: Report
    tagged: tuple[TaggedOccasion, ...]

    @cached_property
    def scene(self) -> Scene:
        reading = self.report.reading
        return Scene(self.report.words, reading.entities, reading.statements, self.report.times)

    @cached_property
    def heads(self) -> dict[int, int]:
        """Of the candidate words that tell of labelled occasions, the number of the label."""
        return heads_of(self.report)


def heads_of(report: Report) -> dict[int, int]:
    """See ``Example.heads``; of a head of several words, the last that is a candidate."""
    heads: dict[int, int] = {}
    for number, one in enumerate(report.engagements):
        for mention in one.mentions:
            first, last = report.words.within(mention.head)
            known = [at for at in range(first, last) if report.words.lower[at] in occasion_words()]
            if known:
                heads.setdefault(known[-1], number)
    return heads


@dataclass(frozen=True)
class Answers:
    """What a label says of who, where and when."""

    who: frozenset[int]
    place: frozenset[str]
    date: str | None


def answers(scene: Scene, label: LabelledEngagement) -> Answers:
    text = scene.words.article.text
    who = frozenset(
        number
        for number, entity in enumerate(scene.entities)
        for mention in entity.mentions
        if any(mention.span.start < end and start < mention.span.end for start, end in label.who)
    )
    place = frozenset(word for span in label.place for word in _names(text, span))
    return Answers(who, place, label.date)


def _names(text: str, span: Span) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", text[span.start : span.end].lower())) - _SMALL


def link_rows(examples: Iterable[Example]) -> dict[str, list[Row]]:
    """Rows for who, where and when, of the words that tell of labelled occasions."""
    rows: dict[str, list[Row]] = {"who": [], "where": [], "when": []}
    for example in examples:
        company = Company(example.tagged, partners_by_name(example.scene, example.tagged))
        for tagged in example.tagged:
            if tagged.word in example.heads:
                features = LinkFeatures(example.scene, tagged, company)
                _add_links(rows, example, tagged.word, features)
    return rows


def _add_links(
    rows: dict[str, list[Row]], example: Example, word: int, features: LinkFeatures
) -> None:
    scene, number = example.scene, example.report.number
    right = answers(scene, example.report.engagements[example.heads[word]])
    near = nearby(scene, word)
    for one in near.who:
        key = (number, word, one.entity)
        rows["who"].append((features.of(one), key, one.entity in right.who, number))
    for one in near.where:
        is_right = bool(_names(scene.words.article.text, _span(scene, one)) & right.place)
        rows["where"].append((features.of(one), (number, word, one.first), is_right, number))
    for one in near.when:
        is_right = one.time is not None and one.time.value == right.date is not None
        rows["when"].append((features.of(one), (number, word, one.first), is_right, number))


def _span(scene: Scene, named: Named) -> Span:
    return scene.words.span(named.first, named.last)


def same_rows(example: Example, found: Sequence[Occasion]) -> Iterator[Row]:
    """Rows of two words that tell of labelled occasions, the later of both standing near."""
    number = example.report.number
    known = [one for one in found if one.word in example.heads]
    for at, other in enumerate(known):
        for one in known[max(0, at - LOOK_BACK) : at]:
            same = example.heads[one.word] == example.heads[other.word]
            key = (number, one.word, other.word)
            yield same_features(example.scene, one, other), key, same, number


def labels_of(report: Report) -> list[EngagementLabel]:
    """The labels as the measuring of the diary takes them."""
    text = report.words.article.text
    return [
        EngagementLabel(
            one.kind,
            tuple(text[start:end] for start, end in one.who),
            ", ".join(text[start:end] for start, end in one.place) or None,
            one.date,
            one.status,
            one.mentions[0].clause,
        )
        for one in report.engagements
    ]


def matched(report: Report, found: Sequence[Engagement]) -> dict[int, int]:
    """Of the labels that were found, which engagement each is."""
    names = {entity.id: entity.name for entity in report.reading.entities}
    read = [
        Judged(report.name, None, one, tuple(names.get(each, "") for each in one.participants))
        for one in found
    ]
    return pairs(labels_of(report), read, diary_likeness)


def as_pairs(rows: Sequence[Row]) -> Pairs:
    """Rows as a scorer learns from them."""
    groups: dict[tuple[int, ...], int] = {}
    group = np.array([groups.setdefault(key, len(groups)) for _, key, _, _ in rows], np.int64)
    y = np.zeros(len(groups), np.float32)
    for at, (_, _, is_right, _) in zip(group.tolist(), rows, strict=True):
        y[at] = max(y[at], float(is_right))
    return Pairs(np.array([row[0] for row in rows], np.float32), group, y)
