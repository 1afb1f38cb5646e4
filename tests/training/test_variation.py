"""Varied reports keep their labels on the same words."""

import random

from evaluation.linked import Linked
from onrecord.domain.span import Span
from training.variation import colons, varied

TEXT = "“We won’t,” said President Ann Lee. Sen. Bo Roy told Congress, “Mr. Lee is wrong.”"


def label(source: str, content: str) -> Linked:
    return Linked(
        *((Span(TEXT.index(p), TEXT.index(p) + len(p)),) for p in (source, "said", content))
    )


def test_labels_move_along_with_every_rule_that_chance_can_pick() -> None:
    labels = (
        label("President Ann Lee", "“We won’t,”"),
        label("Sen. Bo Roy", "“Mr. Lee is wrong.”"),
    )
    seen = set()
    for seed in range(200):
        text, moved = varied(TEXT, labels, random.Random(seed))
        seen.add(text)
        for one, name in zip(moved, ("Ann Lee", "Bo Roy"), strict=True):
            (source,), (cue,), (content,) = one.source, one.cue, one.content
            assert text[slice(*source)].endswith(name)
            assert text[slice(*cue)] == "said"
            assert text[content.start] in "“\"‘'"
            assert text[content.end - 1] in "”\"’'"
    assert len(seen) > 20


def test_a_comma_before_a_quotation_can_become_a_colon() -> None:
    (edit,) = colons("She said, “No,” and said, twice, “Never.”")
    assert edit.replacement == ":"


def test_the_same_chance_gives_the_same_text() -> None:
    assert varied(TEXT, (), random.Random(3)) == varied(TEXT, (), random.Random(3))
