"""Nothing of a retracted report is in any byte of any file; found before, not found after."""

from __future__ import annotations

import multiprocessing
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.domain.article import Byline
from onrecord.domain.asked import StatementsAsked
from onrecord.domain.entity import EntityKind
from onrecord.domain.kept import Standing
from onrecord.domain.record import Record
from onrecord.domain.statement import Act
from onrecord.errors import DiskFull, StoreError
from onrecord.ingest import article_from_text
from onrecord.store.opening import open_store
from onrecord.store.sqlite import SqliteStore
from tests.contracts.reports import ferry, harbour, later, retold, sentences
from tests.interfaces.fakes import Called, Does, Known, Said, record_of

processes = multiprocessing.get_context("spawn")

COMMON = "the harbour wall storms winter ferry meeting mayor said on monday will be".split()  # noqa: SIM905


def files(folder: Path) -> bytes:
    """All bytes of all files, temporary ones too; read by another process, since to close a file
    here would let go of SQLite's locks on it."""
    read = "import pathlib, sys; w = sys.stdout.buffer.write\n"
    read += "for one in pathlib.Path(sys.argv[1]).rglob('*'): one.is_file() and w(one.read_bytes())"
    command = [sys.executable, "-ISc", read, str(folder)]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout


def standing(words: Iterable[str], folder: Path) -> set[str]:
    """Those of ``words`` that stand in any file, whatever their case."""
    raw = files(folder).lower()
    return {word for word in words if word.lower().encode() in raw}


@contextmanager
def opened(folder: Path) -> Iterator[SqliteStore]:
    store = open_store(folder / "a.record")
    try:
        yield store
    finally:
        store.close()


def add(store: SqliteStore, *records: Record) -> list[Standing]:
    with store.writing() as writer:
        return [writer.add(record, "ann") for record in records]


def remove(store: SqliteStore, record: Record) -> None:
    with store.writing() as writer:
        writer.remove(record.article.id, "dan", "asked")


# Words of twelve consonants are no word of ours, and stand in no file by chance.
RARE = st.text("bcdfghjklmnpqrstvwxz", min_size=12, max_size=12)


