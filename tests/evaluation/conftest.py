"""What the tests of scorers share: the judging scorer, and the labels it is run on."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    path = shared / "evaluation" / "record_score.py"
    spec = importlib.util.spec_from_file_location("record_score", path)
    if spec is None or spec.loader is None or not path.is_file():
        pytest.skip("needs ../shared/evaluation/record_score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def labels(shared: Path) -> Path:
    folder = shared / "data" / "record-dev"
    if not folder.is_dir():
        pytest.skip("needs ../shared/data/record-dev")
    return folder
