"""The words of reports on their way out: as they stand, or withheld and only digests of them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.domain.digests import digest
from onrecord.domain.entity import EntityKind
from onrecord.domain.kept import Correction, Identity
from onrecord.domain.span import Passage

_HALF_LETTERS = re.compile("[\ud800-\udfff]")
_WORDLESS = frozenset({"act", "status", "said_on", "when", "struck"})
"""Fields of a correction that hold no words of a report."""

_SOMEBODY = frozenset({"source", "target"})


def whole(text: str) -> str:
    """``text`` in letters that UTF-8 can hold: a lone surrogate becomes U+FFFD.

    That is one code point for one, so that offsets stay right.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _HALF_LETTERS.sub("\ufffd", text)
    return text


def json_line(data: Any) -> bytes:
    """One JSON value on one line, in UTF-8."""
    return whole(json.dumps(data, ensure_ascii=False)).encode("utf-8") + b"\n"


def sha256(text: str) -> str:
    """SHA-256 of ``text`` in UTF-8, hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def entity_id(identity: Identity) -> str:
    """``i_`` and 20 hex digits: the same for the same person or body in every export."""
    return digest("i", identity.key)


@dataclass(frozen=True, slots=True)
class Wording:
    """Whether words of the reports go out. Names, outlets, addresses and days always do."""

    with_text: bool

    def text(self, text: str | None) -> str | None:
        """Words of a report, or None where there are none or they are withheld."""
        return text if self.with_text and text else None

    def words(self, passage: Passage) -> str | None:
        """The same for a passage."""
        return self.text(passage.text)

    def name(self, identity: Identity) -> str | None:
        """A name; a group that no register knows has none, only a report's description."""
        described = identity.kind is EntityKind.GROUP and identity.wikidata is None
        return self.text(identity.name) if described else identity.name

    def change(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """What a correction changes; without words the fields are named and their words are not."""
        if self.with_text:
            return dict(fields)
        return {name: self._changed(name, value) for name, value in fields.items()}

    def _changed(self, field: str, value: Any) -> Any:
        """A value that is no word of a report: an act, a status, a day, or somebody known."""
        if field in _WORDLESS:
            return value
        if field not in _SOMEBODY or not isinstance(value, Mapping) or "key" not in value:
            return None
        kind, wikidata = EntityKind(value["kind"]), value.get("wikidata")
        who = Identity(value["key"], value["name"], kind, wikidata)
        return {"entity": entity_id(who), "name": self.name(who), "wikidata": wikidata}

    def correction(self, one: Correction) -> dict[str, Any]:
        """A correction as plain data."""
        return {
            "id": one.id,
            "who": one.who,
            "at": one.at,
            "note": one.note,
            "before": self.change(one.before),
            "after": self.change(one.after),
        }


def digest_of(passage: Passage) -> str | None:
    """SHA-256 of the words of a passage, its pieces joined by one space; None for no words."""
    return sha256(passage.text) if passage.pieces else None
