"""Quality is a test: no figure falls unnoticed, and none is committed below its floor.

The first half reads the committed figures and is quick. The second half measures the reader as it
is now on PolNeAR dev, and skips where ../shared is not beside this checkout.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.attributions import measure_all, reading
from evaluation.brat import LabelledReport, labelled_reports
from evaluation.floors import Floors, floors
from evaluation.measuring import Corpus, Measured
from evaluation.people import measure_people
from evaluation.readings import Readings
from evaluation.relations import measure_relations
from evaluation.results import RESULTS, Json, gated, read_result
from evaluation.variation import VARIANTS, original
from onrecord.pipeline import Reader

PINNED = floors()
FIGURES = sorted(PINNED.figures)
PEOPLE = sorted(PINNED.people)
RELATIONS = sorted(PINNED.relations)
PEOPLE_JSON = RESULTS / "people.json"
RELATIONS_JSON = RESULTS / "relations.json"


@pytest.fixture(scope="module")
def committed() -> Json:
    return read_result(RESULTS / "dev.json")


@pytest.fixture(scope="module")
def committed_people() -> Json:
    return read_result(PEOPLE_JSON)


@pytest.fixture(scope="module")
def committed_relations() -> Json:
    if not RELATIONS_JSON.exists():
        pytest.skip("evaluation/results/relations.json is not measured yet")
    return read_result(RELATIONS_JSON)


@pytest.fixture(scope="module")
def pinned() -> Floors:
    return PINNED


@pytest.mark.parametrize("figure", FIGURES)
def test_no_committed_figure_is_below_its_floor(
    figure: str, committed: Json, pinned: Floors
) -> None:
    reached = committed["figures"][figure]["f1"]
    floor = pinned.figures[figure].floor
    if figure in pinned.known_shortfall:
        assert reached < floor, "the floor is reached: take its known_shortfall out of floors.json"
        pytest.skip(f"{reached:.3f} of {floor}: {pinned.known_shortfall[figure]}")
    assert reached >= floor


@pytest.mark.parametrize("figure", PEOPLE)
def test_no_committed_figure_of_people_is_worse_than_its_floor(
    figure: str, committed_people: Json, pinned: Floors
) -> None:
    assert figure in gated(committed_people), "not measured: run `make evaluate`"
    value, floor = gated(committed_people)[figure], pinned.people[figure]
    if figure in pinned.known_shortfall:
        assert not floor.reached(value), "reached: take its known_shortfall out of floors.json"
        pytest.skip(f"{value:.3f}, not {floor.floor}: {pinned.known_shortfall[figure]}")
    assert floor.reached(value)


@pytest.mark.parametrize("figure", RELATIONS)
def test_no_committed_figure_of_relations_is_worse_than_its_floor(
    figure: str, committed_relations: Json, pinned: Floors
) -> None:
    assert figure in gated(committed_relations), "not measured: run `make evaluate`"
    value, floor = gated(committed_relations)[figure], pinned.relations[figure]
    if figure in pinned.known_shortfall:
        assert not floor.reached(value), "reached: take its known_shortfall out of floors.json"
        pytest.skip(f"{value:.3f}, not {floor.floor}: {pinned.known_shortfall[figure]}")
    assert floor.reached(value)


def test_a_known_shortfall_names_a_figure_and_a_reason(pinned: Floors) -> None:
    assert set(pinned.known_shortfall) <= {*FIGURES, *PEOPLE, *RELATIONS}
    assert all(len(reason) > 20 for reason in pinned.known_shortfall.values())


def test_every_aim_is_above_its_floor_and_every_floor_above_the_best_tool(pinned: Floors) -> None:
    for floor in pinned.figures.values():
        assert floor.tool < floor.floor < floor.aim
    for one in (*pinned.people.values(), *pinned.relations.values()):
        assert one.reached(one.aim)
        assert not one.held(one.floor, one.aim, 0.0)


def test_it_raised_on_no_report(committed: Json) -> None:
    assert committed["raised"] == []
    assert [variant["raised"] for variant in committed["variants"].values()] == [[], []]


def test_committed_probabilities_keep_their_word(committed: Json, pinned: Floors) -> None:
    for one in committed["calibration"].values():
        assert one["error"] <= pinned.calibration_error


@pytest.mark.parametrize("variant", VARIANTS)
def test_another_countrys_style_costs_little(variant: str, committed: Json, pinned: Floors) -> None:
    for figure in FIGURES:
        fall = committed["figures"][figure]["f1"] - _f1(committed["variants"][variant], figure)
        assert fall <= pinned.variant_fall, figure


@pytest.fixture(scope="module")
def reports(polnear_dev: Path) -> tuple[LabelledReport, ...]:
    return labelled_reports(polnear_dev)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="module")
def readings(reader: Reader) -> Readings:
    """Both halves of the gate ask for the same reports; each is read once."""
    return Readings(reader)


@pytest.fixture(scope="module")
def now(reports: tuple[LabelledReport, ...], readings: Readings) -> dict[str, Measured]:
    return measure_all(reports, reading(readings))


@pytest.fixture(scope="module")
def people_now(polnear_dev: Path, reader: Reader, readings: Readings) -> Json:
    try:
        return measure_people(polnear_dev.parent.parent, reader, readings)
    except FileNotFoundError as error:
        pytest.skip(f"needs all of ../shared/data: {error}")


@pytest.fixture(scope="module")
def relations_now(polnear_dev: Path, reader: Reader, readings: Readings) -> Json:
    try:
        return measure_relations(polnear_dev.parent.parent, reader, readings)
    except FileNotFoundError as error:
        pytest.skip(f"needs all of ../shared/data: {error}")


@pytest.mark.gate
def test_the_committed_figures_were_measured_on_these_reports(
    reports: tuple[LabelledReport, ...], committed: Json
) -> None:
    corpus = Corpus.of([original(report) for report in reports])
    assert corpus.sha256 == committed["corpus"]["sha256"]


@pytest.mark.gate
def test_the_committed_figures_are_those_of_the_weights_in_use(
    now: dict[str, Measured], committed: Json
) -> None:
    derivation = now["original"].derivation
    assert derivation is not None
    assert derivation.weights_sha256 == committed["reader"]["weights_sha256"], "run `make evaluate`"


@pytest.mark.gate
@pytest.mark.parametrize("version", ["original", *VARIANTS])
def test_no_figure_falls_below_the_committed_one(
    version: str, now: dict[str, Measured], committed: Json, pinned: Floors
) -> None:
    before = committed if version == "original" else committed["variants"][version]
    for figure, measured in now[version].figures.items():
        assert measured.f1 >= _f1(before, figure) - pinned.margin, figure
    assert now[version].raised == ()


@pytest.mark.gate
def test_probabilities_still_keep_their_word(now: dict[str, Measured], pinned: Floors) -> None:
    allowed = pinned.calibration_error + pinned.margin
    assert now["original"].attributions.error <= allowed
    assert now["original"].sources.error <= allowed


@pytest.mark.gate
def test_the_figures_of_people_are_those_of_the_weights_and_the_register_in_use(
    people_now: Json, committed_people: Json
) -> None:
    for digest in ("weights_sha256", "options_sha256"):
        assert people_now["reader"][digest] == committed_people["reader"][digest], (
            "run `make evaluate`"
        )


@pytest.mark.gate
def test_no_figure_of_people_falls_behind_the_committed_one(
    people_now: Json, committed_people: Json, pinned: Floors
) -> None:
    before = gated(committed_people)
    for figure, value in gated(people_now).items():
        floor = pinned.people[figure]
        margin = pinned.margin * (100 if figure.endswith("per_100") else 1)
        assert floor.held(value, before[figure], margin), figure


@pytest.mark.gate
def test_the_figures_of_relations_are_those_of_the_weights_in_use(
    relations_now: Json, committed_relations: Json
) -> None:
    for digest in ("weights_sha256", "options_sha256"):
        assert relations_now["reader"][digest] == committed_relations["reader"][digest], (
            "run `make evaluate`"
        )


@pytest.mark.gate
def test_no_figure_of_relations_falls_behind_the_committed_one(
    relations_now: Json, committed_relations: Json, pinned: Floors
) -> None:
    before = gated(committed_relations)
    for figure, value in gated(relations_now).items():
        assert pinned.relations[figure].held(value, before[figure], pinned.margin), figure


def _f1(measured: Json, figure: str) -> float:
    reached: float = measured["figures"][figure]["f1"]
    return reached
