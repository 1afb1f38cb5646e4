"""Where the sources of the register lie beside a checkout, and tests that need them."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data" / "registry"
needs_data = pytest.mark.skipif(
    not DATA.is_dir(), reason="the register's sources are not beside this checkout"
)
