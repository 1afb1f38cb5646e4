"""What is measured of a filled record, as it is committed."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from evaluation.results import Json
from evaluation.store_bench import peers
from evaluation.store_bench.asking import questions_of_diary, questions_of_said
from evaluation.store_bench.filling import Added, fill, rows_by_table
from evaluation.store_bench.known import known_in
from evaluation.store_bench.quotations import MANY, Altered, altered, check, right_first
from evaluation.store_bench.stream import BATCH, Stream
from evaluation.store_bench.timing import described, of_all, timed, warm
from onrecord.archive import Archive
from onrecord.domain.record import Record

SEED = 1
_BATCHES_OF_QUOTATIONS = 25
_RAW = 20_000
"""Statements of the record whose rows are written by the driver alone, to compare."""


def answering(path: Path, stream: Stream) -> Json:
    """How long answers take, and whether quotations are found, in the record at ``path``.

    The first question of all, which opens the file and imports much, is told apart.
    """
    warm(path)
    known = known_in(path, Random(SEED))
    # What reports are generated from lives in this process, and in none that asks: the collector
    # of garbage is not to look through it while answers are timed.
    gc.collect()
    gc.freeze()
    with Archive(path) as archive:
        begun = time.perf_counter()
        archive.said(known.common[-1])
        first = time.perf_counter() - begun
        said = timed(questions_of_said(archive, known))
        diary = timed(questions_of_diary(archive, known))
        batches = max(1, archive.counts().articles // BATCH)
        quotations = altered(_spread(stream, batches), Random(SEED), MANY)
        archive.verify(quotations[0].words)
        checked = list(check(archive.verify, quotations))
    return {
        "first_question_ms": round(1000 * first, 1),
        "said": of_all(said),
        "diary": of_all(diary),
        "verify": {
            **described([one.seconds for one in checked]),
            "right_first": round(right_first(checked), 4),
        },
        "bm25": _bm25(path, quotations),
    }


def _bm25(path: Path, quotations: Sequence[Altered]) -> Json:
    found = list(peers.look_up(path, quotations))
    right = sum(one.first for one in found) / len(found)
    return described([one.seconds for one in found]) | {"report_first": round(right, 4)}


def _spread(stream: Stream, batches: int) -> Iterator[Record]:
    """Records from batches over all of the file."""
    step = max(1, batches // _BATCHES_OF_QUOTATIONS)
    for number in islice(range(0, batches, step), _BATCHES_OF_QUOTATIONS):
        yield from stream.batch(number)


def keeping(path: Path) -> Json:
    """What is in the file, and its size."""
    rows = rows_by_table(path)
    statements, size = rows["statements"], path.stat().st_size
    return {
        "statements": statements,
        "reports": rows["articles"],
        "rows": rows,
        "rows_per_statement": round(sum(rows.values()) / statements, 2),
        "bytes_per_statement": round(size / statements),
    }


def adding(calls: Sequence[Added], rows_per_statement: float) -> Json:
    """Rows and statements a second, over all; statements a CPU second, of the first tenth and the
    last: what else a machine does meanwhile changes by the minute."""
    return {
        "rows_per_second": round(_rate(calls) * rows_per_statement),
        "rows_per_cpu_second": round(_rate(calls, cpu=True) * rows_per_statement),
        "statements_per_second": round(_rate(calls)),
        "first_tenth": round(_rate(_part(calls, 0.0, 0.1), cpu=True)),
        "last_tenth": round(_rate(_part(calls, 0.9, 1.0), cpu=True)),
    }


def _part(calls: Sequence[Added], begin: float, end: float) -> list[Added]:
    last = calls[-1].statements
    chosen = [one for one in calls if begin * last <= one.before and one.statements <= end * last]
    return chosen or list(calls)


def _rate(calls: Sequence[Added], cpu: bool = False) -> float:
    seconds = sum(one.cpu if cpu else one.seconds for one in calls)
    return sum(one.statements - one.before for one in calls) / seconds


def raw_adding(stream: Stream) -> Json:
    """Rows a second by the driver alone, beside ``Archive.add`` of the same reports."""
    with TemporaryDirectory() as folder:
        ours, plain = Path(folder) / "ours.onrecord", Path(folder) / "plain.sqlite"
        calls = list(fill(ours, stream, _RAW))
        found = peers.insert_rows(ours, plain)
    seconds = sum(one.seconds for one in calls)
    return {
        "rows": found.rows,
        "rows_per_second": round(found.rows / found.seconds),
        "ours_rows_per_second": round(found.rows / seconds),
        "ratio": round(found.seconds / seconds, 3),
    }
