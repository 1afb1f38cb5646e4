"""Count how often each rule for questions is right, and write it into its resource.

    python -m training.exchange_sureness --data ../shared/data

Reads the training reports whose exchanges we labelled (relation_labels.py) with the shipped
weights. A rule's question is right when it shares three tenths of its words with a labelled one
that no better one shares. A rule's probability is its share of right ones, as if it had found
``WEIGHT`` more, right in ``BLIND``: the share that all rules together had right in 525 reports
which nobody had looked at while they were made. The reports counted here were looked at.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from evaluation.kept_readings import keeping_reader
from evaluation.matching import jaccard
from evaluation.pairing import pairs
from evaluation.readings import Readings
from evaluation.words import ScoredText
from onrecord.domain.record import Record
from onrecord.domain.span import Span
from onrecord.domain.words import Words
from onrecord.relate.exchanges.exchanges import find_questions
from onrecord.relate.exchanges.scene import Scene
from onrecord.segment.article import segment
from training.relation_labels import LabelledRelations, labelled_relations

OUT = Path("src/onrecord/resources/relate/exchange_rules.yaml")
WEIGHT = 10.0
BLIND = 0.74
ENOUGH = 0.3
ORIGIN = (
    "counted on reports of PolNeAR's training part that the authors labelled"
    " (training/exchange_sureness.py)"
)


def main(arguments: list[str] | None = None) -> None:
    """Read, count, write."""
    parser = argparse.ArgumentParser(prog="training.exchange_sureness", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args(arguments)
    verdicts = list(judged(labelled_relations(options.data)))
    content = {"origin": ORIGIN, "licence": "Apache-2.0", "rules": sureness(verdicts)}
    options.out.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
    print(f"{sum(right for _, right in verdicts)} of {len(verdicts)} questions are right")


def judged(reports: Iterable[tuple[str, LabelledRelations]]) -> Iterator[tuple[str, bool]]:
    """The rule of every question that is found, and whether it is right."""
    read = Readings(keeping_reader())
    for text, labels in reports:
        record = read(labels.text, text, labels.published)
        scored = ScoredText(text)
        gold = [scored.words((one.question,)) for one in labels.exchanges]
        found = [(rule, scored.words((span,))) for rule, span in questions(record)]
        right = set(pairs(gold, [words for _, words in found], _likeness).values())
        yield from ((rule, i in right) for i, (rule, _) in enumerate(found))


def questions(record: Record) -> list[tuple[str, Span]]:
    """Rule and words of each question in a report that was read."""
    article = record.article
    bylines = tuple(span for byline in article.byline for span in byline.spans)
    words = Words(segment(article.text, article.notices + bylines))
    scene = Scene(words, record.statements, record.entities)
    return [(one.rule, words.span(one.first, one.last)) for one in find_questions(scene)]


def sureness(verdicts: Iterable[tuple[str, bool]]) -> dict[str, float]:
    """Each rule's probability, 0..1, by name; ``other``: that of one not found here."""
    everything = list(verdicts)
    found = Counter(rule for rule, _ in everything)
    right = Counter(rule for rule, is_right in everything if is_right)
    counted = {
        rule: round((right[rule] + WEIGHT * BLIND) / (found[rule] + WEIGHT), 3)
        for rule in sorted(found)
    }
    return {**counted, "other": BLIND}


def _likeness(gold: frozenset[int], found: frozenset[int]) -> float:
    alike = jaccard(gold, found)
    return alike if alike >= ENOUGH else 0.0


if __name__ == "__main__":
    main()
