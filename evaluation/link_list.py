"""The list of judged mentions: a JSON file with a row a line, places and judgements, no text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from onrecord.domain.span import Span

LIST = Path(__file__).with_name("links") / "mentions.json"


class JudgedMention(NamedTuple):
    """A place in a report and who is meant there.

    ``digest``: of the report's text. ``who``: the register's id of the person, None for somebody
    it does not have or for no person at all. ``name``: who it is, in the judge's words; None as
    long as nobody has judged.
    """

    corpus: str
    doc: str
    digest: str
    start: int
    end: int
    who: str | None = None
    name: str | None = None

    @property
    def span(self) -> Span:
        """The place, in code points of the report's text."""
        return Span(self.start, self.end)


def link_list(path: Path) -> tuple[JudgedMention, ...]:
    """The rows of ``path``. Raises FileNotFoundError."""
    return tuple(JudgedMention(*row) for row in json.loads(path.read_text(encoding="utf-8")))


def write_list(path: Path, mentions: Iterable[JudgedMention]) -> None:
    """Writes a row a line, so that a judgement is a change of one line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = ",\n".join(json.dumps(list(one), ensure_ascii=False) for one in mentions)
    path.write_text(f"[\n{rows}\n]\n", encoding="utf-8")
