"""The stage's word lists."""

from __future__ import annotations

from typing import Any

from onrecord import resources


def word_list(name: str) -> dict[str, Any]:
    """The content of ``resources/ingest/<name>.yaml``, read once a process."""
    return resources.word_list("ingest", name)
