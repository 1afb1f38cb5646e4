"""Count how often the act of a plain phrase is the labelled one: the shares of plain_acts.yaml.

    python -m training.plain_acts --data ../shared/data

A labelled attribution counts for the group whose phrase stands at its cue, as reading looks for it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from evaluation.brat import labelled_reports
from onrecord.domain.span import Passage
from onrecord.domain.statement import Form, Source, Statement
from onrecord.domain.words import Words
from onrecord.relate.deeds.plain_acts import PlainActs
from onrecord.relate.deeds.statement_words import statement_words
from onrecord.resources import word_list
from onrecord.segment.article import segment
from training.relation_labels import LABELS, labelled_relations


def counted(data: Path, labels: Path = LABELS) -> Counter[tuple[int, str]]:
    """How many attributions with a phrase of each group have each act."""
    found: Counter[tuple[int, str]] = Counter()
    gold = {one.stem: one.labels for one in labelled_reports(data / "polnear" / "train")}
    for text, labelled in labelled_relations(data, labels):
        words = Words(segment(text))
        plain, linked = PlainActs(words), gold[Path(labelled.text).stem]
        for label in labelled.acts:
            if label.attribution >= len(linked) or not linked[label.attribution].content:
                continue
            one = linked[label.attribution]
            source, cue, content = (
                Passage.cut(text, spans) for spans in (one.source, one.cue, one.content)
            )
            said = Statement("s1", Source(source), cue, content, Form.INDIRECT, 1.0)
            shown = statement_words(words, said)
            if shown is not None and (hit := plain.of(shown)):
                found[hit.group, label.act.value] += 1
    return found


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, default=Path("../shared/data"))
    found = counted(ap.parse_args().data)
    for number, group in enumerate(word_list("relate", "plain_acts")["groups"]):
        total = sum(count for (one, _), count in found.items() if one == number)
        right = found[number, group["act"]]
        print(f"{group['act']}: share {right / max(1, total):.2f} of {total}")


if __name__ == "__main__":
    main()
