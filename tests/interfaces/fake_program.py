"""The program with fakes inside, to be run as a process: python -m tests.interfaces.fake_program.

The variable FAKE says what the reader does: "held" waits until there is a file "go on", "defect"
raises what nobody foresaw, "weights" has none, "interrupted" is stopped from the keyboard.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from onrecord.domain.article import Article
from onrecord.domain.record import Record
from onrecord.errors import ArticleError, UnreadableInput, WeightsError
from onrecord.ingest.dates import iso_date
from onrecord.interfaces.cli import main
from onrecord.interfaces.composition import Parts, ReadsArticles
from tests.interfaces.fakes import record_of


def articles_from(
    origin: str, *, published: str | None = None, stdin: BinaryIO | None = None
) -> Iterator[Article | ArticleError]:
    try:
        text = stdin.read().decode() if stdin and origin == "-" else Path(origin).read_text()
    except OSError:
        yield UnreadableInput(origin, "there is no such file; check the name")
        return
    yield Article(id="a", text=text, retrieved_from=origin, published=published)


class Reader:
    def read_all(self, articles: Iterable[Article]) -> Iterator[Record]:
        for article in articles:
            self._misbehave()
            yield record_of(article)

    def _misbehave(self) -> None:
        match os.environ.get("FAKE"):
            case "held":
                while not Path("go on").exists():
                    time.sleep(0.05)
            case "defect":
                raise ZeroDivisionError("a sum\nwent wrong")
            case "interrupted":
                raise KeyboardInterrupt


def reader(threads: int) -> ReadsArticles:
    if os.environ.get("FAKE") == "weights":
        raise WeightsError("the weights are missing; install the package again")
    return Reader()


if __name__ == "__main__":
    main(Parts(articles_from, reader, lambda date: iso_date(date, "--published")))
