"""Rewritten reports keep their labels on the same words and quoted labels quoted."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.brat import LabelledReport, labelled_reports
from evaluation.linked import Linked
from evaluation.variation import (
    DATELINE,
    VARIANTS,
    Rule,
    dateline,
    no_full_stops,
    original,
    single_marks,
    spaced_dashes,
    straight_marks,
    varied,
)
from evaluation.words import ScoredText
from onrecord.domain.span import Span


def rewritten(text: str, *rules: Rule) -> str:
    return varied(LabelledReport("x", text, {"a": ()}), rules).text


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        (single_marks, "He said “no”.", "He said ‘no’."),
        (single_marks, 'He said "no".', "He said 'no'."),
        (single_marks, "“It’s a ‘new’ day,” she said.", "‘It’s a “new” day,’ she said."),
        (single_marks, "A ‘new’ day’s work", "A ‘new’ day’s work"),
        (straight_marks, "“It’s ‘new’”", "\"It's 'new'\""),
        (no_full_stops, "Mr. Hill left the U.S. Senate.", "Mr Hill left the US Senate."),
        (no_full_stops, "He is in the U.S.", "He is in the U.S."),
        (spaced_dashes, "taxes—all of them -- fall", "taxes – all of them – fall"),
        (dateline, "Headline.\n\nMinisters met.", f"Headline.\n\n{DATELINE}Ministers met."),
        (dateline, "One line.", "One line."),
    ],
)
def test_a_rule_writes_the_other_style(rule: Rule, before: str, after: str) -> None:
    assert rewritten(before, rule) == after


def test_labels_stay_on_their_words_through_all_rules() -> None:
    text = "Taxes.\n\nMr. Hill—a senator—said “taxes will fall”."
    said = Linked((Span(8, 26),), (Span(27, 31),), (Span(32, 49),))
    assert text[8:26] == "Mr. Hill—a senator"
    version = varied(LabelledReport("x", text, {"a": (said,)}), VARIANTS["british"])
    (label,) = version.labels
    words = [version.text[span.start : span.end] for span in label.source + label.content]
    assert words == ["Mr Hill – a senator", "‘taxes will fall’"]
    assert ScoredText(version.text, version.marks).worded(version.labels)[0].quoted


@pytest.mark.parametrize("variant", VARIANTS)
def test_no_real_label_is_lost_or_loses_its_marks(polnear_dev: Path, variant: str) -> None:
    for report in labelled_reports(polnear_dev):
        before, after = original(report), varied(report, VARIANTS[variant])
        was = ScoredText(before.text, before.marks).worded(before.labels)
        now = ScoredText(after.text, after.marks).worded(after.labels)
        assert len(now) == len(was)
        assert all(new.quoted for old, new in zip(was, now, strict=True) if old.quoted)
