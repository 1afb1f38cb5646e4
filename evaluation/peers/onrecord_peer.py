"""On Record on one thread, from text to record: ``python -m evaluation.peers.onrecord_peer``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.peers.timing import report_on
from onrecord.ingest import article_from_text
from onrecord.pipeline import Reader


def main() -> None:
    """Reads the texts in the file that is the first argument."""
    reader = Reader(threads=1)

    def read(texts: Sequence[str]) -> Iterator[bool]:
        for _ in reader.read_all(article_from_text(text) for text in texts):
            yield True

    report_on(read, Path(sys.argv[1]))


if __name__ == "__main__":
    main()
