"""Whom a correction names is settled as questions settle it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord.archive import Archive
from onrecord.domain.kept import KeptStatement
from onrecord.domain.register import RegisteredPerson
from onrecord.errors import BadCorrection
from onrecord.store.opening import open_store
from tests.contracts.reports import ferry, harbour, later
from tests.interfaces.fakes import LEE

QUILL = replace(LEE, id="reg-1", name="Zed Quill", wikidata="Q77")


class OfQuills:
    """A register that knows one Zed Quill and two Al Ashes."""

    def named(self, name: str) -> tuple[RegisteredPerson, ...]:
        ash = replace(QUILL, name="Al Ash")
        known = {"Zed Quill": (QUILL,), "Al Ash": (ash, replace(ash, id="reg-2"))}
        return known.get(name, ())


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    path = tmp_path / "years.onrecord"
    store = open_store(path)
    with store.writing() as writer:
        for record in (harbour(), ferry(), later()):
            writer.add(record, "ann")
    store.close()
    register: Any = OfQuills()
    with Archive(path, who="bea", register=lambda: register) as opened:
        yield opened


@pytest.fixture
def item(archive: Archive) -> str:
    return archive.said("never sail").results[0].statement.id


def speakers(archive: Archive, item: str) -> list[tuple[str, str]]:
    found = archive.item(item)
    assert isinstance(found, KeptStatement)
    return [(one.key, one.name) for one in found.speakers]


@pytest.mark.parametrize(
    ("asked", "who"),
    [
        ("Lee", ("Q1", "Ann Lee")),
        ("Sir Ann Lee", ("Q1", "Ann Lee")),
        ("Q1", ("Q1", "Ann Lee")),
        ("the ferry", ("body:ferry", "the ferry")),
        ("Zed Quill", ("Q77", "Zed Quill")),
        ("Al Ash", ("person:al ash", "Al Ash")),
        ("Mr Bob Moor", ("person:bob moor", "Bob Moor")),
    ],
)
def test_a_source_is_whom_its_name_means(
    archive: Archive, item: str, asked: str, who: tuple[str, str]
) -> None:
    archive.correct(item, {"source": asked})
    assert speakers(archive, item) == [who]


def test_a_name_that_may_be_several_is_nobody(archive: Archive, item: str) -> None:
    archive.correct(item, {"source": "Cy Lee"})
    other = archive.said("after all").results[0].statement.id
    with pytest.raises(BadCorrection, match=r"Ann Lee \(Q1\)"):
        archive.correct(other, {"target": "Lee"})


def test_who_corrects_and_undoes_is_noted(archive: Archive, item: str) -> None:
    made = archive.correct(item, {"act": "warns"}, note="heard it")
    assert (made.who, made.note) == ("bea", "heard it")
    assert archive.undo(made.id).undone_by == "bea"
    assert archive.corrections(item)[0].applied is False
