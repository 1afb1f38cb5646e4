"""On Record on one thread, text to named record: ``python -m evaluation.peers.onrecord_peer``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.peers.timing import report_on
from onrecord.domain.article import Article
from onrecord.ingest import article_from_text
from onrecord.pipeline import Reader

# With a date the offices held on it are looked up, as they are for a user's report.
PUBLISHED = "2016-09-15"


def main() -> None:
    """Reads the texts in the file that is the first argument."""
    reader = Reader(threads=1)

    def read(texts: Sequence[str]) -> Iterator[bool]:
        for _ in reader.read_all(_articles(texts)):
            yield True

    report_on(read, Path(sys.argv[1]))


def _articles(texts: Sequence[str]) -> Iterator[Article]:
    return (article_from_text(text, published=PUBLISHED) for text in texts)


if __name__ == "__main__":
    main()
