"""What was retracted, as plain data: for whoever holds an earlier export."""

from __future__ import annotations

from typing import Any

from onrecord.domain.kept import Tombstone


def tombstone_data(one: Tombstone) -> dict[str, Any]:
    """A tombstone; it holds no word of the report. ``items``: statements and engagements gone."""
    return {
        "id": one.id,
        "article": one.article,
        "text_sha256": one.text_sha256,
        "words_sha256": one.words_sha256,
        "url_sha256": one.url_sha256,
        "who": one.who,
        "at": one.at,
        "reason": one.reason,
        "items": list(one.items),
        "removed": dict(one.removed),
        "scrubbed": one.scrubbed,
    }
