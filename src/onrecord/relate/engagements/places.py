"""Where an occasion is: the likeliest place near its words, and what that place lies in."""

from __future__ import annotations

from onrecord.domain.span import NO_WORDS, Passage
from onrecord.relate.engagements.entries import Entry
from onrecord.relate.engagements.occasions import Link
from onrecord.relate.engagements.scene import Scene

_BETWEEN = 2
"""Most words between a place and the wider one that follows it: "Trump Tower in New York"."""


def place_of(scene: Scene, entry: Entry, least: float) -> Passage:
    """The words that name the place, the narrowest first; no words where none probably is it."""
    link = entry.place
    if link is None or link.share < least:
        return NO_WORDS
    chain = [link.named]
    for wider in _beside(scene, entry, link):
        if wider.share >= least and 0 <= wider.named.first - chain[-1].last <= _BETWEEN:
            chain.append(wider.named)
    spans = [scene.words.span(one.first, one.last) for one in chain]
    return Passage.cut(scene.words.article.text, spans)


def _beside(scene: Scene, entry: Entry, link: Link) -> list[Link]:
    """The other places near the word that the likeliest was found near, after it."""
    for told in entry.told:
        if link in told.where:
            return [one for one in told.where if one.named.first >= link.named.last]
    return []
