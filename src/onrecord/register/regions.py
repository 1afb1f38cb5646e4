"""Countries by the two letters that ISO 3166-1 gives them, as FollowTheMoney files do."""

from __future__ import annotations

from onrecord.resources import word_list


def region_named(code: str) -> str | None:
    """The name of the country with this code ("gb"); the word itself if it is no code."""
    names: dict[str, str] = word_list("register", "countries")["countries"]
    return names.get(code.upper(), code) or None
