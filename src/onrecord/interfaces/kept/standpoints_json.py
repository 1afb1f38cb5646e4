"""Where somebody stands over reports, as plain data (docs/usage.md)."""

from __future__ import annotations

from onrecord.archive.positions import Positions
from onrecord.interfaces.kept.as_json import Data
from onrecord.interfaces.kept.meant import somebody_data
from onrecord.interfaces.kept.said import attested_data
from onrecord.query.changes import Change
from onrecord.query.standpoints import Standpoint


def standpoint_data(one: Standpoint) -> Data:
    """One position: the fields of ``said``, and the ``days`` that it is compared by."""
    days = one.days
    return {
        **attested_data(one.utterance),
        "days": [day.isoformat() for day in days] if days else None,
    }


def change_data(change: Change) -> Data:
    """Where one position says otherwise than another, with both of them."""
    return {
        "from": change.earlier.id,
        "to": change.later.id,
        "towards": change.towards or None,
        "perhaps": change.perhaps,
        "answers": change.answers,
        "one_day": change.one_day,
        "both": [standpoint_data(change.earlier), standpoint_data(change.later)],
    }


def person_data(found: Positions, name: str) -> tuple[Data | None, list[Data]]:
    """Who was meant, and who else may be; fields as over files, and some that a record has."""
    meant = found.meant[name]
    may_be = [somebody_data(one) for one in meant.others]
    if meant.person is None:
        return None, may_be
    reports = dict.fromkeys(one.utterance.statement.report.id for one in found.results)
    positions = {"articles": list(reports), "positions": len(found.results)}
    return {**somebody_data(meant.person), **positions}, may_be
