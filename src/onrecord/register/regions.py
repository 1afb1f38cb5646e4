"""Countries by the two letters that ISO 3166-1 gives them, as FollowTheMoney files do."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def _names() -> dict[str, str]:
    path = files("onrecord") / "resources" / "register" / "countries.yaml"
    names: dict[str, str] = yaml.load(path.read_text("utf-8"), Loader=_LOADER)["countries"]
    return names


def region_named(code: str) -> str | None:
    """The name of the country with this code ("gb"); the word itself if it is no code."""
    return _names().get(code.upper(), code) or None
