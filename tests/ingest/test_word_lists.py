from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from onrecord.ingest.word_lists import word_list

FOLDER = Path(__file__).parents[2] / "src" / "onrecord" / "resources" / "ingest"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_word_list_names_its_origin_and_licence(path: Path) -> None:
    content = word_list(path.stem)
    assert content["origin"].strip()
    assert content["licence"] == "Apache-2.0"
    assert content == yaml.safe_load(path.read_text("utf-8")), "the loaders do not agree"
