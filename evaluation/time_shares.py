"""How often each rule of times gives the right value: written to resources, read as probabilities.

Measured on the half of TimeBank that is read while developing. Of a rule's times that an annotated
time overlaps, the share with its TIMEX3 value; drawn to the share of all rules by as much as four
times would, so that a rule met once is not believed outright.

    python -m evaluation.time_shares [../shared/data/timebank]
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from evaluation.timebank import HOME, TimedReport, overlap, read_all
from evaluation.timex import Timex, timexes
from onrecord.domain.words import Words
from onrecord.relate.times.times import find_times, read_times
from onrecord.segment.article import segment

WRITTEN = Path("src/onrecord/resources/relate/time_shares.yaml")
_WEIGHT = 4
_UNSAID = re.compile(r"-?W?XX?$")
_ORIGIN = (
    "Measured by the On Record authors on half of TimeBank (TempEval-3 release) with "
    "python -m evaluation.time_shares; figures alone, no text of it."
)


def judged(reports: Iterable[TimedReport]) -> Iterator[tuple[str, bool]]:
    """The rule of each time that an annotated one overlaps, and whether its value is right."""
    for report in reports:
        words = Words(segment(report.text))
        readings = read_times(words, report.published)
        for reading, time in zip(readings, find_times(words, report.published), strict=True):
            for timex in timexes(time):
                gold = next((one for one in report.gold if overlap(one.span, timex.span)), None)
                if gold:
                    yield reading.rule, _agrees(gold, timex)


def _agrees(gold: Timex, timex: Timex) -> bool:
    """Whether the values are one, as far as the annotation says: "1998-WXX" is any week of it."""
    said = _UNSAID.sub("", gold.value)
    return timex.value.startswith(said) if said != gold.value else timex.value == said


def shares(outcomes: Iterable[tuple[str, bool]]) -> tuple[float, dict[str, float]]:
    """The share of all, and of each rule the share drawn to it."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for rule, is_right in outcomes:
        of[rule] += 1
        right[rule] += is_right
    every = right.total() / max(of.total(), 1)
    drawn = {rule: (right[rule] + _WEIGHT * every) / (of[rule] + _WEIGHT) for rule in sorted(of)}
    return round(every, 3), {rule: round(share, 3) for rule, share in drawn.items()}


def main() -> None:
    """Measure and write."""
    home = Path(sys.argv[1]) if len(sys.argv) > 1 else HOME
    every, drawn = shares(judged(read_all(home, "dev")))
    content = {"origin": _ORIGIN, "licence": "Apache-2.0", "other": every, "shares": drawn}
    WRITTEN.write_text(yaml.safe_dump(content, sort_keys=False, width=100), encoding="utf-8")
    print(f"{WRITTEN}: {len(drawn)} rules; {every} of all times right")


if __name__ == "__main__":
    main()
