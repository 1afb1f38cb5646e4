"""Where somebody stands over reports, as plain data (docs/usage.md)."""

from __future__ import annotations

from onrecord.archive.positions import Positions
from onrecord.domain.days import Days
from onrecord.domain.statement import Act
from onrecord.interfaces.kept.as_json import Data, identity_data, report_data, spans
from onrecord.interfaces.kept.meant import somebody_data
from onrecord.interfaces.kept.said import attested_data
from onrecord.query.changes import Change
from onrecord.query.refusals import Refusal
from onrecord.query.standpoints import Standpoint

_NOT_SAID = (
    *("id", "statement", "form", "target", "said_on", "said_at", "question", "utterance"),
    "answers",
)
_NO_WORDS = ("source", "source_spans", "cue", "cue_spans", "question_spans", "attestations")
"""Fields of what was said that a refusal has nothing for."""


def standpoint_data(one: Standpoint) -> Data:
    """One position: the fields of ``said``, and the ``days`` that it is compared by."""
    days = one.days
    return {
        **attested_data(one.utterance),
        "days": [day.isoformat() for day in days] if days else None,
    }


def results_data(found: Positions) -> list[Data]:
    """All positions, refusals among them, the newest first."""
    said = [(one.days, standpoint_data(one)) for one in found.results]
    refused = [(one.days, refusal_data(one)) for one in found.refusals]
    return [data for _, data in sorted([*said, *refused], key=_age)]


def _age(listed: tuple[Days | None, Data]) -> int:
    days, _ = listed
    return -days.last.toordinal() if days else 0


def refusal_data(one: Refusal) -> Data:
    """A question that was not answered, with the fields of a position; there is no statement."""
    kept, days = one.kept, one.days
    exchange, likely = kept.exchange, kept.exchange.probability
    asked = exchange.question
    return {
        **dict.fromkeys(_NOT_SAID),
        **{name: [] for name in _NO_WORDS},
        **report_data(kept.report),
        "exchange": exchange.id,
        "entity": kept.asked.name,
        "wikidata": kept.asked.wikidata,
        "speakers": [identity_data(kept.asked)],
        "content": list(asked.pieces),
        "spans": spans(asked),
        "act": Act.DECLINES,
        "act_probability": likely,
        "date": kept.day,
        "reported": kept.day is not None,
        "sentence": kept.sentence.text,
        "sentence_spans": spans(kept.sentence),
        "probability": likely,
        "source_probability": likely,
        "corrected": False,
        "outlets": list(one.outlets),
        "reports": len(one.told_by),
        "independent": 1,
        "earliest": one.told_by[-1].report.id,
        "response": exchange.response,
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
    said = (one.utterance.statement.report.id for one in found.results)
    refused = (one.kept.report.id for one in found.refusals)
    positions = {
        "articles": list(dict.fromkeys((*said, *refused))),
        "positions": len(found.results) + len(found.refusals),
    }
    return {**somebody_data(meant.person), **positions}, may_be
