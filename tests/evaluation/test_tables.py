"""Pages show the committed figures, and only what stands between the markers changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.bench_table import bench_table
from evaluation.floors import floors
from evaluation.results import RESULTS, Json, read_result
from evaluation.store_table import store_table
from evaluation.tables import dev_table, fill, filled, people_table, relations_table, variants_table

PAGE = "Before.\n<!-- table:dev -->\nold\n<!-- /table -->\nAfter.\n"


def committed(name: str) -> Json:
    path = RESULTS / name
    if not path.exists():
        pytest.skip(f"evaluation/results/{name} is not measured yet")
    return read_result(path)


def test_only_the_words_between_the_markers_are_replaced(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    assert fill(page, "dev", "| new |")
    assert page.read_text(encoding="utf-8") == PAGE.replace("old", "| new |")


def test_a_page_without_the_markers_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Nothing here.\n", encoding="utf-8")
    assert not fill(page, "dev", "| new |")
    assert page.read_text(encoding="utf-8") == "Nothing here.\n"


@pytest.mark.parametrize("name", ["README.md", "docs/model-card.md"])
def test_the_tables_on_our_pages_are_those_of_the_committed_results(root: Path, name: str) -> None:
    page = (root / name).read_text(encoding="utf-8")
    dev = committed("dev.json")
    shown = filled(page, "dev", dev_table(dev, floors()))
    shown = filled(shown, "variants", variants_table(dev, floors()))
    assert shown == page, "run `make evaluate`, or put the old table back"


@pytest.mark.parametrize("name", ["README.md", "docs/model-card.md"])
def test_the_tables_of_people_are_those_of_the_committed_results(root: Path, name: str) -> None:
    page = (root / name).read_text(encoding="utf-8")
    table = people_table(committed("people.json"), floors())
    assert "<!-- table:people -->" in page
    assert filled(page, "people", table) == page, "run `make evaluate`, or put the old table back"


@pytest.mark.parametrize("name", ["README.md", "docs/model-card.md"])
def test_the_tables_of_relations_are_those_of_the_committed_results(root: Path, name: str) -> None:
    page = (root / name).read_text(encoding="utf-8")
    assert "<!-- table:relations -->" in page
    table = relations_table(committed("relations.json"), floors())
    assert filled(page, "relations", table) == page, (
        "run `make evaluate`, or put the old table back"
    )


def test_the_bench_table_is_that_of_the_committed_results(root: Path) -> None:
    page = (root / "README.md").read_text(encoding="utf-8")
    assert filled(page, "bench", bench_table(committed("bench.json"))) == page


def test_the_table_of_a_large_record_is_that_of_the_committed_results(root: Path) -> None:
    page = (root / "README.md").read_text(encoding="utf-8")
    assert "<!-- table:store -->" in page
    assert filled(page, "store", store_table(committed("store.json"))) == page
