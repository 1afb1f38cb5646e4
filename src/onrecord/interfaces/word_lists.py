"""The interfaces' word lists."""

from __future__ import annotations

from typing import Any

from onrecord import resources


def word_list(name: str) -> Any:
    """The entry ``name`` of ``resources/interfaces/<name>.yaml``, read once a process."""
    return resources.word_list("interfaces", name)[name]
