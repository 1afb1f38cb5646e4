"""What tests of every folder may ask for: the material that lies beside the project, or a skip."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no defect: how long an example takes is not what properties are about.
settings.register_profile("onrecord", deadline=None, max_examples=60)
settings.load_profile("onrecord")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The material that may not enter the project; tests on it skip where it is not there."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs ../shared, which is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def polnear_dev(shared: Path) -> Path:
    """The 84 labelled reports that figures are measured on while developing."""
    folder = shared / "data" / "polnear" / "dev"
    if not folder.is_dir():
        pytest.skip("needs ../shared/data/polnear/dev, which is not there")
    return folder


@pytest.fixture(scope="session")
def founding_report(shared: Path) -> str:
    """The report that the project was founded on; its text may not enter the project."""
    path = shared / "seed" / "report.txt"
    if not path.is_file():
        pytest.skip("needs ../shared/seed/report.txt, which is not there")
    return path.read_bytes().decode("utf-8")
