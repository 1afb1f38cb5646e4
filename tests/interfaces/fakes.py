"""Stand-ins for ingest and pipeline: records made from words that a test names itself."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from onrecord.domain.article import Article
from onrecord.domain.record import Derivation, Record
from onrecord.domain.span import NO_WORDS, Passage
from onrecord.domain.statement import Form, Source, Statement
from onrecord.errors import ArticleError
from onrecord.ingest.dates import iso_date
from onrecord.interfaces.composition import Parts

DERIVATION = Derivation("fake", "0", "", "")


@dataclass(frozen=True)
class Said:
    """One statement to be found: its words as they stand in the text, content in pieces."""

    content: str | Sequence[str]
    source: str = ""
    cue: str = ""
    form: Form = Form.DIRECT
    probability: float = 0.9


def find(text: str, words: str | Sequence[str]) -> Passage:
    """The first place of each of ``words``, one after the other; a test must name real words."""
    if not words:
        return NO_WORDS
    spans, after = [], 0
    for piece in [words] if isinstance(words, str) else words:
        after = text.index(piece, after)
        spans.append((after, after + len(piece)))
    return Passage.cut(text, spans)


def record_of(article: Article, said: Iterable[Said] = ()) -> Record:
    """A record with one statement for each of ``said``."""
    text = article.text
    statements = tuple(
        Statement(
            id=f"s{number}",
            source=Source(find(text, one.source)),
            cue=find(text, one.cue),
            content=find(text, one.content),
            form=one.form,
            probability=one.probability,
        )
        for number, one in enumerate(said, 1)
    )
    return Record(article, statements, DERIVATION)


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
