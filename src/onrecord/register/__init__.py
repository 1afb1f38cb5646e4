"""People and the offices they held, built from files with origins (registry/ builds it)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from onrecord.register.opened import OpenedRegister, opened
from onrecord.register.together import Together

__all__ = ["OpenedRegister", "Together", "installed", "shipped"]

SHIPPED = Path(__file__).parent / "data" / "people.register"


@cache
def shipped() -> OpenedRegister:
    """The register that comes with On Record, opened once a process.

    Raises RegisterError when its file is missing or altered.
    """
    return opened(SHIPPED)


def installed() -> Together:
    """The shipped register, and the user's own lists, which are believed first.

    Opened anew at each call, so that a list that was just imported is there. Raises RegisterError
    when one of the files was altered.
    """
    from onrecord.register.own_lists import own_registers

    return Together((*own_registers(), shipped()))
