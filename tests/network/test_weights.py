"""Weights that do not fit are refused, in words for people."""

import json
import shutil
from pathlib import Path

import pytest

from onrecord.errors import WeightsError
from onrecord.network.weights import FILES, SHIPPED, Weights
from onrecord.pipeline import Reader


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The shipped weights, to be spoiled."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "weights"))


def test_the_shipped_weights_are_whole_and_at_most_thirty_megabytes() -> None:
    Weights()
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) <= 30_000_000


@pytest.mark.parametrize("name", FILES)
def test_an_altered_file_is_named(copy: Path, name: str) -> None:
    with (copy / name).open("r+b") as file:
        file.seek(100)
        byte = file.read(1)
        file.seek(100)
        file.write(bytes([byte[0] ^ 1]))
    with pytest.raises(WeightsError, match=name):
        Weights(copy)


@pytest.mark.parametrize("name", [*FILES, "manifest.json"])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(WeightsError, match=name):
        Weights(copy)


def test_a_damaged_manifest_is_told(copy: Path) -> None:
    (copy / "manifest.json").write_text("{")
    with pytest.raises(WeightsError, match="damaged"):
        Weights(copy)


def test_weights_of_another_format_are_refused(copy: Path) -> None:
    manifest = json.loads((copy / "manifest.json").read_text())
    (copy / "manifest.json").write_text(json.dumps({**manifest, "format": 99}))
    with pytest.raises(WeightsError, match="format 99"):
        Weights(copy)


def test_a_calibration_for_other_features_is_refused(copy: Path) -> None:
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest["heads"]["attribution"]["calibration"]["features"] = ["one"]
    (copy / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(WeightsError, match="features"):
        Reader(weights=copy)
