"""People and the offices they held, built from files with origins (registry/ builds it)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from onrecord.register.opened import OpenedRegister, opened

__all__ = ["OpenedRegister", "shipped"]

SHIPPED = Path(__file__).parent / "data" / "people.register"


@cache
def shipped() -> OpenedRegister:
    """The register that comes with On Record, opened once a process.

    Raises RegisterError when its file is missing or altered.
    """
    return opened(SHIPPED)
