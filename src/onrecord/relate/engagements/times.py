"""When an occasion is: the likeliest time near its words, in whole days or coarser."""

from __future__ import annotations

from onrecord.domain.engagement import Status
from onrecord.domain.time import Time
from onrecord.relate.engagements.days import Side, in_days, side_of
from onrecord.relate.engagements.entries import Entry
from onrecord.relate.engagements.occasions import Link
from onrecord.relate.engagements.scene import Scene
from onrecord.relate.engagements.status import status_of


def time_of(scene: Scene, entry: Entry, least: float, published: str | None) -> Time | None:
    """The time that dates the entry, where one probably does; a week is given by its days.

    A day to come that another sentence names does not date what is told as past.
    """
    link = entry.time
    if link is None or link.share < least or link.named.time is None:
        return None
    time = in_days(link.named.time)
    if status_of(scene, entry, Side.UNKNOWN) is Status.SOUGHT and link.named.first < entry.first:
        return None  # what stands before "failed to secure a meeting" dates something else
    if side_of(time.value, published) is Side.AFTER and not _is_told_with(scene, entry, link):
        past = status_of(scene, entry, Side.UNKNOWN) in (Status.HELD, Status.ONGOING)
        return None if past else time
    return time


def _is_told_with(scene: Scene, entry: Entry, link: Link) -> bool:
    """Whether the time stands in a sentence that tells of the occasion."""
    sentences = scene.words.sentence
    return any(sentences[one.word] == sentences[link.named.first] for one in entry.sure)
