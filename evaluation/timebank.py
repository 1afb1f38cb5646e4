"""How well times are found and resolved, on the news reports of TempEval-3 (TBAQ-cleaned).

Figures, after TempEval-3 (UzZaman et al. 2013, section 4): the document's creation time is given
as the publication date and is itself not scored.

- ``relaxed``: precision, recall and F1 of expressions, one to one, any overlap; ``strict``: the
  same words;
- ``value``: as relaxed, and the TIMEX3 value is the same string;
- ``days``: of the gold DATEs whose value is a calendar day, the share that is found (any overlap)
  with that day; a part of the day that the annotation left out ("Friday" of "Friday night") is
  not held against us;
- ``weekdays_ahead``/``weekdays_back``: the same of the gold dates whose words are a weekday alone
  and whose day lies after the creation time, or on or before it;
- ``words_per_second``: words (by white space) a CPU second of ``find_times``, cutting apart.

    python -m evaluation.timebank [../shared/data/timebank] [--half dev|kept] [--misses]
"""

from __future__ import annotations

import argparse
import hashlib
import html
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.scoring import Count, Figure, Share
from evaluation.timex import Timex, timexes
from onrecord.domain.span import Span
from onrecord.domain.words import Words
from onrecord.relate.times.times import find_times
from onrecord.segment.article import segment

