"""How an occasion stands: what the network says, unless the words are plain."""

from __future__ import annotations

from onrecord.domain.engagement import Status
from onrecord.relate.engagement_entries import STATUSES, Entry
from onrecord.relate.engagement_scene import Scene


def status_of(scene: Scene, entry: Entry) -> Status:
    """Of the words that tell of it, each counts by how sure it is."""
    masses = [
        sum(one.share * one.tagged.statuses[at] for one in entry.told)
        for at in range(len(STATUSES))
    ]
    return STATUSES[masses.index(max(masses))]
