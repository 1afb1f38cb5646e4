"""How many statements of copies are joined with those of the original, read and kept for real.

    python -m evaluation.copies_read --data ../shared/data

Every eighth report of PolNeAR dev and three copies of it (``syndication``) are read by the
installed reader and added to one record. Counted are the statements of each copy that became one
utterance with a statement of its original. Writes ``results/copies_read.json`` and the table of
docs/across.md; takes a minute.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from random import Random

from evaluation.brat import LabelledReport, labelled_reports, published_on
from evaluation.copies import PAGE, SEED
from evaluation.results import DIGITS, RESULTS, Json, write_result
from evaluation.syndication import DESKS
from evaluation.tables import fill, markdown
from onrecord.domain.article import Article
from onrecord.domain.asked import StatementsAsked
from onrecord.domain.kept import KeptStatement
from onrecord.ingest import article_from_text
from onrecord.pipeline import Reader
from onrecord.store.opening import open_store

EVERY = 8
ORIGINAL = "original"
COPIES = ("restyled", "edited", "cut and edited")

Made = Mapping[str, tuple[str, str]]
"""By the article's id, the report it was made of and the desk that made it."""


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with polnear/")
    reports = labelled_reports(parser.parse_args().data / "polnear" / "dev")[::EVERY]
    measured = {"reports": len(reports), **on(reports)}
    write_result(RESULTS / "copies_read.json", measured)
    fill(PAGE, "copies_read", table(measured))
    print(table(measured))


def on(reports: tuple[LabelledReport, ...]) -> Json:
    """The figures for ``reports`` and their copies in one record."""
    made: dict[str, tuple[str, str]] = {}
    reader = Reader()
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "copies.onrecord")
        with store.writing() as writer:
            for stem, desk, article in _versions(reports):
                made[article.id] = stem, desk
                writer.add(reader.read(article), "evaluation")
        with store.view() as view:
            statements = list(view.statements(StatementsAsked(limit=None)))
        store.close()
    return {"families": _families(statements, made), "joined": _joined(statements, made)}


def table(measured: Json) -> str:
    """A row for each desk and form of statement."""
    rows = [
        (f"{form}, in a report {desk}", str(one["statements"]), f"{100 * one['joined']:.1f} %")
        for desk, forms in measured["joined"].items()
        for form, one in forms.items()
    ]
    return markdown(("statement", "of copies", "joined with the original's"), rows)


def _versions(reports: tuple[LabelledReport, ...]) -> Iterator[tuple[str, str, Article]]:
    chance = Random(SEED)
    for at, one in enumerate(reports):
        other = reports[(at + 1) % len(reports)].text
        versions = {desk: DESKS[desk](one.text, other, chance) for desk in COPIES}
        for desk, text in {ORIGINAL: one.text, **versions}.items():
            address = f"https://{desk.replace(' ', '-')}.example/{at}"
            published = published_on(one.stem)
            yield one.stem, desk, article_from_text(text, url=address, published=published)


def _families(statements: Iterable[KeptStatement], made: Made) -> Json:
    """How many reports are one family with all their copies, and how many with another report."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in statements:
        found[made[one.report.id][0]].add(one.family)
    owners = Counter(family for families in found.values() for family in families)
    return {
        "whole": sum(len(families) == 1 for families in found.values()),
        "mixed": sum(many > 1 for many in owners.values()),
    }


def _joined(statements: list[KeptStatement], made: Made) -> Json:
    told: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for one in statements:
        told[one.utterance].add(made[one.report.id])
    figures: Json = {}
    for desk in COPIES:
        by_form: defaultdict[str, list[bool]] = defaultdict(list)
        for one in statements:
            stem, by = made[one.report.id]
            if by == desk:
                by_form[one.statement.form].append((stem, ORIGINAL) in told[one.utterance])
        figures[desk] = {
            str(form): {"statements": len(found), "joined": round(sum(found) / len(found), DIGITS)}
            for form, found in sorted(by_form.items())
        }
    return figures


if __name__ == "__main__":
    main()
