"""brat standoff: for each report NAME.txt and NAME.ann, with the configuration that brat asks for.

Offsets are code points, as brat counts. An annotation has a fragment for every line that it
touches, since none may hold a line end: that is how brat itself writes them. Without the reports'
text there is no NAME.txt, and in the place of an annotation's words stands their digest: that is
no brat any more until the text is put beside it, and the configuration says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from onrecord.query.export.brat_configuration import configuration
from onrecord.query.export.brat_lines import Lines
from onrecord.query.export.exported import Exported, OnReport, quietly, reports
from onrecord.query.export.files import Opens
from onrecord.query.export.tombstones import tombstone_data
from onrecord.query.export.wording import Wording, sha256, whole
from onrecord.store.protocol import View

_PLAIN = re.compile(r"(?!x_|(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9][a-z0-9_-]{0,79}", re.ASCII)
"""Ids that are a file's name on every disk: those that differ in capitals only may be one there,
and some systems keep names for devices."""


def write_brat(view: View, wording: Wording, opens: Opens, tell: OnReport = quietly) -> None:
    """Write the folder."""
    for one in reports(view, tell):
        name = file_name(one.article.id)
        if wording.with_text:
            _put(opens, f"{name}.txt", whole(one.article.text))
        _put(opens, f"{name}.ann", "".join(_annotations(one, wording)))
    _put(opens, "annotation.conf", configuration(wording.with_text))
    gone = [tombstone_data(one) for one in view.tombstones()]
    _put(opens, "tombstones.json", whole(json.dumps(gone, ensure_ascii=False, indent=1)) + "\n")


def file_name(id: str) -> str:
    """The report's id where it can be a file's name everywhere, else ``x_`` and a digest of it."""
    return id if _PLAIN.fullmatch(id) else "x_" + sha256(id)[:20]


def _annotations(one: Exported, wording: Wording) -> Iterator[str]:
    lines = Lines(one.article.text, wording)
    for entity in one.record.entities:
        yield from lines.entity(entity)
    for said in one.statements:
        yield from lines.statement(said, one.corrected(said.id))
    for met in one.engagements:
        yield from lines.engagement(met, one.corrected(met.id))


def _put(opens: Opens, name: str, text: str) -> None:
    with opens(name) as file:
        file.write(text.encode("utf-8"))
