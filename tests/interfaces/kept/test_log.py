"""``onrecord log``: who did what, when, and to which report."""

from __future__ import annotations

import json
from pathlib import Path

from tests.interfaces.kept.conftest import Ask


def test_whatever_was_done_to_a_report_names_it(ask: Ask) -> None:
    entries = ask("log", "--json").json["results"]
    assert [one["what"] for one in entries] == ["added"] * 4
    assert {one["who"] for one in entries} == {"Eva Kim"}
    assert all(one["article"] == one["item"] for one in entries)
    assert {one["outlet"] for one in entries} == {"The Ely Post", "Fen News", None}
    assert all(one["entity"] is None for one in entries)


def test_ids_that_rows_were_given_are_reports_too(run: Ask, tmp_path: Path) -> None:
    rows = [{"id": "s_row", "text": "One."}, {"id": "c_row", "text": "Two."}]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert run("add", "rows.jsonl").code == 0
    entries = run("log", "--json").json["results"]
    assert sorted(one["article"] for one in entries) == ["c_row", "s_row"]


def test_a_correction_is_told_with_the_statement_and_its_report(ask: Ask) -> None:
    [one] = ask("said", "wall enough", "--json").json["results"]
    assert ask("correct", one["id"], "--act", "supports", "--note", "heard it").code == 0
    [entry] = ask("log", "--limit", "1", "--json").json["results"]
    assert (entry["what"], entry["item"], entry["note"]) == ("corrected", one["id"], "heard it")
    assert entry["article"] == one["article"]
    assert (entry["entity"], entry["spans"]) == ("Cy Lee", one["spans"])
    done = ask("log", "--limit", "1")
    lines = [line.strip() for line in done.out.splitlines()]
    assert "corrected" in lines[0]
    assert "heard it" in lines[0]
    assert lines[1] == "Fen News · Sat 2 Apr 2022 · No ferry"
    assert lines[2] == "in: Cy Lee added that the harbour wall is high enough."
    assert "there is more; --limit 2 shows it" in done.err


def test_an_undone_correction_is_told_with_its_report(ask: Ask) -> None:
    [one] = ask("said", "wall enough", "--json").json["results"]
    ask("correct", one["id"], "--act", "supports")
    [correction] = ask("correct", one["id"], "--json").json["corrections"]
    ask("correct", "--undo", correction["id"])
    [entry] = ask("log", "--limit", "1", "--json").json["results"]
    assert (entry["what"], entry["article"]) == ("undone", one["article"])


def test_of_a_retracted_report_the_log_has_the_id_and_not_a_word(ask: Ask) -> None:
    [one] = ask("said", "wall enough", "--json").json["results"]
    ask("correct", one["id"], "--act", "supports")
    ask("retract", one["article"], "--yes", "--reason", "asked to")
    done = ask("log", "--json")
    retracted = next(one for one in done.json["results"] if one["what"] == "retracted")
    assert (retracted["article"], retracted["note"]) == (one["article"], "asked to")
    assert retracted["spans"] == []
    corrected = next(one for one in done.json["results"] if one["what"] == "corrected")
    assert (corrected["article"], corrected["item"]) == (None, one["id"])
    assert "high enough" not in done.out
