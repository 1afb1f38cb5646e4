"""Word lists as YAML, a folder a stage; every file names its origin and its licence."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's loader where it is there: ten times as fast, the same answers."""


@cache
def word_list(stage: str, name: str) -> dict[str, Any]:
    """The content of ``<stage>/<name>.yaml``, read once a process."""
    path = files("onrecord") / "resources" / stage / f"{name}.yaml"
    content: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    return content
