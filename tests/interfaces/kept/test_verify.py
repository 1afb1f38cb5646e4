"""``onrecord verify`` as people and programs see it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
import typer

from onrecord.archive import Archive
from onrecord.interfaces.kept.verify import answer_verify, quotation_of
from onrecord.store.opening import open_store
from tests.query.verify.reports import LONG, OTHERWISE, WALL, Told

EXACT = "The harbour wall will not be rebuilt before the winter storms"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    path = tmp_path / "record.onrecord"
    store = open_store(path)
    with store.writing() as writer:
        for told in (
            Told("a", outlet="Fen News"),
            Told("b", WALL, published="2024-05-07", outlet="The Post", text=OTHERWISE),
            Told("c", LONG, "Bo Roe"),
        ):
            writer.add(told.record(), "ann")
    store.close()
    return Archive(path, register=lambda: None)


def shown(
    archive: Archive, capsys: pytest.CaptureFixture[str], quotation: str, by: str | None = None
) -> tuple[int, str]:
    code = answer_verify(archive, quotation, by, 5, False)
    return code, " ".join(capsys.readouterr().out.split())


def test_the_verdict_stands_first_then_whose_words_and_which_reports(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = shown(archive, capsys, EXACT)
    assert code == 0
    assert text.startswith("exact: these very words")
    assert text.index("Ann Lee") < text.index("Fen News") < text.index("The Post")
    assert "Mon 6 May 2024" in text
    assert "reported first there" in text
    assert "in 2 outlets, 2 independent" in text


def test_what_differs_is_marked_without_colour(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    _, text = shown(archive, capsys, EXACT.replace("not be rebuilt", "be mended"))
    assert "wall will [-not be rebuilt-] {+be mended+} before" in text or (
        "wall will [-not-] be [-rebuilt-] {+mended+} before the winter storms" in text
    )
    assert "opposite" in text
    assert "% the same" in text


def test_somebody_elses_words_are_told_as_theirs(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = shown(archive, capsys, EXACT, by="Bo Roe")
    assert code == 0
    assert text.startswith("right words, another speaker")
    assert "by Ann Lee, not by Bo Roe" in text


def test_both_places_of_a_splice_are_shown(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    archive.close()
    _, text = shown(archive, capsys, "harbour wall will not be rebuilt. Nothing else was decided")
    assert text.startswith("spliced")
    assert "and from" in text


def test_what_is_not_there_ends_with_1_and_says_what_that_means(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = shown(archive, capsys, "Geese fly over the mountains towards Denmark")
    assert (code, text) == (1, "not in this record: it may have been said all the same")


def test_a_name_that_means_nobody_is_said(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    answer_verify(archive, EXACT, "Zed Nobody", 5, False)
    assert "nobody in the record is called Zed Nobody" in capsys.readouterr().err


def test_json_has_the_verdict_and_for_each_result_where_the_words_stand(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    quotation = EXACT.replace("not ", "")
    assert answer_verify(archive, quotation, "Lee", 5, True) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["query"] == {"quotation": quotation, "by": "Lee", "limit": 5}
    assert answer["verdict"] == "words altered"
    [person] = answer["people"]
    assert person["is"]["name"] == "Ann Lee"
    [one] = answer["results"]
    text = archive.record(one["article"]).article.text
    assert [text[start:end] for start, end in one["spans"]] == one["content"]
    assert one["id"].startswith("s_")
    assert (one["entity"], one["article"], one["earliest"]) == ("Ann Lee", "a", "a")
    assert (one["outlets"], one["independent"], one["theirs"]) == (
        ["Fen News", "The Post"],
        2,
        True,
    )
    [difference] = one["differences"]
    start, end = difference["told_spans"][0]
    assert difference["asked"] == ""
    assert (difference["kind"], text[start:end], difference["negates"]) == (
        "left out",
        "not ",
        True,
    )
    assert [each["article"] for each in one["attestations"]] == ["a", "b"]
    assert one["attestations"][1]["sentence"]


def test_json_of_words_without_a_statement_has_the_same_shape(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    answer_verify(archive, "Nothing else was decided", None, 5, True)
    one = json.loads(capsys.readouterr().out)["results"][0]
    assert (one["verdict"], one["id"], one["entity"]) == ("only reported indirectly", None, None)
    assert one["article"] in {"a", "b", "c"}
    assert one["spans"]


def test_the_quotation_is_taken_from_standard_input_for_a_dash(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("“Été”\n".encode())))
    assert quotation_of("-") == "“Été”"
    assert quotation_of("a wall") == "a wall"


def test_a_quotation_without_words_is_wrong_usage(archive: Archive) -> None:
    with pytest.raises(typer.BadParameter, match="no word"):
        answer_verify(archive, "…", None, 5, False)