def report(words: list[str], common: list[int], salt: int) -> Record:
    """A report in which each of ``words`` stands in another place: text, title, name, address."""
    title, outlet, host, person, author, *rest = words
    filler = [COMMON[one % len(COMMON)] for one in common]
    body: list[str] = []
    for place, word in enumerate(filler):
        body.append(word)
        if place % 7 == 3:
            body.append(rest[place // 7 % len(rest)])
    told = " ".join([*body, *rest])
    text = f"Jo {person.title()} said {told}.\n\n{' '.join(rest)} {outlet} again.\n" * (
        salt % 3 + 1
    )
    article = article_from_text(
        text,
        title=f"{title} wall",
        outlet=f"The {outlet} Post",
        url=f"https://{host}.example/{salt}",
        published="2024-05-07",
        byline=[Byline(f"Eva {author}", "Reporter")],
        retrieved_from=f"/home/{host}/{title}.txt",
    )
    name = f"Jo {person.title()}"
    return sentences(
        record_of(
            article,
            said=[Said(told, name, "said", who="e1", does=Does(Act.WARNS, "said"))],
            known=[
                Known(name, [Called(name)]),
                Known(rest[0], [Called(rest[0])], EntityKind.ORGANISATION),
            ],
        )
    )


@settings(max_examples=15, deadline=None)
@given(
    words=st.lists(RARE, min_size=8, max_size=14, unique=True),
    common=st.lists(st.integers(0, 99), min_size=5, max_size=300),
    salt=st.integers(0, 9),
    first=st.booleans(),
    again=st.booleans(),
)
def test_no_word_of_it_stands_in_any_byte(
    words: list[str], common: list[int], salt: int, first: bool, again: bool
) -> None:
    record = report(words, common, salt)
    others = [harbour(), ferry(), later()]
    with tempfile.TemporaryDirectory() as name, opened(Path(name)) as store:
        folder = Path(name)
        add(store, *([record, *others] if first else [*others, record]))
        note, place = "zyxwvutsrqpo", "abababcdcdcd"
        with store.view() as view:
            [said] = [
                one
                for one in view.statements(StatementsAsked())
                if one.report.id == record.article.id
            ]
        with store.writing() as writer:
            writer.correct(said.id, {"source": f"Al {place}"}, "bea", note)
            writer.note_feed("https://f.example/", {"seen": [record.article.url]})
        if again:  # an older reading leaves its rows in free places, too
            add(store, replace(record, derivation=replace(record.derivation, version="2")))
        wanted = {*words, note, place}
        assert standing(wanted, folder) == wanted
        remove(store, record)
        assert store.scrub()
        assert standing(wanted, folder) == set()
        assert add(store, record) == [Standing.RETRACTED]
        assert standing(wanted, folder) == set()
        with store.view() as view:
            assert [one.scrubbed for one in view.tombstones()] == [True]
            assert {one.article.id: one for one in view.records()} == {
                one.article.id: one for one in others
            }


def test_of_two_copies_one_goes_and_then_the_other(tmp_path: Path) -> None:
    words = [letter * 6 for letter in "bcdfghjklm"]
    words = [f"{word}quillfeather" for word in words]
    one = report(words, list(range(200)), 1)
    two = retold(one, id="copy", url="https://second.example/abc", outlet="Second Gazette")
    with opened(tmp_path) as store:
        add(store, one, two)
        remove(store, one)
        assert store.scrub()
        # Its text is another's too and stays; its address and outlet are its alone.
        assert standing([f"{words[2]}.example", f"{words[1]} Post"], tmp_path) == set()
        assert standing(words[6:], tmp_path) == set(words[6:])
        with store.view() as view:
            assert view.record("copy") == two
        remove(store, two)
        assert store.scrub()
        assert standing([*words, "second.example", "Second Gazette"], tmp_path) == set()


def test_words_that_many_of_its_paragraphs_had_are_counted_out(tmp_path: Path) -> None:
    lines = "\n\n".join(f"Line {n} of quagswagger told wobbletrope {n}." for n in range(1200))
    record = record_of(article_from_text(lines, url="https://long.example/1"))
    with opened(tmp_path) as store:
        add(store, record, harbour())
        with sqlite3.connect(tmp_path / "a.record") as own:
            [counted] = own.execute("SELECT count(*) FROM frequencies WHERE word LIKE 'quag%'")
        own.close()
        assert counted == (1,)
        remove(store, record)
        assert store.scrub()
        assert standing(["quagswagger", "wobbletrope", "long.example"], tmp_path) == set()
        assert (tmp_path / "a.record").stat().st_size < 400_000


def test_an_older_name_of_somebody_goes_too(tmp_path: Path) -> None:
    record = report(["abcdefghijkl", *(f"{n}mnopqrstuvw" for n in "abcdefgh")], [1] * 9, 0)
    first, *rest = record.entities
    misread = replace(record, entities=(replace(first, wikidata="Q1"), *rest))
    newer = replace(
        record, derivation=replace(record.derivation, version="2"), entities=(first, *rest)
    )
    with opened(tmp_path) as store:
        add(store, misread, harbour())
        add(store, newer)
        remove(store, record)
        assert store.scrub()
        assert standing([first.name.split()[-1]], tmp_path) == set()


def hold(path: Path, told: Connection) -> None:
    """Another program that reads one moment until it is told to stop."""
    store = open_store(path)
    with store.view() as view:
        told.send(view.counts().articles)
        told.recv()
        told.send(view.counts().articles)
    store.close()


def test_another_program_that_reads_holds_it_up_and_the_next_write_wipes(tmp_path: Path) -> None:
    words = [f"{n}lmnopqrstuv" for n in "abcdefgh"]
    record = report(words, list(range(40)), 1)
    here, there = processes.Pipe()
    with opened(tmp_path) as store:
        add(store, record, harbour())
        other = processes.Process(target=hold, args=(tmp_path / "a.record", there))
        other.start()
        assert here.recv() == 2
        remove(store, record)
        assert not store.scrub()
        add(store, ferry())
        assert standing(words, tmp_path) == set(words)
        here.send("go on")
        assert here.recv() == 2
        other.join()
        with store.view() as view:
            assert not view.tombstones()[0].scrubbed
        add(store, later())
        assert standing(words, tmp_path) == set()
        with store.view() as view:
            assert view.tombstones()[0].scrubbed


def test_a_wiping_that_was_cut_short_goes_on_when_the_file_is_opened_again(tmp_path: Path) -> None:
    words = [f"{n}lmnopqrstuv" for n in "abcdefgh"]
    record = report(words, list(range(40)), 1)
    with opened(tmp_path) as store:
        add(store, record)
        remove(store, record)
    assert standing(words, tmp_path)
    with opened(tmp_path) as store:
        add(store, harbour())
        assert standing(words, tmp_path) == set()


def test_no_word_is_noted_until_it_is_wiped(tmp_path: Path) -> None:
    words = [f"{n}lmnopqrstuv" for n in "abcdefgh"]
    with opened(tmp_path) as store:
        add(store, report(words, list(range(40)), 1))
        remove(store, report(words, list(range(40)), 1))
    own = sqlite3.connect(tmp_path / "a.record")
    noted = " ".join(str(row) for row in own.execute("SELECT * FROM notes"))
    own.close()
    assert "to be wiped" in noted
    assert not any(word in noted for word in words)


def test_words_that_are_still_found_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = [f"{n}lmnopqrstuv" for n in "abcdefgh"]
    record = report(words, list(range(40)), 1)
    with opened(tmp_path) as store:
        add(store, record)
        remove(store, record)
        monkeypatch.setattr("onrecord.store.wiping.scrubbing.FILES", ("", "-left"))
        (tmp_path / "a.record-left").write_bytes(record.article.text.encode())
        with pytest.raises(StoreError, match="still found"):
            store.scrub()
        with store.view() as view:
            assert not view.tombstones()[0].scrubbed
        (tmp_path / "a.record-left").write_bytes(b"")
        assert store.scrub()


def test_half_letters_and_other_alphabets_are_wiped_like_any_other(tmp_path: Path) -> None:
    text = "Der Bürgermeister sprach über Ölkännchenverschlüsse. Мэр сказал правду народу.\n" * 3
    record = record_of(article_from_text(text, title="Größe", url="https://ü.example/ß"))
    with opened(tmp_path) as store:
        add(store, record, harbour())
        remove(store, record)
        assert store.scrub()
        assert standing(["Ölkännchen", "правду", "olkannchen", "ü.example"], tmp_path) == set()


def retract_without_room(path: Path, told: Connection) -> None:
    """Another program, for which no file may grow beyond some pages."""
    import resource

    store = open_store(path)
    with store.view() as view:
        [record] = view.records()
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, resource.RLIM_INFINITY))
    try:
        with store.writing() as writer:
            writer.remove(record.article.id, "dan", "")
    except StoreError as error:
        told.send(type(error))
    told.send(None)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are POSIX's")
def test_without_room_for_it_nothing_is_taken_back(tmp_path: Path) -> None:
    here, there = processes.Pipe()
    with opened(tmp_path) as store:
        add(store, harbour())
    other = processes.Process(target=retract_without_room, args=(tmp_path / "a.record", there))
    other.start()
    assert here.recv() is DiskFull
    other.join()
    with opened(tmp_path) as store, store.view() as view:
        assert view.record(harbour().article.id) == harbour()
        assert view.tombstones() == ()
