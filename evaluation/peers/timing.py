"""What a peer tells about itself: CPU seconds spent on reading, and its largest memory."""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

# Reads all texts in order; yields, for each, whether it was read (False: it raised).
ReadTexts = Callable[[Sequence[str]], Iterable[bool]]

WARM_UP = "The minister said on Monday that the plan would go ahead."


def cpu_seconds(who: int = resource.RUSAGE_SELF) -> float:
    """CPU seconds, user and system, spent so far by this process (or its ended children)."""
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def peak_mib() -> float:
    """The largest memory this process has held, in MiB."""
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes there, in KiB here
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20


def report_on(read: ReadTexts, path: Path) -> None:
    """Reads the texts in ``path`` (a JSON list) and prints one JSON object about it.

    ``cpu_seconds[i]`` is what text ``i`` cost, loading and a first warm-up text left out;
    a peer that reads in batches spends a batch's cost on its first text.
    """
    texts = json.loads(path.read_text(encoding="utf-8"))
    list(read([WARM_UP]))
    spent, raised, before = [], [], cpu_seconds()
    for number, was_read in enumerate(read(texts)):
        now = cpu_seconds()
        spent.append(now - before)
        before = now
        if not was_read:
            raised.append(number)
    print(json.dumps({"cpu_seconds": spent, "raised": raised, "peak_mib": peak_mib()}))
