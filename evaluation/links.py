"""How often a mention linked to the register is that person: ``python -m evaluation.links``.

    --draw SEED    draws mentions that the reader links now, to be judged by hand, into the list
    --show         prints each mention of the list in its text, for judging
    (neither)      reads the list's reports and compares

The list (links/mentions.json) has places in texts, no words of them: corpus, report, offsets, and
the register's id of the person who is really meant there (null: somebody whom the register does
not have), judged by reading the report and not by what the reader said.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from evaluation.kept_readings import keeping_reader
from evaluation.link_list import LIST, JudgedMention, link_list, write_list
from evaluation.link_scoring import LinkFigures, linked_at, linked_mentions, score_links
from evaluation.plain_reports import PlainReport, plain_reports
from evaluation.readings import Readings
from onrecord.pipeline import Reader

DATA = Path("../shared/data")
SIZE = 200
MOST_OF_ONE_PERSON = 7
ECB_SHARE = 0.6
"""Of ECB+'s 772 reports, the share that is read for drawing."""
_AROUND = 240


def read_links(
    mentions: Iterable[JudgedMention], reports: Iterable[PlainReport], read: Readings
) -> list[tuple[JudgedMention, str | None]]:
    """Each judged mention and the register's id that the reader gives it now.

    Raises ValueError when a report of the list is missing or its text is another one.
    """
    by_name = {(one.corpus, one.stem): one for one in reports}
    found = []
    for mention in mentions:
        report = by_name.get((mention.corpus, mention.doc))
        if report is None or report.digest != mention.digest:
            raise ValueError(f"{mention.corpus} {mention.doc}: not the text that was judged")
        record = read(report.stem, report.text, report.published)
        found.append((mention, linked_at(record, mention.span)))
    return found


def draw(reports: Iterable[PlainReport], read: Readings, seed: int) -> list[JudgedMention]:
    """Linked names and roles: at most one of a person in a report and seven of one in all."""
    chance = random.Random(seed)
    offered: list[tuple[JudgedMention, str]] = []
    for report in reports:
        if report.corpus == "ecbplus" and chance.random() > ECB_SHARE:
            continue
        record = read(report.stem, report.text, report.published)
        for row, spans in linked_mentions(record).items():
            span = chance.choice(spans)
            place = JudgedMention(report.corpus, report.stem, report.digest, *span)
            offered.append((place, row))
    chance.shuffle(offered)
    of_person: Counter[str] = Counter()
    drawn = []
    for place, row in offered:
        of_person[row] += 1
        if of_person[row] <= MOST_OF_ONE_PERSON:
            drawn.append(place)
    return sorted(drawn[:SIZE])


def main(arguments: list[str] | None = None) -> int:
    """The command; returns its exit code."""
    options = _parser().parse_args(arguments)
    try:
        reports = list(plain_reports(options.data))
    except FileNotFoundError as error:
        print(f"Nothing to measure on: {error}", file=sys.stderr)
        return 2
    read = Readings(keeping_reader() if options.cached else Reader())
    if options.draw is not None:
        write_list(LIST, draw(reports, read, options.draw))
    elif options.show:
        _show(link_list(LIST), reports)
    else:
        pairs = read_links(link_list(LIST), reports, read)
        for mention, row in pairs:
            if options.misses and row not in (None, mention.who):
                print(f"{mention.corpus} {mention.doc} {mention.start} was {mention.who} got {row}")
        print(_told(score_links(pairs)))
    return 0


def _show(mentions: Iterable[JudgedMention], reports: Iterable[PlainReport]) -> None:
    by_name = {(one.corpus, one.stem): one for one in reports}
    for number, one in enumerate(mentions):
        text = by_name[one.corpus, one.doc].text
        before, after = text[max(0, one.start - _AROUND) : one.start], text[one.end :][:_AROUND]
        shown = f"{before}[[{text[one.start : one.end]}]]{after}".replace("\n", " / ")
        print(f"#{number} {one.corpus} {one.doc} {one.start}\n  {shown}")


def _told(figures: LinkFigures) -> str:
    return (
        f"{figures.linked} of {figures.judged} judged mentions are linked, {figures.right} right:"
        f" precision {figures.precision:.3f}"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="evaluation.links", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with polnear/, gum/ ...")
    parser.add_argument("--draw", type=int, metavar="SEED", help="make a new list to be judged")
    parser.add_argument("--show", action="store_true", help="print the mentions for judging")
    parser.add_argument("--misses", action="store_true", help="list what is wrong")
    parser.add_argument("--cached", action="store_true", help="keep the network's readings")
    return parser


if __name__ == "__main__":
    sys.exit(main())
