"""Where somebody stands over many reports: what they support, oppose, promised, denied …"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.domain.asked import StatementsAsked
from onrecord.domain.days import Days, days_of
from onrecord.domain.statement import Act, Target
from onrecord.query.attested import Attested
from onrecord.query.contrary import at_odds
from onrecord.query.positions import ACTS
from onrecord.query.said import said
from onrecord.query.topics import Topic
from onrecord.store.protocol import View

ON_TOPIC = ""
"""Stands for the topic that was asked for where otherwise the key of a target does."""


@dataclass(frozen=True, slots=True)
class Standpoint:
    """One utterance that says where somebody stands.

    ``towards``: what it is towards, keys of identities or ``ON_TOPIC``, each with the probability
    that the utterance is theirs, does this and is towards that.
    """

    utterance: Attested
    towards: tuple[tuple[str, float], ...]

    @property
    def id(self) -> str:
        """That of the statement that is shown for it."""
        return self.utterance.statement.id

    @property
    def act(self) -> Act:
        """What it does by being said, as the statement that is shown has it."""
        return act_of(self.utterance)

    @property
    def probability(self) -> float:
        """That it is theirs and does this: the product of the two."""
        said = self.utterance.statement.statement
        return said.source.probability * (said.deed.probability if said.deed else 0.0)

    @property
    def days(self) -> Days | None:
        """When it was said: what reports' own words give, all of it where they differ.

        Without that the day of the earliest report: it was said by then.
        """
        told = [days for day in self.utterance.said_on if (days := days_of(day))]
        if told:
            return Days(min(one.first for one in told), max(one.last for one in told))
        return days_of(self.utterance.earliest.day)

    @property
    def reported(self) -> bool:
        """Whether only the day of a report is known."""
        return not self.utterance.said_on

    @property
    def settled(self) -> bool:
        """Whether all reports of it take it for the same person's and for no contrary act."""
        deeds = (one.statement.deed for one in self.utterance.attestations)
        acts = [deed.act for deed in deeds if deed]
        return not self.utterance.speakers_elsewhere and not at_odds(acts)


def standpoints(
    view: View, asked: StatementsAsked, about: Collection[str] = ()
) -> Iterator[Standpoint]:
    """The positions of whoever is asked for (``asked.by``), the newest first; lazy.

    ``asked.words``: the topic, if there is one; ``about``: keys of whom it names, as for ``said``.
    """
    topic = Topic(asked.words)
    of_positions = replace(asked, acts=frozenset(ACTS))
    for one in said(view, of_positions, frozenset(about)):
        yield Standpoint(one, tuple(_towards(one, topic, about)))


def act_of(utterance: Attested) -> Act:
    """The act of the statement that is shown for it; INFORMS where it was not read."""
    deed = utterance.statement.statement.deed
    return deed.act if deed else Act.INFORMS


def _towards(
    utterance: Attested, topic: Topic, about: Collection[str]
) -> Iterator[tuple[str, float]]:
    """What is aimed at somebody is towards them, and towards the topic only if it names them.

    What is aimed at nobody who is settled is towards the topic where that is what was said, or
    asked, and does not only stand in the same sentence.
    """
    kept = utterance.statement
    said, deed = kept.statement, kept.statement.deed
    if deed is None:
        return
    sure = said.source.probability * deed.probability
    if kept.target and deed.target:
        towards = sure * deed.target.probability
        yield kept.target.key, towards
        if topic and (kept.target.key in about or _names(topic, kept.target.name, deed.target)):
            yield ON_TOPIC, towards
    elif topic and topic.spoken_of_in(_told(utterance, deed.target)):
        yield ON_TOPIC, sure


def _names(topic: Topic, name: str, target: Target) -> bool:
    return topic.spoken_of_in((name, target.words.text))


def _told(utterance: Attested, target: Target | None) -> Sequence[str]:
    asked = utterance.asked
    return (
        utterance.statement.statement.content.text,
        target.words.text if target else "",
        asked.question.text if asked else "",
    )
