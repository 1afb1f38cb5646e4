"""What records are generated from where PolNeAR does not lie beside the project: our examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.store_bench.sources import Sources, made_of
from onrecord.ingest.article import article_from_text
from onrecord.pipeline import Reader

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="session")
def examples() -> Sources:
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    reader = Reader()
    records = [reader.read(article_from_text(one, published="2024-05-13")) for one in texts]
    return made_of(texts, records)
