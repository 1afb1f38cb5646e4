"""An entry of the diary as plain data (docs/usage.md)."""

from __future__ import annotations

from onrecord.interfaces.kept.as_json import Data, engagement_data, identity_data
from onrecord.query.disagreements import Disagreement
from onrecord.query.entries import Entry, Step


def entry_data(entry: Entry) -> Data:
    """The occasion, and every telling of it; ``article`` is that of the latest word on it."""
    latest = entry.tellings[-1]
    first = entry.participants[0] if entry.participants else None
    return {
        **engagement_data(latest),
        "id": entry.id,
        "entity": first.name if first else None,
        "participants": [identity_data(one) for one in entry.participants],
        "kind": entry.kind,
        "kinds": list(entry.kinds),
        "status": entry.status,
        "when": entry.when.value if entry.when else None,
        "clock": entry.when.clock if entry.when else None,
        "place": ", ".join(entry.place.pieces) or None,
        "probability": entry.probability,
        "outlets": list(entry.outlets),
        "reports": len(entry.tellings),
        "independent": entry.independent,
        "decided": {what: one.id for what, one in entry.decided.items()},
        "history": [_step(one) for one in entry.history],
        "disagreements": [_disagreement(one) for one in entry.disagreements],
        "tellings": [engagement_data(one) for one in entry.tellings],
    }


def _step(step: Step) -> Data:
    return {
        "status": step.status,
        "day": step.day,
        "articles": [one.report.id for one in step.told_by],
    }


def _disagreement(one: Disagreement) -> Data:
    return {
        "about": one.about,
        "versions": [
            {"says": said, "articles": [telling.report.id for telling in tellings]}
            for said, tellings in one.versions
        ],
    }