HOME = Path("../shared/data/timebank")
_BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_CREATED = re.compile(r'<DCT>.*?value="([^"]*)"', re.DOTALL)
_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TimedReport:
    """One document: its text, the day it was made, and its times in reading order."""

    name: str
    text: str
    published: str
    gold: tuple[Timex, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """A gold time, the predicted one matched with it, and the report; one may be missing."""

    report: TimedReport
    gold: Timex | None
    predicted: Timex | None

    @property
    def right(self) -> bool:
        """Whether both are there and have one value."""
        return bool(self.gold and self.predicted and self.gold.value == self.predicted.value)

    @property
    def on_day(self) -> bool:
        """Whether both are there and on one day, whatever its part."""
        return bool(
            self.gold
            and self.predicted
            and self.gold.value == self.predicted.value[: len("2024-09-26")]
        )


@dataclass(frozen=True, slots=True)
class Timed:
    """What the time stage is worth on a set of reports."""

    relaxed: Figure
    strict: Figure
    value: Figure
    days: Share
    weekdays_ahead: Share
    weekdays_back: Share
    words_per_second: float


def read_report(name: str, marked: str) -> TimedReport:
    """A .tml document. Raises ValueError where it has no text or no creation time."""
    body, created = _BODY.search(marked), _CREATED.search(marked)
    if not body or not created:
        raise ValueError(f"{name}: no <TEXT> or no <DCT>")
    text, gold = _unmark(body[1])
    return TimedReport(name, text, created[1][:10], gold)


def _unmark(marked: str) -> tuple[str, tuple[Timex, ...]]:
    """The text without its marks, and the times with their places in it."""
    pieces: list[str] = []
    gold: list[Timex] = []
    length, at, opened = 0, 0, {}
    for tag in _TAG.finditer(marked):
        pieces.append(html.unescape(marked[at : tag.start()]))
        length += len(pieces[-1])
        at = tag.end()
        if tag[2] == "TIMEX3" and not tag[1]:
            opened = {"start": length, **dict(_ATTRIBUTE.findall(tag[3]))}
        elif tag[2] == "TIMEX3":
            gold.append(Timex(Span(opened["start"], length), opened["type"], opened["value"]))
    pieces.append(html.unescape(marked[at:]))
    return "".join(pieces), tuple(gold)


def in_dev_half(name: str) -> bool:
    """Whether a file is of the half that is read while developing: its name hashes to even."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0


def pair(report: TimedReport, predicted: Sequence[Timex]) -> list[Pairing]:
    """One to one by overlap, the earlier first; what is left over, alone."""
    pairs: list[Pairing] = []
    free = list(predicted)
    for gold in report.gold:
        match = next((one for one in free if overlap(one.span, gold.span)), None)
        if match:
            free.remove(match)
        pairs.append(Pairing(report, gold, match))
    return pairs + [Pairing(report, None, one) for one in free]


def overlap(one: Span, other: Span) -> bool:
    """Whether the two share a character."""
    return one.start < other.end and other.start < one.end


def measure(reports: Iterable[TimedReport]) -> tuple[Timed, list[Pairing]]:
    """The figures over ``reports``, and every pair that they were counted from."""
    pairs: list[Pairing] = []
    seconds, words = 0.0, 0
    for report in reports:
        cut = Words(segment(report.text))
        before = time.process_time()
        found = find_times(cut, report.published)
        seconds += time.process_time() - before
        words += len(report.text.split())
        pairs += pair(report, [timex for one in found for timex in timexes(one)])
    return _timed(pairs, words / seconds if seconds else 0.0), pairs


def _timed(pairs: Sequence[Pairing], words_per_second: float) -> Timed:
    matched = [one for one in pairs if one.gold and one.predicted]
    days = [one for one in pairs if one.gold and _is_day(one.gold)]
    weekdays = [one for one in days if one.gold and _is_weekday(one.report, one.gold)]
    ahead = [one for one in weekdays if one.gold and one.gold.value > one.report.published]
    back = [one for one in weekdays if one not in ahead]
    exact = sum(bool(p.gold and p.predicted and p.gold.span == p.predicted.span) for p in matched)
    return Timed(
        relaxed=_figure(len(matched), pairs),
        strict=_figure(exact, pairs),
        value=_figure(sum(one.right for one in matched), pairs),
        days=Share.of_all(one.on_day for one in days),
        weekdays_ahead=Share.of_all(one.on_day for one in ahead),
        weekdays_back=Share.of_all(one.on_day for one in back),
        words_per_second=words_per_second,
    )


def _figure(right: int, pairs: Sequence[Pairing]) -> Figure:
    predicted = sum(one.predicted is not None for one in pairs)
    gold = sum(one.gold is not None for one in pairs)
    return Figure.of(Count(right, predicted, right, gold))


def _is_day(gold: Timex) -> bool:
    return gold.type == "DATE" and bool(_DAY.fullmatch(gold.value))


def _is_weekday(report: TimedReport, gold: Timex) -> bool:
    return bool(_WEEKDAY.fullmatch(report.text[gold.span.start : gold.span.end].strip(" .,\n")))


def read_all(home: Path, half: str = "all") -> Iterator[TimedReport]:
    """The documents of both collections, or of one half of TimeBank ("aquaint": the other)."""
    if half in ("all", "aquaint"):
        for path in sorted((home / "AQUAINT").glob("[!.]*.tml")):
            yield read_report(path.name, path.read_text(encoding="utf-8"))
    for path in sorted((home / "TimeBank").glob("[!.]*.tml")):
        if half == "all" or half == ("dev" if in_dev_half(path.name) else "kept"):
            yield read_report(path.name, path.read_text(encoding="utf-8"))


def main() -> None:
    """Print the figures; with --misses also what was missed or wrong (never of the kept half)."""
    asked = argparse.ArgumentParser()
    asked.add_argument("home", nargs="?", type=Path, default=HOME)
    asked.add_argument("--misses", choices=["dev", "aquaint"])
    given = asked.parse_args()
    for half in ("dev", "kept", "aquaint", "all"):
        timed, pairs = measure(read_all(given.home, half))
        print(_line(half, timed))
        if half == given.misses:
            print("\n".join(_miss(one) for one in pairs if not one.right))


def _line(half: str, timed: Timed) -> str:
    figures = [f"{name} {getattr(timed, name).f1:.3f}" for name in ("relaxed", "strict", "value")]
    found = f"(relaxed {timed.relaxed.precision:.3f}/{timed.relaxed.recall:.3f})"
    shares = [
        f"{name} {share.value:.3f} of {share.of}"
        for name in ("days", "weekdays_ahead", "weekdays_back")
        for share in [getattr(timed, name)]
    ]
    speed = f"{timed.words_per_second:,.0f} words/s"
    return "  ".join([f"{half:8}", *figures, found, *shares, speed])


def _miss(one: Pairing) -> str:
    text = one.report.text
    told = [
        f"{text[timex.span.start : timex.span.end]!r}={timex.value}" if timex else "-"
        for timex in (one.gold, one.predicted)
    ]
    at = (one.gold or one.predicted or Timex(Span(0, 0), "", "")).span
    around = f"{text[max(at.start - 60, 0) : at.start]}[[]]{text[at.end : at.end + 30]}"
    return f"{one.report.published} gold {told[0]} read {told[1]} | {' '.join(around.split())}"


if __name__ == "__main__":
    main()
