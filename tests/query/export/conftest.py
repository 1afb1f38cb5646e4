"""One record for all formats: reports kept, one retracted, one statement corrected, one struck."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from onrecord.query.export.wording import Wording
from onrecord.store.opening import open_store
from onrecord.store.protocol import View
from tests.contracts.reports import ferry, harbour, later
from tests.query.export.reports import flood

WITH_TEXT, WITHOUT = Wording(True), Wording(False)


@dataclass
class Kept:
    """What is in the record, by name. ``gone``: words that are in no export."""

    view: View
    corrected: str = ""
    struck: str = ""
    planned: str = ""
    retracted: str = ""
    gone: tuple[str, ...] = ("sail after all", "No meeting is planned", "never sail again")
    more: dict[str, Any] = field(default_factory=dict)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    folder: Path = tmp_path_factory.mktemp("kept")
    store = open_store(folder / "record.sqlite")
    with store.writing() as writer:
        for record in (harbour(), ferry(), later(), flood()):
            writer.add(record, "ann")
    with store.view() as view:
        said, met = view.items(harbour().article.id)
    with store.writing() as writer:
        writer.correct(said[0].id, {"act": "demands", "source": "Cy Dow"}, "Ann Lee", "heard it")
        writer.correct(said[1].id, {"struck": True}, "Ann Lee", "no statement")
        writer.correct(met[0].id, {"place": "Wick Hall, Ely"}, "Ann Lee", "was there")
        writer.remove(later().article.id, "Ann Lee", "asked by the publisher")
    with store.view() as view:
        gone = later().article.id
        yield Kept(view, said[0].id, said[1].id, met[0].id, gone)
    store.close()
