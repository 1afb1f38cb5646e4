"""Notices: the furniture of a page that is nobody's statement.

The forms stand in ``resources/ingest/notices.yaml``. Whole paragraphs only: a paragraph that
speaks of copyright among other things is a report's own. Precision comes before recall, since a
statement taken for a notice is lost and a notice taken for a statement is seen.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.domain.span import Spans
from onrecord.ingest.word_lists import word_list

TOP_PARAGRAPHS = 5
END_PARAGRAPHS = 14
"""How far from either edge of a report the furniture of its edges is looked for."""

_INSIDE = frozenset({"anywhere"})
_TOP = _INSIDE | {"edges"}
_END = _TOP | {"end"}
_LONGEST_CHARACTERS = 2_000
_WORD = re.compile(r"\S+")
_PLACEHOLDER = re.compile(r"<([a-z]+)>")
_SPELLING = re.compile(r"\\.|\[(?:\\.|[^\]])*\]| \?|[ ']")
_SPEECH = re.compile(
    r"[“”„«»\"]|(?<!\w)['‘](?=\w)|\b(?:said|says|saying|told|tells|added|according to|warned"
    r"|argued|insisted|claimed|admitted|denied|asked|announced|declared|replied)\b",
    re.IGNORECASE,
)


class _Form(NamedTuple):
    pattern: re.Pattern[str]
    where: str
    longest: int
    speech: bool


def find_notices(text: str, paragraphs: Spans) -> Spans:
    """Spans of the ``paragraphs`` of ``text`` that are notices, in reading order."""
    count = len(paragraphs)
    return tuple(
        span
        for index, span in enumerate(paragraphs)
        if span.end - span.start <= _LONGEST_CHARACTERS
        and _is_notice(text[span.start : span.end], _places(index, count))
    )


def _places(index: int, count: int) -> frozenset[str]:
    """The values of ``where`` that hold for paragraph ``index`` of ``count``."""
    if index >= count - END_PARAGRAPHS and 2 * index >= count - 1:
        return _END
    return _TOP if index < TOP_PARAGRAPHS else _INSIDE


def _is_notice(paragraph: str, places: frozenset[str]) -> bool:
    words = len(_WORD.findall(paragraph))
    matching = [
        form
        for form in _forms()
        if words <= form.longest and form.where in places and form.pattern.match(paragraph)
    ]
    return bool(matching) and (
        any(form.speech for form in matching) or _SPEECH.search(paragraph) is None
    )


@cache
def _forms() -> tuple[_Form, ...]:
    content = word_list("notices")
    words = {name: "|".join(entries) for name, entries in content["words"].items()}
    return tuple(
        _Form(
            _compiled(entry["form"], words),
            entry.get("where", "anywhere"),
            entry.get("longest", 30),
            entry.get("speech", False),
        )
        for entry in content["forms"]
    )


def _compiled(form: str, words: dict[str, str]) -> re.Pattern[str]:
    joined = "".join(form.splitlines())
    filled = _PLACEHOLDER.sub(lambda match: f"(?:{words[match[1]]})", joined)
    return re.compile(_SPELLING.sub(_spelt, filled), re.IGNORECASE | re.DOTALL)


def _spelt(match: re.Match[str]) -> str:
    """A form's shorthand in full: blanks are any white space, an apostrophe is either kind."""
    piece = match[0]
    if piece.startswith("["):
        return piece.replace("'", "'’").replace(" ", r"\s")
    return {"'": "['’]", " ?": r"\s*", " ": r"\s+"}.get(piece, piece)
