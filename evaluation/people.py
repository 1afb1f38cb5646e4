"""Measures who is known, in every way at once: ``python -m evaluation.people``.

Speakers on labelled records (speakers.py), chains of names on GUM's news (chains.py), he and she
there and in GAP (pronouns.py), links to the register on mentions judged by hand (links.py). Each
report is read once. Writes the figures to --out and the table into the pages that show it, and
prints it.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from evaluation.chains import read_all, score_chains
from evaluation.floors import floors
from evaluation.gum import gum_reports
from evaluation.link_list import LIST, link_list
from evaluation.link_scoring import score_links
from evaluation.links import read_links
from evaluation.people_results import chains_as_json, links_as_json, speakers_as_json
from evaluation.plain_reports import plain_reports
from evaluation.pronouns import measure_pronouns
from evaluation.readings import Readings
from evaluation.results import RESULTS, Json, write_result
from evaluation.speaker_labels import speaker_reports
from evaluation.speaker_scoring import score_speakers
from evaluation.speakers import hear_all
from evaluation.tables import fill_pages, people_table
from onrecord.pipeline import Reader

DATA = Path("../shared/data")
PAGES = (Path("README.md"), Path("docs/model-card.md"))


def measure_people(data: Path, reader: Reader, read: Readings) -> Json:
    """All figures that a whole reading gives. Raises FileNotFoundError where a set is missing."""
    reports = speaker_reports(data / "record-dev", data / "polnear" / "dev")
    links = read_links(link_list(LIST), plain_reports(data), read)
    return {
        "reader": asdict(reader.derivation),
        "speakers": speakers_as_json(score_speakers(hear_all(reports, read))),
        "chains": chains_as_json(score_chains(read_all(gum_reports(data / "gum"), read))),
        "pronouns": measure_pronouns(data, read),
        "links": links_as_json(score_links(links)),
    }


def main(arguments: list[str] | None = None) -> int:
    """The command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="evaluation.people", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with record-dev/, gum/ ...")
    parser.add_argument("--out", type=Path, default=RESULTS / "people.json", help="results file")
    options = parser.parse_args(arguments)
    reader = Reader()
    try:
        content = measure_people(options.data, reader, Readings(reader))
    except FileNotFoundError as error:
        print(f"Nothing to measure on: {error}", file=sys.stderr)
        return 2
    write_result(options.out, content)
    table = people_table(content, floors())
    print(table)
    fill_pages(PAGES, "people", table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
