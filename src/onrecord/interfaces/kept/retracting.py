"""``onrecord retract`` from its request to what is printed and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict

import typer
from rich.text import Text

from onrecord.archive import Archive, Going, Retraction
from onrecord.interfaces.heading import counted
from onrecord.interfaces.inert import one_line
from onrecord.interfaces.kept.as_json import print_answer, report_data
from onrecord.interfaces.kept.printing import print_lines, remark
from onrecord.interfaces.kept.sources import report_words
from onrecord.interfaces.kept.wiping import show_wiping
from onrecord.interfaces.progress import Watch
from onrecord.interfaces.terminal_lines import Line

NOT_REMOVED = 1

_STOPPED = (
    "stopped; the report is either there whole or gone whole (onrecord log shows it), and what is "
    "not wiped yet the next command that writes wipes"
)


def retract_from(
    archive: Archive, report: str, reason: str, dry_run: bool, yes: bool, json: bool
) -> int:
    """List what would go, ask, remove, and say whether the file is clean. Raises RunError."""
    would = archive.retract(report, dry_run=True)
    if dry_run:
        _print(report, would, json)
        return 0
    if not yes and not _agreed(report, would):
        remark("nothing was removed")
        return NOT_REMOVED
    with Watch(sys.stderr) as watch:
        watch.does("removing the report")
        show_wiping(archive, watch)
        try:
            done = archive.retract(report, reason=reason)
        except KeyboardInterrupt:
            watch.say(f"onrecord: {_STOPPED}")
            raise
    _print(report, done, json)
    return 0


def _agreed(report: str, would: Retraction) -> bool:
    """Ask on standard error, so that what is printed can be kept. Raises BadParameter."""
    if not _can_be_asked():
        raise typer.BadParameter(
            f"nobody can be asked whether {one_line(report, 100)} is to go; look with --dry-run, "
            "then say --yes",
            param_hint="--yes",
        )
    for line in _going(would):
        print(line, file=sys.stderr)
    return typer.confirm("Remove this for good?", err=True)


def _can_be_asked() -> bool:
    return sys.stdin.isatty()


def _print(report: str, retraction: Retraction, json: bool) -> None:
    if json:
        _print_json(report, retraction)
        return
    done = retraction.clean is not None
    lines = [Text("removed" if done else "would be removed", style="bold")]
    lines += [Text(line) for line in _going(retraction)]
    lines += [Text(line) for line in _outcome(retraction)]
    print_lines(Line(line, "  ", "") for line in lines)


def _going(retraction: Retraction) -> Iterator[str]:
    for one in retraction.going:
        yield f"  {report_words(one.report)} · {one.report.id}"
        yield f"    with {_counts(one)}"
        for copy in one.copies:
            yield f"    stays, though it is a copy: {report_words(copy)} · {copy.id}"


def _counts(going: Going) -> str:
    counts = (
        (going.statements, "statement"),
        (going.exchanges, "question"),
        (going.engagements, "engagement"),
        (going.corrections, "correction"),
        (going.characters, "character"),
    )
    each = [counted(number, noun) for number, noun in counts if number]
    named = f"{going.entities} people, bodies and places named"
    return ", ".join([*each, named] if going.entities else each)


def _outcome(retraction: Retraction) -> Iterator[str]:
    for tombstone in retraction.tombstones:
        yield f"tombstone {tombstone.id}: it is not added again"
    if retraction.clean:
        yield "the file is proven to be without its words; copies of the file elsewhere are not"
    elif retraction.clean is False:
        yield (
            "its words are out of every answer, but not yet wiped from free places of the file: "
            f"{one_line(retraction.why_not or '', 300)}; the next command that writes to the "
            "record wipes them (onrecord log shows when)"
        )


def _print_json(report: str, retraction: Retraction) -> None:
    results = [
        {
            **report_data(one.report),
            "removed": {
                "statements": one.statements,
                "engagements": one.engagements,
                "exchanges": one.exchanges,
                "entities": one.entities,
                "corrections": one.corrections,
                "characters": one.characters,
            },
            "copies_that_stay": [report_data(copy) for copy in one.copies],
        }
        for one in retraction.going
    ]
    tombstones = [{**asdict(one), "removed": dict(one.removed)} for one in retraction.tombstones]
    print_answer(
        {"report": report},
        results,
        tombstones=tombstones,
        clean=retraction.clean,
        why_not=retraction.why_not,
    )
