"""Reports whose people and statements are marked by hand, for rules about questions.

"{Ana Ruiz} said [Ana Ruiz: taxes will fall]": braces mark a mention, "{she=Ana Ruiz}" one by
another word, "{Press=the Press}" a body (its name begins with "the"); brackets a statement of
whoever is named before the colon ("?" for nobody known).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.domain.entity import Entity, EntityKind, Mention, MentionForm
from onrecord.domain.exchange import Exchange
from onrecord.domain.span import NO_WORDS, Passage, Span
from onrecord.domain.statement import Act, Deed, Form, Source, Statement
from onrecord.domain.words import Words
from onrecord.relate.exchanges.exchanges import find_exchanges
from onrecord.segment.article import segment

_PART = re.compile(
    r"\{(?P<words>[^={}]+)(?:=(?P<name>[^{}]+))?\}|\[(?P<who>[^:\[\]]+): |(?P<end>\])"
)


@dataclass(frozen=True)
class Told:
    """The exchanges of a marked report, with the names of its people."""

    text: str
    exchanges: tuple[Exchange, ...]
    names: dict[str, str]
    said: dict[str, str]

    @property
    def questions(self) -> list[str]:
        return [one.question.text for one in self.exchanges]

    @property
    def asked(self) -> list[str | None]:
        return [self.names.get(one.asked or "") for one in self.exchanges]

    @property
    def asked_by(self) -> list[str | None]:
        return [self.names.get(one.asked_by or "") for one in self.exchanges]

    @property
    def responses(self) -> list[str]:
        return [one.response.value for one in self.exchanges]

    def answers(self, number: int = 0) -> list[str]:
        return [self.said[one] for one in self.exchanges[number].answers]


def asked(marked: str, acts: dict[int, Act] | None = None) -> Told:
    """The exchanges of a marked report. ``acts``: what the n-th statement does, from 0."""
    text, mentions, contents = _unmarked(marked)
    ids = {name: f"e{number}" for number, name in enumerate(mentions, 1)}
    entities = tuple(
        Entity(
            ids[name],
            name,
            EntityKind.ORGANISATION if name.startswith("the ") else EntityKind.PERSON,
            tuple(Mention(span, MentionForm.NAME, "marked") for span in spans),
        )
        for name, spans in mentions.items()
    )
    statements = tuple(
        Statement(
            f"s{number}",
            Source(entity=ids.get(who)),
            NO_WORDS,
            Passage.cut(text, [span]),
            Form.DIRECT,
            1.0,
            Deed(acts[number - 1], NO_WORDS, 1.0) if acts and number - 1 in acts else None,
        )
        for number, (who, span) in enumerate(contents, 1)
    )
    found = find_exchanges(Words(segment(text)), statements, entities)
    said = {one.id: one.content.text for one in statements}
    return Told(text, found, {entity: name for name, entity in ids.items()}, said)


def _unmarked(marked: str) -> tuple[str, dict[str, list[Span]], list[tuple[str, Span]]]:
    text, at = "", 0
    mentions: dict[str, list[Span]] = {}
    contents: list[tuple[str, Span]] = []
    open_one: tuple[str, int] | None = None
    for part in _PART.finditer(marked):
        text += marked[at : part.start()]
        at = part.end()
        if part["words"]:
            span = Span(len(text), len(text) + len(part["words"]))
            mentions.setdefault(part["name"] or part["words"], []).append(span)
            text += part["words"]
        elif part["who"]:
            open_one = (part["who"], len(text))
        elif open_one:
            contents.append((open_one[0], Span(open_one[1], len(text))))
    return text + marked[at:], mentions, contents
