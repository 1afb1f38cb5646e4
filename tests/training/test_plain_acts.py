"""Shares of plain phrases are counted on labelled attributions, as reading would find them."""

from __future__ import annotations

import json
from pathlib import Path

from onrecord.resources import word_list
from training.plain_acts import counted
from training.relation_offsets import TEXTS, row_of

DOC = "outlet_2024-09-26_the-bridge"
TEXT = "Ruiz declined to comment. Ruiz declined to help. Ruiz said no."
ANN = """T1\tContent 14 24\tto comment
T2\tCue 5 13\tdeclined
T3\tContent 40 47\tto help
T4\tCue 31 39\tdeclined
T5\tContent 59 61\tno
T6\tCue 54 58\tsaid
E1\tAttribution:T2 Content:T1 Cue:T2
E2\tAttribution:T4 Content:T3 Cue:T4
E3\tAttribution:T6 Content:T5 Cue:T6
"""
ACTS = {"A1": ["declines", None], "A2": ["opposes", None], "A3": ["denies", None]}


def test_each_attribution_with_a_phrase_counts_for_its_group_by_its_labelled_act(
    tmp_path: Path,
) -> None:
    (tmp_path / TEXTS).mkdir(parents=True)
    (tmp_path / TEXTS / f"{DOC}.txt").write_text(TEXT, "utf-8")
    (tmp_path / "polnear/train/attributions").mkdir()
    (tmp_path / f"polnear/train/attributions/{DOC}_one.ann").write_text(ANN, "utf-8")
    labels = {"doc": DOC, "acts": ACTS, "engagements": [], "exchanges": []}
    (tmp_path / "labels.jsonl").write_text(json.dumps(row_of(labels, tmp_path)) + "\n")

    found = counted(tmp_path, tmp_path / "labels.jsonl")
    groups = [group["act"] for group in word_list("relate", "plain_acts")["groups"]]
    assert {(groups[number], act): count for (number, act), count in found.items()} == {
        ("declines", "declines"): 1,
        ("declines", "opposes"): 1,
    }
