"""The shipped register is what its sources and lists give, byte for byte."""

from __future__ import annotations

import hashlib

from onrecord.register import SHIPPED
from registry.build import built
from tests.registry.sources import DATA, needs_data


@needs_data
def test_building_again_gives_the_shipped_file() -> None:
    again, shipped = built(DATA), SHIPPED.read_bytes()
    assert hashlib.sha256(again).hexdigest() == hashlib.sha256(shipped).hexdigest(), (
        "run `make register` and commit what changed"
    )
