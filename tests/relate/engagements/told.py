"""Small reports with occasions for tests: scorers that give even odds, and a head that is told."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np

from onrecord.domain.engagement import Engagement, EngagementKind, Status
from onrecord.domain.entity import Entity, EntityKind, Mention, MentionForm
from onrecord.domain.span import Span
from onrecord.domain.tagging import TaggedOccasion, Tagging
from onrecord.domain.words import Words
from onrecord.relate.engagements.engagements import find_engagements
from onrecord.relate.engagements.scene import Scene
from onrecord.relate.engagements.scorers import Scorers
from onrecord.relate.times.times import find_times
from onrecord.segment.article import segment

KINDS, STATUSES = tuple(EngagementKind), tuple(Status)
EVEN = Scorers({"least": np.array([0.4, 0.4, 0.4, 0.6, 0.3])})
"""Takes whoever is near and joins nothing."""


def entities(text: str, named: Mapping[str, EntityKind]) -> tuple[Entity, ...]:
    """An entity a name, mentioned wherever the name stands."""
    return tuple(
        Entity(
            f"e{number}",
            name,
            kind,
            tuple(
                Mention(Span(*found.span()), MentionForm.NAME, "test")
                for found in re.finditer(re.escape(name), text)
            ),
        )
        for number, (name, kind) in enumerate(named.items(), 1)
    )


def tagged(
    word: int, kind: EngagementKind = EngagementKind.MEETING, status: Status = Status.HELD
) -> TaggedOccasion:
    """A word that the head is all but sure of, and half sure of the status."""
    shares = [0.9 if one is kind else 0.0 for one in KINDS]
    half = [0.5 if one is status else 0.5 / (len(STATUSES) - 1) for one in STATUSES]
    return TaggedOccasion(word, tuple(shares), tuple(half))


def scene(text: str, named: Mapping[str, EntityKind], published: str | None = None) -> Scene:
    """The report with who and when stands on it."""
    words = Words(segment(text))
    return Scene(words, entities(text, named), (), find_times(words, published))


def engagements(
    text: str,
    heads: Mapping[str, EngagementKind],
    named: Mapping[str, EntityKind],
    published: str | None = None,
    status: Status = Status.HELD,
) -> tuple[Engagement, ...]:
    """The diary where every word of ``heads`` tells of an occasion."""
    words = Words(segment(text))
    found = tuple(
        tagged(at, heads[word], status) for at, word in enumerate(words.lower) if word in heads
    )
    tagging = Tagging((), (), occasions=found)
    return find_engagements(
        words, tagging, entities(text, named), (), find_times(words, published), EVEN, published
    )
