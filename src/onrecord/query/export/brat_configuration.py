"""``annotation.conf``: which annotations there are, as brat wants to be told."""

from __future__ import annotations

from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.statement import Act, Form
from onrecord.query.export.brat_lines import TYPES

_WITHOUT_TEXT = """\
# Written without the words of the reports: put each report's text beside its .ann as NAME.txt,
# to the letter, before brat can show it. For what was said and what tells of an engagement stands
# the SHA-256 of its words, the fragments joined by one space; for all other words ….
"""


def configuration(with_text: bool) -> str:
    """The file."""
    events = (
        "Statement\tContent:Content, Source?:Source, Target?:Target",
        f"Engagement\tParticipant*:{'|'.join(TYPES.values())}, Location?:Location",
    )
    attributes = (
        _attribute("Form", "Statement", [*Form]),
        _attribute("Act", "Statement", [*Act]),
        _attribute("Kind", "Engagement", [*EngagementKind]),
        _attribute("Status", "Engagement", [*Status]),
        "Corrected\tArg:<EVENT>",
    )
    return (
        ("" if with_text else _WITHOUT_TEXT)
        + "[entities]\n"
        + "\n".join((*TYPES.values(), "Content", "Source", "Target", "Location"))
        + "\n\n[relations]\n\n"
        + "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n\n"
        + "[events]\n"
        + "\n".join(events)
        + "\n\n[attributes]\n"
        + "\n".join(attributes)
        + "\n"
    )


def _attribute(name: str, of: str, values: list[str]) -> str:
    return f"{name}\tArg:{of}, Value:{'|'.join(one.replace(' ', '-') for one in values)}"
