"""A head is put beside the others; nothing else of the weights changes."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from onrecord.network.weights import SHIPPED, Weights
from onrecord.segment.article import segment
from training.add_head import add_head

WIDTH = 384
ARTICLE = segment("Ann Lee said she would go.\n\nBen Roe did not.")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The shipped weights, to be added to."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "weights"))


def projections(rank: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(1)
    return {
        f"{name}.{part}": rng.normal(size=(rank, WIDTH) if part == "weight" else rank)
        for name in ("asks", "answers")
        for part in ("weight", "bias")
    }


def arrays_of(folder: Path) -> dict[str, np.ndarray]:
    return dict(np.load(folder / "heads.npz"))


def test_a_reference_head_that_was_added_is_read_with(copy: Path) -> None:
    add_head(copy, "references", projections(8), {"margin": 0.5})
    weights = Weights(copy)
    references = weights.network().read(ARTICLE).references
    assert references is not None
    assert references.asks.shape == references.answers.shape == (len(ARTICLE), 8)
    assert not np.allclose(references.asks, references.answers)
    assert weights.manifest["heads"]["references"] == {"margin": 0.5}


def test_all_other_arrays_settings_and_files_stay(copy: Path) -> None:
    add_head(copy, "references", projections(8), {})
    before, after = arrays_of(SHIPPED), arrays_of(copy)
    for name in before:
        if not name.startswith("references."):
            assert before[name].dtype == after[name].dtype
            assert before[name].tobytes() == after[name].tobytes()
    for name in ("encoder.onnx", "tables.npz", "tokenizer.json"):
        assert (SHIPPED / name).read_bytes() == (copy / name).read_bytes()
    kept = Weights(SHIPPED).manifest["heads"]["attribution"]
    assert Weights(copy).manifest["heads"]["attribution"] == kept


def test_adding_a_head_again_replaces_it_whole(copy: Path) -> None:
    add_head(copy, "references", projections(8) | {"old.weight": np.ones(3)}, {"a": 1})
    add_head(copy, "references", projections(4), {"b": 2})
    assert arrays_of(copy)["references.asks.weight"].shape == (4, WIDTH)
    assert "references.old.weight" not in arrays_of(copy)
    assert Weights(copy).manifest["heads"]["references"] == {"b": 2}


def test_adding_the_same_head_twice_gives_the_same_bytes(copy: Path) -> None:
    add_head(copy, "references", projections(4), {})
    first = (copy / "heads.npz").read_bytes()
    add_head(copy, "references", projections(4), {})
    assert (copy / "heads.npz").read_bytes() == first


def test_numbers_too_large_for_half_precision_are_refused(copy: Path) -> None:
    with pytest.raises(ValueError, match=r"asks\.weight"):
        add_head(copy, "references", projections(4) | {"asks.weight": np.full((4, 9), 1e6)}, {})
    Weights(copy)
