"""What reading sees of the labelled statements, kept so that training takes minutes.

    python -m training.deed_states --data ../shared/data --out var/deeds

Every labelled report is read as a user reads it. A statement whose content agrees with a labelled
attribution's (Jaccard of words at least .5) gets its act, and the entity that its target names.
Writes REPORT.pkl: a ``SeenReport``.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from evaluation.brat import labelled_reports
from evaluation.linked import Linked
from evaluation.same_name import same_who
from onrecord.domain.entity import Entity
from onrecord.domain.record import Record
from onrecord.domain.span import Span, Spans
from onrecord.domain.statement import Act, Statement
from onrecord.domain.words import Words
from onrecord.ingest import article_from_text
from onrecord.network.network import Network
from onrecord.network.weights import SHIPPED, Weights
from onrecord.pipeline import Reader, segmented
from onrecord.relate.deeds.candidates import Candidates
from onrecord.relate.deeds.statement_words import statement_words
from training.deed_seen import SeenReport, SeenStatement
from training.relation_labels import LabelledAct, LabelledRelations, labelled_relations

AGREES = 0.5


def seen_report(
    text: str, labels: LabelledRelations, gold: tuple[Linked, ...], reader: Reader, network: Network
) -> SeenReport:
    """One report as reading sees it, beside its labels."""
    article = article_from_text(text, published=labels.published)
    parts = segmented(article)
    states = np.concatenate(list(network.states(parts)))
    rows = np.concatenate([states, network.vectors(parts)], 1).astype(np.float16)
    words, record = Words(parts), reader.read(article)
    return SeenReport(rows, tuple(_statements(text, words, record, labels, gold)))


def _statements(
    text: str, words: Words, record: Record, labels: LabelledRelations, gold: tuple[Linked, ...]
) -> Iterator[SeenStatement]:
    by_number = {one.attribution: one for one in labels.acts if one.attribution < len(gold)}
    candidates, last = Candidates(words, record.entities), dict[str | None, int]()
    for said in record.statements:
        number = _agreeing(words, said, gold)
        shown = statement_words(words, said)
        if number not in by_number or shown is None:
            continue
        label = by_number[number]
        meant = _entities(text, label, record.entities)
        near = candidates.of(shown, said.source, last.get(said.source.entity))
        target = tuple(n for n, one in enumerate(near) if one.entity in meant)
        if meant:
            last[said.source.entity] = min(meant)
        act = list(Act).index(label.act)
        yield SeenStatement(shown, act, near, target, label.target is not None)


def _agreeing(words: Words, said: Statement, gold: tuple[Linked, ...]) -> int:
    """The number of the labelled attribution with most of the same content, -1 without one."""
    own = _word_set(words, said.content.spans)
    best = (AGREES, -1)
    for number, one in enumerate(gold):
        other = _word_set(words, one.content)
        if own & other:
            best = max(best, (len(own & other) / len(own | other), number))
    return best[1]


def _word_set(words: Words, spans: Spans) -> frozenset[int]:
    return frozenset(at for span in spans for at in range(*words.within(Span(*span))))


def _entities(text: str, label: LabelledAct, entities: tuple[Entity, ...]) -> frozenset[int]:
    if label.target is None:
        return frozenset()
    name = text[label.target.start : label.target.end]
    return frozenset(n for n, one in enumerate(entities) if same_who(name, one.name))


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, default=Path("../shared/data"))
    ap.add_argument("--out", type=Path, default=Path("var/deeds"))
    ap.add_argument("--weights", type=Path, default=SHIPPED)
    args = ap.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    reader, network = Reader(weights=args.weights), Weights(args.weights).network()
    gold = {one.stem: one.labels for one in labelled_reports(args.data / "polnear" / "train")}
    for number, (text, labels) in enumerate(labelled_relations(args.data), 1):
        stem = Path(labels.text).stem
        path = args.out / f"{stem}.pkl"
        if not path.exists():
            seen = seen_report(text, labels, gold[stem], reader, network)
            path.write_bytes(pickle.dumps(seen))
        print(f"  {number} reports", end="\r", flush=True)
    print()


if __name__ == "__main__":
    main()
