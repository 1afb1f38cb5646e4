"""Times, the diary, exchanges and acts as committed: evaluation/results/relations.json."""

from __future__ import annotations

from dataclasses import asdict

from evaluation.act_scoring import ActFigures
from evaluation.diary_scoring import DiaryFigures
from evaluation.exchange_scoring import ExchangeFigures
from evaluation.results import DIGITS, Json, calibration_as_json, rounded
from evaluation.scoring import Share
from evaluation.timebank import Timed


def diary_as_json(diary: DiaryFigures) -> Json:
    """Figures for the diary; the gated ones are under the names that floors.json has."""
    return {
        "diary": rounded(asdict(diary.diary)),
        "status": asdict(diary.status),
        "date": asdict(diary.date),
        "place": asdict(diary.place),
        "calibration": calibration_as_json(diary.calibration),
        "gated": {
            "diary_f1": round(diary.diary.f1, DIGITS),
            "diary_status": _value(diary.status),
            "diary_date": _value(diary.date),
            "diary_place": _value(diary.place),
            "engagement_calibration": round(diary.calibration.error, DIGITS),
        },
    }


def exchanges_as_json(exchanges: ExchangeFigures) -> Json:
    """Figures for questions and answers."""
    return {
        "exchanges": rounded(asdict(exchanges.exchanges)),
        "response": asdict(exchanges.response),
        "asked": asdict(exchanges.asked),
        "calibration": calibration_as_json(exchanges.calibration),
        "gated": {
            "exchanges_f1": round(exchanges.exchanges.f1, DIGITS),
            "response": _value(exchanges.response),
            "exchange_calibration": round(exchanges.calibration.error, DIGITS),
        },
    }


def acts_as_json(acts: ActFigures) -> Json:
    """Figures for acts and targets."""
    return {
        "act": asdict(acts.act),
        "f1": rounded(acts.f1),
        "target": asdict(acts.target),
        "calibration": calibration_as_json(acts.calibration),
        "gated": {
            "act_given_found": _value(acts.act),
            "act_macro_f1": round(acts.macro_f1, DIGITS),
            "target_given_act": _value(acts.target),
            "act_calibration": round(acts.calibration.error, DIGITS),
        },
    }


def times_as_json(times: Timed) -> Json:
    """Figures for times; how fast they are read differs by machine and is not kept."""
    return {
        "relaxed": rounded(asdict(times.relaxed)),
        "strict": rounded(asdict(times.strict)),
        "value": rounded(asdict(times.value)),
        "days": asdict(times.days),
        "weekdays_ahead": asdict(times.weekdays_ahead),
        "weekdays_back": asdict(times.weekdays_back),
        "gated": {
            "time_relaxed_f1": round(times.relaxed.f1, DIGITS),
            "time_value_f1": round(times.value.f1, DIGITS),
            "time_days": _value(times.days),
        },
    }


def _value(share: Share) -> float:
    return round(share.value, DIGITS)
