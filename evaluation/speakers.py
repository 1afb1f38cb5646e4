"""Measures who is named as the speaker: ``python -m evaluation.speakers``.

--misses    lists every label whose speaker is wrong, unnamed or made up
--cached    keeps what the network said in var/, for those who change what comes after it;
            writes no result
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from evaluation.kept_readings import keeping_reader
from evaluation.readings import Readings
from evaluation.speaker_labels import SpeakerReport, speaker_reports
from evaluation.speaker_scoring import Heard, Speakers, Verdict, hear, score_speakers
from onrecord.pipeline import Reader

DATA = Path("../shared/data/record-dev")
POLNEAR = Path("../shared/data/polnear/dev")

_SHOWN = (Verdict.WRONG, Verdict.NOBODY, Verdict.UNNAMED)


def hear_all(reports: Iterable[SpeakerReport], read: Readings) -> list[Heard]:
    """What was heard in all reports."""
    return [
        heard for one in reports for heard in hear(one, read(one.stem, one.text, one.published))
    ]


def described(heard: Heard) -> str:
    """One miss on a line: report, label, who it was, who was said, by which words and rule."""
    label, statement, entity = heard.label, heard.statement, heard.entity
    parts = [
        heard.verdict,
        heard.stem,
        label.key if label else "–",
        f"was {label.who!r} ({label.kind})" if label else "is no label's",
        f"got {entity.name!r}" if entity else "got nobody",
    ]
    if statement is not None:
        parts.append(f"words {statement.source.words.text!r} p {statement.source.probability:.2f}")
        parts.append(f"rule {_rule(heard)}")
    return " | ".join(parts)


def main(arguments: list[str] | None = None) -> int:
    """The command; returns its exit code."""
    options = _parser().parse_args(arguments)
    try:
        reports = speaker_reports(options.data, options.reports)
    except FileNotFoundError as error:
        print(f"Nothing to measure on: {error}", file=sys.stderr)
        return 2
    heard = hear_all(reports, Readings(keeping_reader() if options.cached else Reader()))
    if options.misses:
        for verdict in _SHOWN:
            print(*(described(one) for one in heard if one.verdict is verdict), sep="\n")
    print(_told(score_speakers(heard)))
    return 0


def _rule(heard: Heard) -> str:
    """The rule that gave the words of the source to the entity."""
    if heard.entity is None or heard.statement is None:
        return "–"
    spans = heard.statement.source.words.spans
    rules = [
        mention.rule
        for mention in heard.entity.mentions
        if any(mention.span.start < end and start < mention.span.end for start, end in spans)
    ]
    return ", ".join(dict.fromkeys(rules)) or "no mention in these words"


def _told(speakers: Speakers) -> str:
    one = speakers.speaker
    return (
        f"speaker P {one.precision:.3f} R {one.recall:.3f} F1 {one.f1:.3f}\n"
        f"right name given found {speakers.given_found:.3f}\n"
        f"wrong per 100 of {speakers.named} named: {speakers.wrong_per_100:.2f}"
        f" (people {speakers.wrong_person_per_100:.2f});"
        f" named where nobody can be: {speakers.nobody_per_100:.2f}\n"
        f"calibration error {speakers.calibration.error:.3f}"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="evaluation.speakers", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with 00.json ...")
    parser.add_argument("--reports", type=Path, default=POLNEAR, help="their texts and labels")
    parser.add_argument("--misses", action="store_true", help="list what is wrong")
    parser.add_argument("--cached", action="store_true", help="keep the network's readings")
    return parser


if __name__ == "__main__":
    sys.exit(main())
