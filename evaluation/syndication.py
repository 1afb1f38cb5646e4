"""Reports made into the copies that other newspapers print of them, by rule and by chance.

The rules are what desks do with an agency's report: another headline, a byline and a dateline,
house style, paragraphs left out, the end cut off, a sentence rewritten, the agency named. Words
that a desk adds come from other reports, so that they are as likely as any.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from random import Random

from evaluation.edits import EditedText
from evaluation.variation import no_full_stops, single_marks, spaced_dashes, straight_marks

Paragraphs = list[str]

_SENTENCE_END = re.compile(r"(?<=[.!?][”’\"'])\s+|(?<=[.!?])\s+(?=[A-Z“‘\"])")
_STYLES = ((no_full_stops, spaced_dashes, single_marks), (straight_marks,), (no_full_stops,))
_SPELLINGS = (
    (re.compile(r"\bpercent\b"), "per cent"),
    (re.compile(r"(?<=\d) ?%"), " per cent"),
    (re.compile(r"\b(\w{4,})ization\b"), r"\1isation"),
    (re.compile(r"\b(\w{4,})ized\b"), r"\1ised"),
    (re.compile(r"\b(Mr|Mrs|Ms|Dr)\.? (?=[A-Z])"), ""),
    (re.compile(r"\bhonor"), "honour"),
    (re.compile(r"\blabor"), "labour"),
)
_CREDITS = (
    "(Reporting by Our Correspondents; Editing by The Desk)",
    "The Agency contributed to this report.",
    "— With agency reports",
)
_DATELINES = ("WASHINGTON (AP) — ", "LONDON, Sept 26 (Reuters) – ", "NEW YORK — ")


def paragraphs(text: str) -> Paragraphs:
    """The paragraphs of ``text``, its headline the first."""
    return [one.strip() for one in re.split(r"\n\s*\n", text) if one.strip()]


def light(text: str, other: str, chance: Random) -> str:
    """House style, and a headline, byline, dateline and credit of its own."""
    return _joined(_headed(_styled(paragraphs(text), chance), other, chance), chance)


def edited(text: str, other: str, chance: Random) -> str:
    """``light``, with one to three paragraphs left out and up to two sentences rewritten."""
    kept = _rewritten(_thinned(paragraphs(text), chance), other, chance)
    return _joined(_headed(_styled(kept, chance), other, chance), chance)


def cut(text: str, other: str, chance: Random) -> str:
    """``light``, with 20 to 70 % of the words cut from the end."""
    kept = _cut(paragraphs(text), chance.uniform(0.3, 0.8))
    return _joined(_headed(_styled(kept, chance), other, chance), chance)


def cut_and_edited(text: str, other: str, chance: Random) -> str:
    """``edited`` and cut as ``cut`` does."""
    kept = _rewritten(_cut(paragraphs(text), chance.uniform(0.3, 0.8)), other, chance)
    return _joined(_headed(_styled(kept, chance), other, chance), chance)


def extended(text: str, other: str, chance: Random) -> str:
    """``cut``, with the desk's own paragraphs behind, a quarter as long again."""
    kept = _cut(paragraphs(text), chance.uniform(0.5, 0.8))
    words = sum(len(one.split()) for one in kept)
    own = _cut(paragraphs(other)[1:], words / 4 / max(1, len(other.split())))
    return _joined(_headed(_styled(kept, chance), other, chance) + own, chance)


Desk = Callable[[str, str, Random], str]
DESKS: Mapping[str, Desk] = {
    "restyled": light,
    "edited": edited,
    "cut by 20–70 %": cut,
    "cut and edited": cut_and_edited,
    "cut and extended": extended,
}
"""What is done to a report; each is given it, another report and a generator of chance."""


def _styled(kept: Paragraphs, chance: Random) -> Paragraphs:
    text = "\n\n".join(kept)
    for rule in chance.choice(_STYLES):
        text = EditedText(text, rule(text)).text
    for pattern, replacement in _SPELLINGS:
        if chance.random() < 0.5:
            text = pattern.sub(replacement, text)
    return text.split("\n\n")


def _headed(kept: Paragraphs, other: str, chance: Random) -> Paragraphs:
    """Under another headline, half of them with what else desks put around a report."""
    headline = (paragraphs(other) or [""])[0]
    body = kept[1:] or kept
    if chance.random() < 0.5:
        body = [chance.choice(_DATELINES) + body[0], *body[1:]]
    if chance.random() < 0.5:
        body = ["By Our Correspondent", *body]
    if chance.random() < 0.5:
        body = [*body, chance.choice(_CREDITS)]
    return [headline, *body]


def _thinned(kept: Paragraphs, chance: Random) -> Paragraphs:
    """Without up to three paragraphs, never more than a quarter of them."""
    many = min(chance.randint(1, 3), (len(kept) - 1) // 4)
    gone = set(chance.sample(range(1, len(kept)), many)) if many > 0 else set()
    return [one for at, one in enumerate(kept) if at not in gone]


def _rewritten(kept: Paragraphs, other: str, chance: Random) -> Paragraphs:
    """With two sentences in other words: some of its own, shuffled with those of another report.

    Fewer in a short report: of one that is all in other words nobody says that it is a copy.
    """
    found = list(kept)
    foreign = other.split()
    for at in chance.sample(range(1, len(found)), min(2, len(found) // 4)):
        sentences = _SENTENCE_END.split(found[at])
        place = chance.randrange(len(sentences))
        words = sentences[place].split()
        mixed = words[::2] + chance.sample(foreign, min(len(words) // 2, len(foreign)))
        chance.shuffle(mixed)
        sentences[place] = " ".join(mixed)
        found[at] = " ".join(sentences)
    return found


def _cut(kept: Paragraphs, share: float) -> Paragraphs:
    """The first paragraphs that hold ``share`` of the words, the first two at least."""
    left = share * sum(len(one.split()) for one in kept)
    found: Paragraphs = []
    for one in kept:
        if left <= 0 and len(found) >= 2:
            break
        found.append(one)
        left -= len(one.split())
    return found


def _joined(kept: Sequence[str], chance: Random) -> str:
    """Parted by blank lines, or by line ends as some pages have it."""
    return chance.choice(("\n\n", "\n\n", "\n")).join(kept)
