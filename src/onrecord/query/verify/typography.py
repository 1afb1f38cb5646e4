"""Whether words in common are set the same: marks, dashes, spaces, capitals, letters."""

from __future__ import annotations

import re

from onrecord.query.verify.aligning import Step
from onrecord.query.verify.quoted import Quoted
from onrecord.query.verify.told import Told

_BLANKS = re.compile(r"\s+")
_SIC = re.compile(r"\s*\[\s*sic\s*\]", re.IGNORECASE)
_MARKS_AT_BREAKS = re.compile(r"[\s“”\"‘’']+")


def alike(quoted: Quoted, told: Told, step: Step) -> list[bool]:
    """For each word of a run in common, whether it and what follows it are set the same.

    How blanks are made (line ends, no-break spaces) is not typography but layout. What stands
    behind the last word belongs to the next run, or to nobody. Between two paragraphs of a
    quotation, or before and behind what interrupts it, quotation marks close and open again: a
    quotation that runs on has none there.
    """
    found = []
    for at in range(step.last - step.first):
        asked, other = quoted.words[step.first + at], told.words[step.told_first + at]
        same = quoted.text[asked.start : asked.end] == told.cut(other.start, other.end).text
        if same and at + 1 < step.last - step.first:
            before = _SIC.sub("", quoted.text[asked.end : quoted.words[step.first + at + 1].start])
            behind = told.cut(other.end, told.words[step.told_first + at + 1].start)
            same = _plain(before, behind.pieces)
        found.append(same)
    return found


def _plain(asked: str, told: tuple[str, ...]) -> bool:
    if _BLANKS.sub(" ", asked) == _BLANKS.sub(" ", "".join(told)):
        return True
    if len(told) < 2 and "\n" not in "".join(told):
        return False
    return _MARKS_AT_BREAKS.sub("", asked) == _MARKS_AT_BREAKS.sub("", "".join(told))
