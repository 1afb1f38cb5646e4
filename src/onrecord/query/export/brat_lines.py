"""The lines of one .ann file: words, who they are, who said what, and the diary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.domain.entity import Entity, EntityKind
from onrecord.domain.kept import Correction, KeptEngagement, KeptStatement
from onrecord.domain.span import Passage, Span, Spans
from onrecord.query.export.wording import Wording, sha256, whole

TYPES = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organisation",
    EntityKind.PLACE: "Place",
    EntityKind.GROUP: "Group",
    EntityKind.LAW: "Law",
}
"""What words that stand for an entity are called."""

_LINE = re.compile("[^\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BLANKS = re.compile(r"\s+")


class Lines:
    """Numbers annotations through one file."""

    def __init__(self, text: str, wording: Wording) -> None:
        self._text, self._wording = text, wording
        self._count = dict.fromkeys("TEAN#", 0)
        self._mention: dict[str, str] = {}
        """By the local id of an entity, the annotation that stands for it in events."""

    def entity(self, entity: Entity) -> Iterator[str]:
        """Its mentions, that they are one, and which item of Wikidata they are."""
        marks: list[str] = []
        for mention in entity.mentions:
            mark, line = self._words(TYPES[entity.kind], [mention.span])
            if not line:
                continue
            yield line
            marks.append(mark)
            self._mention.setdefault(entity.id, mark)
        if len(marks) > 1:
            yield f"*\tEquiv {' '.join(marks)}\n"
        if marks and entity.wikidata:
            number = self._next("N")
            name = self._plain(entity.name)
            yield f"{number}\tReference {marks[0]} Wikidata:{entity.wikidata}\t{name}\n"

    def statement(self, kept: KeptStatement, made: Iterable[Correction]) -> Iterator[str]:
        """An event whose trigger is the cue, or the content where there is no cue."""
        statement = kept.statement
        content, line = self._words("Content", statement.content.spans)
        if not line:
            return
        yield line
        cue = statement.cue.spans or statement.content.spans
        trigger, line = self._words("Statement", cue)
        if not line:
            trigger, line = self._words("Statement", statement.content.spans)
        yield line
        arguments = [f"Content:{content}"]
        deed = statement.deed
        roles = {
            "Source": statement.source.words,
            "Target": deed.target.words if deed and deed.target else Passage((), ()),
        }
        for role, words in roles.items():
            mark, line = self._words(role, words.spans)
            if line:
                yield line
                arguments.append(f"{role}:{mark}")
        event = self._next("E")
        yield f"{event}\tStatement:{trigger} {' '.join(arguments)}\n"
        yield self._attribute("Form", event, statement.form)
        if deed:
            yield self._attribute("Act", event, deed.act)
        said_on = statement.said_on.value if statement.said_on else None
        note = self._note(kept.id, kept.statement.content, statement.probability, said_on)
        yield from self._remarks(event, note, made)

    def engagement(self, kept: KeptEngagement, made: Iterable[Correction]) -> Iterator[str]:
        """An event whose trigger are the clauses that tell of it."""
        engagement = kept.engagement
        trigger, line = self._words("Engagement", engagement.evidence.spans)
        if not line:
            return
        yield line
        people = [self._mention[one] for one in engagement.participants if one in self._mention]
        arguments = [f"Participant{number}:{one}" for number, one in enumerate(people, 1)]
        if arguments:
            arguments[0] = f"Participant:{people[0]}"
        place, line = self._words("Location", engagement.place.spans)
        if line:
            yield line
            arguments.append(f"Location:{place}")
        event = self._next("E")
        yield f"{event}\t{' '.join([f'Engagement:{trigger}', *arguments])}\n"
        yield self._attribute("Kind", event, engagement.kind)
        yield self._attribute("Status", event, engagement.status)
        when = engagement.when.value if engagement.when else None
        note = self._note(kept.id, engagement.evidence, engagement.probability, when)
        yield from self._remarks(event, note, made)

    def _next(self, kind: str) -> str:
        self._count[kind] += 1
        return f"{kind}{self._count[kind]}"

    def _words(self, kind: str, spans: Iterable[Span]) -> tuple[str, str]:
        """A text-bound annotation and its line; no line where there is nothing but blanks."""
        pieces = fragments(self._text, spans)
        if not pieces:
            return "", ""
        words = whole(" ".join(self._text[start:end] for start, end in pieces))
        shown = words if self._wording.with_text else _withheld(kind, words)
        offsets = ";".join(f"{start} {end}" for start, end in pieces)
        mark = self._next("T")
        return mark, f"{mark}\t{kind} {offsets}\t{shown}\n"

    def _attribute(self, name: str, event: str, value: str) -> str:
        return f"{self._next('A')}\t{name} {event} {value.replace(' ', '-')}\n"

    def _note(self, id: str, words: Passage, probability: float, when: str | None) -> str:
        told = f"{id} probability {probability:.4f}" + (f" when {when}" if when else "")
        return told if self._wording.with_text else f"{told} sha256 {sha256(words.text)}"

    def _remarks(self, event: str, note: str, made: Iterable[Correction]) -> Iterator[str]:
        yield f"{self._next('#')}\tAnnotatorNotes {event}\t{note}\n"
        decided = list(made)
        if decided:
            yield f"{self._next('A')}\tCorrected {event}\n"
        for one in decided:
            told = f"{', '.join(sorted(one.after))} corrected by {one.who} at {one.at}: {one.note}"
            yield f"{self._next('#')}\tAnnotatorNotes {event}\t{self._plain(told)}\n"

    def _plain(self, text: str) -> str:
        return _BLANKS.sub(" ", whole(text)).strip()


def _withheld(kind: str, words: str) -> str:
    """A digest of what was said or told; of a single word or two it would betray them."""
    return f"sha256:{sha256(words)}" if kind in ("Content", "Engagement") else "…"


def fragments(text: str, spans: Iterable[tuple[int, int]]) -> Spans:
    """``spans`` cut where ``text`` has a line end or tab, without blanks at the ends."""
    found = []
    for start, end in spans:
        for line in _LINE.finditer(text, start, end):
            words = line.group()
            if words.strip():
                begin = line.start() + len(words) - len(words.lstrip())
                found.append(Span(begin, line.end() - len(words) + len(words.rstrip())))
    return tuple(found)
