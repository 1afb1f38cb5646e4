"""Where an export of several files puts them: whoever calls opens, closes and places them."""

from __future__ import annotations

from typing import BinaryIO, Protocol


class Opens(Protocol):
    """Opens a new file of the export."""

    def __call__(self, name: str) -> BinaryIO:
        """The file ``name``, to be written; it is closed with the export."""
