"""Figures of people as they are committed, gated and shown."""

from __future__ import annotations

import pytest

from evaluation.chains import score_chains
from evaluation.floors import SetFloor, floors
from evaluation.link_scoring import LinkFigures
from evaluation.people_results import chains_as_json, links_as_json, speakers_as_json
from evaluation.results import gated
from evaluation.speaker_scoring import score_speakers
from evaluation.tables import people_table

CONTENT = {
    "reader": {"weights_sha256": "w"},
    "speakers": speakers_as_json(score_speakers([])),
    "chains": chains_as_json(score_chains([])),
    "links": links_as_json(LinkFigures(200, 190, 188)),
}

MORE = SetFloor("name", "set", None, 0.9, 0.95)
LESS = SetFloor("wrong", "set", None, 3, 1, at_most=True)


def test_every_gated_figure_has_a_floor() -> None:
    assert set(gated(CONTENT)) <= set(floors().people)
    assert gated(CONTENT)["link_precision"] == pytest.approx(188 / 190, abs=1e-4)


def test_more_is_better_or_less_is_as_the_floor_says() -> None:
    assert MORE.reached(0.9)
    assert not MORE.reached(0.89)
    assert LESS.reached(3.0)
    assert not LESS.reached(3.1)


def test_a_figure_may_sway_by_the_margin_and_no_more() -> None:
    assert MORE.held(0.945, 0.95, 0.005)
    assert not MORE.held(0.94, 0.95, 0.005)
    assert LESS.held(1.5, 1.0, 0.5)
    assert not LESS.held(1.6, 1.0, 0.5)


def test_the_table_shows_every_floor_and_says_what_was_not_measured() -> None:
    table = people_table({"links": CONTENT["links"]}, floors())
    assert "| register link precision | 280 mentions judged by hand | – | ≥ .97 | ≥ .99 |" in table
    assert "| ≤ 3 | ≤ 1 | not measured |" in table
    assert "**.990**" in table
