"""docs/relate.md says what each act is, with an example of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import onrecord
from onrecord.domain.statement import Act
from onrecord.network.weights import Weights
from onrecord.relate.deeds.candidates import MOST, WITHIN
from onrecord.relate.deeds.deeds import LEAST_TARGET
from onrecord.resources import word_list

PAGE = Path(__file__).parent.parent.parent / "docs/relate.md"
ACTS = PAGE.read_text(encoding="utf-8").split("## Acts and targets")[1].split("\n## ")[0]
ROWS = re.findall(r'^\| `(\w+)` \|[^|]+\| "(.+)" \|$', ACTS, re.MULTILINE)


def test_every_act_has_its_row_and_no_row_is_of_another() -> None:
    assert [act for act, _ in ROWS] == [act.value for act in Act]


@pytest.mark.parametrize(("act", "example"), ROWS)
def test_an_example_is_read_as_its_act(act: str, example: str) -> None:
    if "deeds" not in Weights().manifest["heads"]:
        pytest.skip("these weights have no head of deeds")
    found = onrecord.read(example).statements
    assert [one.deed.act.value for one in found if one.deed] == [act]


def test_the_numbers_are_those_of_the_code() -> None:
    shares = [group["share"] for group in word_list("relate", "plain_acts")["groups"]]
    low, high = (f"{share:.2f}"[1:] for share in (min(shares), max(shares)))
    assert f"{low} to {high}" in ACTS
    text = " ".join(ACTS.split())
    assert f"within {WITHIN} words before it, at most the {MOST} nearest" in text
    assert f"at least {LEAST_TARGET:.2f}".replace("0.", ".") in text
