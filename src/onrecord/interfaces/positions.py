"""One run of ``onrecord positions``: sightings gathered while reports are read, then the answer."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.record import Record
from onrecord.domain.register import Register
from onrecord.interfaces.sentences import Sentences
from onrecord.query.asking import asked_for
from onrecord.query.people import Person, Sighting, sightings, who_is_meant
from onrecord.query.positions import Position, newest_first
from onrecord.query.topics import speaks_of

NOTHING = 1
"""Exit code: no position of anybody of that name was found."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is printed: ``positions`` of ``person``, newest first; else who it may be."""

    question: str
    topic: str | None
    person: Person | None
    positions: tuple[Position, ...]
    others: tuple[Person, ...]
    reports: int


class Gathering:
    """An output of a run that keeps what was said by whoever may be meant."""

    def __init__(self, question: str, topic: str | None, register: Register | None) -> None:
        self._question, self._topic = question, topic
        self._asked = asked_for(question, register)
        self._sentences = Sentences()
        self._found: list[Sighting] = []
        self._reports = 0

    def write(self, record: Record) -> None:
        """Keep the positions of everybody whose name has to do with the one asked for."""
        self._reports += 1
        self._found.extend(sightings(self._asked, record, self._sentences.around))

    def finish(self) -> None:
        """Nothing is left to do."""

    def answer(self) -> Answer:
        """Who is meant, by all that was read, and their positions."""
        meant = who_is_meant(self._found)
        listed = newest_first(meant.person.positions) if meant.person else []
        kept = tuple(one for one in listed if _is_on(one, self._topic))
        return Answer(self._question, self._topic, meant.person, kept, meant.others, self._reports)


def _is_on(position: Position, topic: str | None) -> bool:
    if topic is None:
        return True
    question = position.question.text if position.question else ""
    texts = (position.words.text, position.sentence.text, position.target_name or "", question)
    return speaks_of(topic, texts)
