"""Python's garbage collector, put off while many rows are made.

It looks for cycles whenever some hundred objects were made, through all that are alive: the records
of many reports, the register, the models. Rows are no cycles and are gone in a moment; looking for
them there took a third of the time in which reports were added.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collecting_later() -> Iterator[None]:
    """No cycles are looked for meanwhile; what no one needs any more is freed as ever."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
