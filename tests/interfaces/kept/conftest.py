"""A record's file of reports of our own words, and the program asked about it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from onrecord.domain.article import Article
from onrecord.domain.entity import EntityKind
from onrecord.domain.record import Derivation, Record
from onrecord.domain.statement import Act, Form
from onrecord.ingest import article_from_text, articles_from
from onrecord.ingest.dates import iso_date
from onrecord.interfaces.cli import app
from onrecord.interfaces.composition import Parts
from onrecord.store.opening import open_store
from tests.contracts.reports import ferry, harbour, later, lee, sentences
from tests.interfaces.fakes import DERIVATION, Called, Does, Known, Said, When, record_of

YEARS_BEFORE = """Ann Lee said in March that the ferry has to go.

Cy Lee added that the harbour wall is high enough.
"""


def years_before() -> Record:
    """Ann Lee against the ferry that she is for later on, and another Lee."""
    article = article_from_text(
        YEARS_BEFORE,
        title="No ferry",
        outlet="Fen News",
        url="https://fen.example/0",
        published="2022-04-02",
        retrieved_from="before.txt",
    )
    return sentences(
        record_of(
            article,
            said=[
                Said(
                    "the ferry has to go",
                    "Ann Lee",
                    "said",
                    Form.INDIRECT,
                    who="e1",
                    does=Does(Act.OPPOSES, "has to go", "the ferry", "e2"),
                    on=When("in March", "2022-03"),
                ),
                Said("the harbour wall is high enough", "Cy Lee", "added", Form.INDIRECT, who="e3"),
            ],
            known=[
                lee("Ann Lee"),
                Known("the ferry", [Called("the ferry")], EntityKind.ORGANISATION),
                Known("Cy Lee", [Called("Cy Lee")]),
            ],
        )
    )


@dataclass(frozen=True)
class Done:
    """What the program did: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one object on standard output."""
        [line] = self.out.splitlines()
        found: dict[str, Any] = json.loads(line)
        return found


Ask = Callable[..., Done]


class Reader:
    """Reads a text into a record with one statement of it: its first line, without a source."""

    derivation = DERIVATION

    def __init__(self) -> None:
        self.read_ids: list[str] = []
        self.stops_before: str | None = None

    def read(self, article: Article) -> Record:
        if self.stops_before and self.stops_before in article.text:
            raise KeyboardInterrupt
        self.read_ids.append(article.id)
        record = record_of(article, [Said(article.text.splitlines()[0])])
        return replace(record, derivation=self.derivation)

    def read_all(self, articles: Iterable[Article]) -> Iterator[Record]:
        return map(self.read, articles)

    def has_weights(self, sha256: str) -> None:
        self.derivation = Derivation("fake", "0", sha256, "")


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def parts(reader: Reader) -> Parts:
    """The program with a fake reader, real files and no register."""
    return Parts(
        articles_from=articles_from,
        reader=lambda threads: reader,
        check_date=lambda published: iso_date(published, "--published"),
    )


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the record is, or is to be; ONRECORD_RECORD names it."""
    path = tmp_path / "years.onrecord"
    monkeypatch.setenv("ONRECORD_RECORD", str(path))
    monkeypatch.setenv("ONRECORD_WHO", "Eva Kim")
    monkeypatch.setenv("COLUMNS", "96")
    monkeypatch.chdir(tmp_path)
    return path


@pytest.fixture
def run(file: Path, parts: Parts) -> Ask:
    """Runs the program; the record is not there yet."""

    def ask(*arguments: str, stdin: str | bytes | None = None) -> Done:
        done = CliRunner().invoke(
            app, list(arguments), obj=parts, input=stdin, catch_exceptions=False
        )
        return Done(done.exit_code, done.stdout, done.stderr)

    return ask


@pytest.fixture
def ask(file: Path, run: Ask) -> Ask:
    """Runs the program over a record of four reports."""
    keep(file, harbour(), ferry(), later(), years_before())
    return run


def keep(file: Path, *records: Record) -> None:
    store = open_store(file, create=True)
    with store.writing() as writer:
        for record in records:
            writer.add(record, "Eva Kim")
    store.close()


def with_probability(record: Record, number: int, probability: float) -> Record:
    """``record`` with one statement's source less sure."""
    said = list(record.statements)
    source = replace(said[number].source, probability=probability)
    said[number] = replace(said[number], source=source)
    return replace(record, statements=tuple(said))
