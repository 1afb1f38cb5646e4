"""Reports whose names are marked by hand: "{Ana Ruiz} met {the council|body} in {Oslo|place}"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.domain.entity import Entity
from onrecord.domain.register import Gender, Origin, RegisteredPerson, Tenure
from onrecord.domain.span import NO_WORDS, Passage
from onrecord.domain.statement import Attribution, Form, Source
from onrecord.domain.tagging import NameKind, TaggedName, Tagging
from onrecord.domain.words import Words
from onrecord.identify.identify import Identified, Identifier
from onrecord.identify.pronoun_scorer import PronounScorer
from onrecord.ingest import article_from_text
from onrecord.segment.article import segment

_MARK = re.compile(r"\{([^|{}]+)(?:\|(\w+))?\}")
_KINDS = {"body": NameKind.ORGANISATION, "place": NameKind.PLACE, None: NameKind.PERSON}
ORIGIN = Origin("On Record, made up for tests", "CC0-1.0", "2026-08-01", "1")


@dataclass(frozen=True)
class FakeRegister:
    """A register of a few people and places that do not exist."""

    people: tuple[RegisteredPerson, ...] = ()
    places: tuple[tuple[str, str], ...] = (("norwegian", "Norway"), ("norway", "Norway"))
    women: tuple[str, ...] = ("ana", "ida")

    @property
    def sha256(self) -> str:
        return repr(self)

    def named(self, name: str) -> tuple[RegisteredPerson, ...]:
        return tuple(one for one in self.people if name in (one.name, *one.aliases))

    def surnamed(self, surname: str) -> tuple[RegisteredPerson, ...]:
        return tuple(one for one in self.people if one.name.split()[-1].lower() == surname.lower())

    def in_office(self, title: str, place: str | None, day: str) -> tuple[RegisteredPerson, ...]:
        return tuple(
            one
            for one in self.people
            if any(t.title == title and place in (None, t.place) for t in one.held_on(day))
        )

    def place_of(self, word: str) -> str | None:
        return dict(self.places).get(word.lower())

    def share_female(self, first_name: str) -> float | None:
        return float(first_name.lower() in self.women)


def person(
    name: str, *offices: tuple[str, str, str, str | None], gender: Gender = "female"
) -> RegisteredPerson:
    """Somebody of the register; an office is its title, place, start and end."""
    tenures = tuple(Tenure(o[0], o[0], o[1], o[2], o[3], ORIGIN) for o in offices)
    key = "Q" + name.replace(" ", "")
    return RegisteredPerson(key, name, (), key, gender, None, None, tenures, ORIGIN)


@dataclass(frozen=True)
class Told:
    """What was identified in a marked report, asked for by words."""

    text: str
    identified: Identified

    @property
    def entities(self) -> tuple[Entity, ...]:
        return self.identified.entities

    @property
    def names(self) -> list[str]:
        return [entity.name for entity in self.entities]

    def who(self, words: str, occurrence: int = 0) -> str | None:
        """The name of the entity that the words (their n-th occurrence) are a mention of."""
        start = [match.start() for match in re.finditer(re.escape(words), self.text)][occurrence]
        for entity in self.entities:
            if any(mention.span == (start, start + len(words)) for mention in entity.mentions):
                return entity.name
        return None

    def wikidata(self, name: str) -> str | None:
        """The Wikidata id of the entity of that name."""
        return next(entity.wikidata for entity in self.entities if entity.name == name)

    def rule(self, words: str) -> str | None:
        start = self.text.index(words)
        for entity in self.entities:
            for mention in entity.mentions:
                if mention.span == (start, start + len(words)):
                    return mention.rule
        return None

    def speakers(self, number: int = 0) -> list[str]:
        source: Source = self.identified.sources[number]
        ids = [source.entity, *source.also] if source.entity else []
        by_id = {entity.id: entity.name for entity in self.entities}
        return [by_id[one] for one in ids if one]


def identified(
    marked: str,
    *,
    said: Sequence[tuple[str, str]] = (),
    day: str | None = None,
    register: FakeRegister | None = None,
) -> Told:
    """Identify a marked report. ``said``: words of source and content of each attribution."""
    text = _MARK.sub(lambda match: match[1], marked)
    article = article_from_text(text, published=day)
    words = segment(text)
    starts, ends = words.starts.tolist(), words.ends.tolist()
    names = tuple(
        TaggedName(kind, starts.index(start), ends.index(end) + 1, 1.0)
        for kind, start, end in _names(marked)
    )
    identifier = Identifier(register or FakeRegister(), PronounScorer.by_hand())
    attributions = tuple(_attribution(text, source, content) for source, content in said)
    found = identifier.identify(article, Words(words), Tagging((), (), names), attributions)
    return Told(text, found)


def _names(marked: str) -> list[tuple[NameKind, int, int]]:
    names, shift = [], 0
    for match in _MARK.finditer(marked):
        start = match.start() - shift
        names.append((_KINDS[match[2]], start, start + len(match[1])))
        shift += len(match[0]) - len(match[1])
    return names


def _attribution(text: str, source: str, content: str) -> Attribution:
    place = text.index(content)
    said = Passage.cut(text, [(place, place + len(content))])
    return Attribution(_nearest(text, source, place), NO_WORDS, said, Form.INDIRECT, 1.0, 1.0)


def _nearest(text: str, source: str, place: int) -> Passage:
    """The occurrence of the source's words nearest to what is said."""
    if not source:
        return NO_WORDS
    starts = [match.start() for match in re.finditer(rf"\b{re.escape(source)}(?!\w)", text)]
    start = min(starts, key=lambda at: abs(at - place))
    return Passage.cut(text, [(start, start + len(source))])
