"""Statements and engagements as nodes of schema.org."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from onrecord.domain.days import days_of
from onrecord.domain.engagement import Engagement, Status
from onrecord.domain.kept import Correction, Identity, KeptEngagement, KeptStatement
from onrecord.domain.span import Passage
from onrecord.domain.statement import Deed, Form
from onrecord.domain.time import Time
from onrecord.query.export.urns import entity_urn, urn
from onrecord.query.export.wording import Wording, digest_of

Node = dict[str, Any]

_EVENTS = {
    Status.HELD: "EventScheduled",
    Status.ONGOING: "EventScheduled",
    Status.PLANNED: "EventScheduled",
    Status.CANCELLED: "EventCancelled",
}
"""What is an Event, with its ``eventStatus``; the other statuses are none."""

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_RANGE = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)", re.ASCII)


def statement_node(kept: KeptStatement, made: Iterable[Correction], wording: Wording) -> Node:
    """Words in quotation marks as a Quotation; what is only paraphrased is none."""
    statement = kept.statement
    speakers = [entity_urn(one) for one in kept.speakers]
    return _without_nothing(
        {
            "@id": urn(kept.id),
            "@type": "Claim" if statement.form is Form.INDIRECT else "Quotation",
            "isPartOf": urn(kept.report.id),
            "text": wording.words(statement.content),
            "identifier": _digest(statement.content),
            "spans": _spans(statement.content),
            "creator": speakers,
            "spokenByCharacter": [] if statement.form is Form.INDIRECT else speakers,
            **_said_on(statement.said_on),
            **_deed(statement.deed, kept.target),
            "form": statement.form,
            "utterance": kept.utterance,
            "probability": statement.probability,
            "correction": [_comment(one, wording) for one in made],
        }
    )


def engagement_node(kept: KeptEngagement, made: Iterable[Correction], wording: Wording) -> Node:
    """An occasion as an Event, or as a Claim where it is none."""
    engagement = kept.engagement
    common = {
        "@id": urn(kept.id),
        "kind": engagement.kind,
        "status": engagement.status,
        "when": engagement.when.value if engagement.when else None,
        "spans": _spans(engagement.evidence),
        "identifier": _digest(engagement.evidence),
        "entry": kept.entry,
        "probability": engagement.probability,
    }
    comments = [_comment(one, wording) for one in made]
    who = [entity_urn(one) for one in kept.participants]
    if engagement.status in _EVENTS:
        return _without_nothing(
            {
                **common,
                "@type": "Event",
                "name": _title(kept, wording),
                "description": wording.words(engagement.evidence),
                "eventStatus": _EVENTS[engagement.status],
                **_dates(engagement.when),
                "location": _place(engagement, wording),
                "attendee": who,
                "subjectOf": [urn(kept.report.id), *comments],
            }
        )
    return _without_nothing(
        {
            **common,
            "@type": "Claim",
            "isPartOf": urn(kept.report.id),
            "text": wording.words(engagement.evidence),
            "about": who,
            "spatialCoverage": _place(engagement, wording),
            "correction": comments,
        }
    )


def _title(kept: KeptEngagement, wording: Wording) -> str:
    """Names and our own words, none of the report."""
    names = [name for one in kept.participants if (name := wording.name(one))]
    kind = str(kept.engagement.kind)
    return kind + (f": {', '.join(names)}" if names else "")


def _place(engagement: Engagement, wording: Wording) -> Node | None:
    place = wording.text(", ".join(engagement.place.pieces))
    return {"@type": "Place", "name": place} if place else None


def _deed(deed: Deed | None, target: Identity | None) -> Node:
    if deed is None:
        return {}
    about = entity_urn(target) if target else None
    return {"act": deed.act, "actProbability": deed.probability, "about": about}


def _said_on(when: Time | None) -> Node:
    """A day, month or year is a Date; what is wider or of another form is a span of time."""
    days = days_of(when.value) if when else None
    if when is None or when.value is None or days is None:
        return {}
    if _DATE.fullmatch(when.value):
        return {"dateCreated": when.value}
    return {"temporalCoverage": f"{days.first.isoformat()}/{days.last.isoformat()}"}


def _dates(when: Time | None) -> Node:
    """Begin and end as exact as the report; a week or a quarter is neither."""
    if when is None or when.value is None or days_of(when.value) is None:
        return {}
    if found := _RANGE.fullmatch(when.value):
        return {"startDate": found[1], "endDate": found[2]}
    if not _DATE.fullmatch(when.value):
        return {}
    is_day = len(when.value) == len("2024-09-26")
    return {"startDate": f"{when.value}T{when.clock}" if is_day and when.clock else when.value}


def _comment(one: Correction, wording: Wording) -> Node:
    changed = ", ".join(sorted(one.after))
    return {
        "@id": urn(one.id),
        "@type": "CorrectionComment",
        "author": {"@type": "Person", "name": one.who},
        "dateCreated": one.at,
        "text": f"{changed}: {one.note}" if one.note else changed,
    }


def _digest(words: Passage) -> Node:
    return {"@type": "PropertyValue", "propertyID": "sha256", "value": digest_of(words)}


def _spans(words: Passage) -> list[Node]:
    return [{"start": start, "end": end} for start, end in words.spans]


def _without_nothing(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, [], "")}
