"""What records are generated from: real text and its readings, neither of which is kept here.

Both come from PolNeAR's train reports beside the project. Readings are kept in ``var/``, which is
not part of the project, because they take a minute.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from evaluation.brat import LabelledReport, labelled_reports, published_on
from evaluation.store_bench.corpus import Corpus
from evaluation.store_bench.population import Population, registered_people
from evaluation.store_bench.skeleton import Skeleton, skeleton_of
from onrecord.domain.record import Record
from onrecord.ingest.article import article_from_text
from onrecord.pipeline import Reader

DATA = Path("../shared/data/polnear/train")
KEPT = Path("var/store_bench")
READ = 160
"""Reports whose readings give the bones."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Words, names and bones."""

    corpus: Corpus
    population: Population
    skeletons: tuple[Skeleton, ...]


def sources(data: Path = DATA, kept: Path = KEPT, read: int = READ) -> Sources:
    """Read from ``data``, or as kept. Raises FileNotFoundError where it has no reports."""
    reports = [one for one in labelled_reports(data) if published_on(one.stem)]
    return made_of([one.text for one in reports], _records(reports, kept, read))


def made_of(texts: Sequence[str], records: Iterable[Record]) -> Sources:
    """The words of ``texts``, and the bones of those ``records`` in which somebody speaks."""
    corpus = Corpus(texts)
    skeletons = (skeleton_of(one) for one in records if one.statements)
    return Sources(corpus, Population(corpus, registered_people()), tuple(skeletons))


def _records(reports: list[LabelledReport], kept: Path, read: int) -> tuple[Record, ...]:
    chosen = Random("skeletons").sample(reports, min(read, len(reports)))
    reader = Reader()
    names = "\0".join([str(reader.derivation), *(one.stem for one in chosen)])
    path = kept / f"records_{hashlib.sha256(names.encode()).hexdigest()[:12]}.pickle"
    if path.exists():
        found: tuple[Record, ...] = pickle.loads(path.read_bytes())
        return found
    made = tuple(
        reader.read(article_from_text(one.text, published=published_on(one.stem))) for one in chosen
    )
    kept.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(made))
    return made
