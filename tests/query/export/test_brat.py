"""brat standoff, read back by the reader of labelled reports and by its own rules."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.brat import read_labels
from onrecord.query.export.brat import file_name, write_brat
from onrecord.query.export.brat_lines import fragments
from tests.contracts.reports import harbour
from tests.query.export.conftest import WITH_TEXT, WITHOUT, Kept
from tests.query.export.reports import FLOOD, flood
from tests.query.export.test_tables import opening

Folder = dict[str, str]


def written(kept: Kept, wording: Any = WITH_TEXT) -> Folder:
    files, opens = opening()
    write_brat(kept.view, wording, opens)
    return {name: file.getvalue().decode("utf-8") for name, file in files.items()}


@pytest.fixture(scope="module")
def folder(kept: Kept) -> Folder:
    return written(kept)


def text_bound(standoff: str) -> list[tuple[str, list[tuple[int, int]], str]]:
    found = []
    for line in standoff.split("\n"):
        if line.startswith("T"):
            _, place, words = line.split("\t")
            kind, offsets = place.split(" ", 1)
            pairs = [tuple(map(int, one.split())) for one in offsets.split(";")]
            found.append((kind, [(start, end) for start, end in pairs], words))
    return found


def test_every_annotation_holds_the_words_at_its_offsets(folder: Folder) -> None:
    seen = 0
    for name in [one for one in folder if one.endswith(".ann")]:
        text = folder[name.replace(".ann", ".txt")]
        for _, pairs, words in text_bound(folder[name]):
            assert " ".join(text[start:end] for start, end in pairs) == words
            assert not re.search(r"[\n\r\t]", words)
            seen += 1
    assert seen > 30
    assert folder[f"{flood().article.id}.txt"] == FLOOD


def test_content_over_line_ends_is_cut_at_them(folder: Folder) -> None:
    content = next(
        pairs
        for kind, pairs, _ in text_bound(folder[f"{flood().article.id}.ann"])
        if kind == "Content"
    )
    assert [FLOOD[start:end] for start, end in content] == [
        "“Zqwater \U0001f30a\U0001f30a came",
        "late, zqtab",
        "and slow,”",
        "“Nobody",
        "zqslept,”",
    ]


def test_the_reader_of_labelled_reports_finds_source_and_content(folder: Folder) -> None:
    text = folder[f"{flood().article.id}.txt"]
    labels = [one for one in read_labels(folder[f"{flood().article.id}.ann"]) if one.content]
    assert [[text[s:e] for s, e in one.source] for one in labels] == [
        ["the zqrole"],
        ["Zqgroup of people"],
        ["she"],
    ]
    assert [text[s:e] for s, e in labels[1].content] == ["it was =zqsum(1)"]


def test_every_argument_and_type_is_declared(folder: Folder) -> None:
    declared = folder["annotation.conf"]
    for name in [one for one in folder if one.endswith(".ann")]:
        marks = set(re.findall(r"^([TEAN#]\d+)\t", folder[name], re.MULTILINE))
        numbered = re.findall(r"^([TEAN#]\d+)\t", folder[name], re.MULTILINE)
        assert len(marks) == len(numbered)
        for kind, _, _ in text_bound(folder[name]):
            assert re.search(rf"^{kind}\b", declared, re.MULTILINE)
        for line in folder[name].split("\n"):
            if line.startswith("E"):
                used = re.findall(r"(\w+?)\d*:(T\d+)", line.split("\t")[1])
                assert {mark for _, mark in used} <= marks
            if line.startswith("A"):
                parts = line.split("\t")[1].split(" ")
                assert re.search(rf"^{parts[0]}\t", declared, re.MULTILINE)
                assert all(re.search(rf"[:|]{one}\b", declared) for one in parts[2:])


def test_who_somebody_is_and_what_was_decided_is_told(folder: Folder, kept: Kept) -> None:
    standoff = folder[f"{harbour().article.id}.ann"]
    assert re.search(r"^N1\tReference T\d+ Wikidata:Q1\tAnn Lee$", standoff, re.MULTILINE)
    assert re.search(r"^A\d+\tCorrected E1$", standoff, re.MULTILINE)
    assert "corrected by Ann Lee" in standoff
    assert kept.corrected in standoff
    assert kept.struck not in standoff
    assert not any(kept.retracted in name for name in folder)
    assert kept.retracted in folder["tombstones.json"]


def test_without_text_there_is_none_and_the_configuration_says_so(kept: Kept) -> None:
    without = written(kept, WITHOUT)
    assert not any(name.endswith(".txt") for name in without)
    assert without["annotation.conf"].startswith("# Written without the words")
    for kind, pairs, words in text_bound(without[f"{flood().article.id}.ann"]):
        assert pairs
        assert words == "…" or (kind in ("Content", "Engagement") and words.startswith("sha256:"))


@given(st.text(alphabet="ab \t\n\r\u2028\u00e9\u0308\U0001f30a", max_size=30), st.data())
def test_fragments_hold_all_but_blanks(text: str, data: Any) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    pieces = [text[s:e] for s, e in fragments(text, [(start, end)])]
    assert "".join("".join(pieces).split()) == "".join(text[start:end].split())
    assert all(one == one.strip() and len(one.splitlines()) == 1 for one in pieces)


def test_ids_of_our_own_are_names_as_they_are() -> None:
    assert file_name("a_0d53d4a6d90c25b8e3dd") == "a_0d53d4a6d90c25b8e3dd"
    assert file_name("row-17") == "row-17"


@pytest.mark.parametrize(
    "id", ["../x", "A/b", "", "Ünï", "CON.", "x" * 300, "ABC", "con", "x_1", "-a", "a\n"]
)
def test_ids_of_strangers_become_names_that_every_disk_takes(id: str) -> None:
    assert re.fullmatch(r"x_[0-9a-f]{20}", file_name(id))
