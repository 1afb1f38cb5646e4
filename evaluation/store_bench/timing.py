"""How long answers take: each question once, over a file that lies in the machine's cache."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.results import Json

_AT_ONCE = 1 << 24


@dataclass(frozen=True, slots=True)
class Question:
    """``kind``: "said: a rare word"; ``ask`` gives its answer."""

    kind: str
    ask: Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Timed:
    """``seconds`` by the wall and ``cpu`` of this process that a question took; its results."""

    kind: str
    seconds: float
    cpu: float
    results: int


def timed(questions: Iterable[Question]) -> list[Timed]:
    """Each question asked once."""
    return [_timed(one) for one in questions]


def _timed(one: Question) -> Timed:
    begun, cpu = time.perf_counter(), time.process_time()
    answer = one.ask()
    cpu = time.process_time() - cpu
    return Timed(one.kind, time.perf_counter() - begun, cpu, len(answer))


def warm(path: Path) -> None:
    """Read the file once, so that what is timed is the program and not the disk."""
    with path.open("rb") as file:
        while file.read(_AT_ONCE):
            pass


def percentile(seconds: Sequence[float], of: float) -> float:
    """The smallest time that ``of`` (0..1) of all do not exceed; milliseconds."""
    ordered = sorted(seconds)
    place = max(0, -int(-of * len(ordered) // 1) - 1)
    return 1000 * ordered[place]


def described(seconds: Sequence[float]) -> Json:
    """Milliseconds as they are committed."""
    return {
        "asked": len(seconds),
        "p50_ms": round(percentile(seconds, 0.5), 2),
        "p95_ms": round(percentile(seconds, 0.95), 2),
    }


def of_all(asked: Sequence[Timed]) -> Json:
    """Times of all questions, by the wall and of the processor, and for each kind."""
    cpu = [one.cpu for one in asked]
    return {
        **described([one.seconds for one in asked]),
        "p95_cpu_ms": round(percentile(cpu, 0.95), 2),
        "kinds": _by_kind(asked),
    }


def _by_kind(asked: Iterable[Timed]) -> dict[str, Json]:
    """Times for each kind of question, and its results on average."""
    found: dict[str, list[Timed]] = {}
    for one in asked:
        found.setdefault(one.kind, []).append(one)
    return {
        kind: {
            **described([one.seconds for one in told]),
            "results": round(sum(one.results for one in told) / len(told), 1),
        }
        for kind, told in found.items()
    }
