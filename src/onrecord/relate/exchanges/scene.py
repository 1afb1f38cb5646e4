"""What rules for questions look at: a report's words with the people and statements on them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.domain.entity import Entity, EntityKind, MentionForm
from onrecord.domain.span import Passage
from onrecord.domain.statement import Statement
from onrecord.domain.words import Words
from onrecord.relate.exchanges.words import listed

_FARTHEST = 250
_ARTICLES = frozenset({"the", "a", "an"})
_ASKABLE = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP)


class Named(NamedTuple):
    """Words ``[first, last)`` that stand for ``entity``."""

    first: int
    last: int
    entity: str
    form: MentionForm
    kind: EntityKind


class Placed(NamedTuple):
    """A statement and the words of its parts: ``[first, last)`` of all, ``says`` its first content.

    ``head``: where its source or cue begins, whichever is first; its content where it has neither.
    """

    statement: Statement
    first: int
    last: int
    head: int
    says: int


class Scene:
    """Looks up words, mentions and statements of one report by word number."""

    def __init__(
        self, words: Words, statements: tuple[Statement, ...], entities: tuple[Entity, ...]
    ) -> None:
        self.words = words
        self.lower = tuple([plain(word) if "’" in word else word for word in words.lower])
        self.named = sorted(_named(words, entities))
        self._firsts = [one.first for one in self.named]
        self.placed = sorted(
            (one for one in map(self._place, statements) if one), key=lambda one: one.first
        )
        self._starts = [one.first for one in self.placed]

    def __len__(self) -> int:
        return len(self.lower)

    def sentence(self, word: int) -> tuple[int, int]:
        """The sentence of ``word``, as words ``[first, last)``; of a very long one what is near."""
        return _run_of(self.words.sentence, word)

    def paragraph(self, word: int) -> tuple[int, int]:
        """The paragraph of ``word``, cut in the same way."""
        return _run_of(self.words.paragraph, word)

    def named_in(self, first: int, last: int) -> list[Named]:
        """Mentions of people, bodies and groups that begin within the words, in reading order."""
        low, high = bisect_left(self._firsts, first), bisect_left(self._firsts, last)
        return [one for one in self.named[low:high] if one.kind in _ASKABLE]

    def named_at(self, word: int) -> Named | None:
        """The longest mention that begins with ``word``."""
        return max(self.named_in(word, word + 1), key=lambda one: one.last, default=None)

    def statements_from(self, first: int, last: int) -> list[Placed]:
        """Statements that begin within the words, in reading order."""
        return self.placed[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def is_quoted(self, one: Placed) -> bool:
        """Whether what the statement says begins within quotation marks."""
        quoted = self.words.quoted
        return any(quoted[at] for at in range(one.says, min(one.says + 2, len(self))))

    def named_soon(self, word: int, most: int = 6) -> Named | None:
        """The mention that begins at ``word``, past titles and an article before it.

        A body may be part of a title: of "Press Secretary Jo Roe" it is the person.
        """
        found: Named | None = None
        for at in range(word, min(word + most, len(self))):
            named = self.named_at(at)
            if named is not None and named.kind is EntityKind.PERSON:
                return named
            found = found or named
            inside = found is not None and at < found.last
            article = at == word and self.lower[at] in _ARTICLES
            if not inside and not article and not self._titular(at):
                break
        return found

    def _titular(self, word: int) -> bool:
        """Whether the word may be part of a title: a capital, a full stop after one, "former"."""
        if self.lower[word] == ".":
            return self.words.is_capital(word - 1)
        return self.words.is_capital(word) or self.lower[word] in listed("titular")

    def is_apart(self, word: int) -> bool:
        """Whether the word is a sign and no word."""
        return not self.lower[word][0].isalnum()

    def passage(self, first: int, last: int) -> Passage:
        """Words ``[first, last)`` cut out of the report."""
        return Passage.cut(self.words.article.text, [self.words.span(first, last)])

    def _place(self, statement: Statement) -> Placed | None:
        spans = (*statement.source.words.spans, *statement.cue.spans, *statement.content.spans)
        if not spans or not self.lower:
            return None
        bounds = [self.words.within(span) for span in spans]
        told = [
            self.words.within(span)[0]
            for span in (*statement.source.words.spans, *statement.cue.spans)
        ]
        says = (
            self.words.within(statement.content.spans[0])[0] if statement.content else bounds[0][0]
        )
        first = min(low for low, _ in bounds)
        return Placed(
            statement, first, max(high for _, high in bounds), min(told, default=says), says
        )


def plain(word: str) -> str:
    """A word as the word lists have it: with a typewriter's apostrophe."""
    return word.replace("’", "'")


def _run_of(numbers: Sequence[int], word: int) -> tuple[int, int]:
    """Where the numbers, which never fall, are that of ``word``, no farther off than _FARTHEST."""
    low, high = max(word - _FARTHEST, 0), min(word + _FARTHEST, len(numbers))
    number = numbers[word]
    return bisect_left(numbers, number, low, high), bisect_right(numbers, number, low, high)


def _named(words: Words, entities: tuple[Entity, ...]) -> Iterator[Named]:
    for entity in entities:
        for mention in entity.mentions:
            first, last = words.within(mention.span)
            if first < last:
                yield Named(first, last, entity.id, mention.form, entity.kind)
