"""The installed program on real files, with the network that is shipped."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from onrecord.identify.rules import Rule

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FRENCH = (
    "Le maire a déclaré vendredi que le pont était sûr et qu’il le traversait chaque jour avec "
    "son fils. La conseillère a répondu que la pluie restait un souci pour les habitants."
)


def onrecord(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "onrecord", *arguments],
        input=stdin,
        capture_output=True,
        timeout=600,
    )


def spans_of(statement: dict[str, Any]) -> list[list[int]]:
    found: list[list[int]] = statement["source"]["spans"] + statement["cue"] + statement["content"]
    return found


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[dict[str, Any]], Path]:
    """All examples in one run: their records, and the page of them."""
    page = tmp_path_factory.mktemp("page") / "records.html"
    reports = sorted(str(path) for path in EXAMPLES.iterdir() if path.suffix != ".md")
    done = onrecord("read", *reports, "--json", "--html", str(page))
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()], page


def test_every_report_of_every_file_is_a_record(
    everything: tuple[list[dict[str, Any]], Path],
) -> None:
    records, _ = everything
    assert len(records) == 8
    assert all(record["schema"] == "onrecord/1" for record in records)
    assert all(record["statements"] for record in records)


def test_every_span_lies_in_its_report(everything: tuple[list[dict[str, Any]], Path]) -> None:
    for record in everything[0]:
        length = len(record["article"]["text"])
        for statement in record["statements"]:
            assert statement["content"]
            assert all(0 <= start < end <= length for start, end in spans_of(statement))


def test_every_mention_lies_in_its_report_and_says_by_which_rule_it_is_one(
    everything: tuple[list[dict[str, Any]], Path],
) -> None:
    for record in everything[0]:
        length = len(record["article"]["text"])
        for entity in record["entities"]:
            assert len(entity["mentions"]) == len(entity["why"]) > 0
            assert entity["mentions"] == sorted(entity["mentions"])
            assert all(0 <= start < end <= length for start, end in entity["mentions"])
            assert {why["rule"] for why in entity["why"]} <= set(Rule)


def test_whoever_is_said_to_speak_is_in_the_report(
    everything: tuple[list[dict[str, Any]], Path],
) -> None:
    for record in everything[0]:
        known = {entity["id"] for entity in record["entities"]}
        sources = [statement["source"] for statement in record["statements"]]
        assert known >= {one for s in sources for one in (s["entity"], *s["also"]) if one}
        assert not [source for source in sources if source["also"] and not source["entity"]]


def test_the_page_shows_all_of_them(everything: tuple[list[dict[str, Any]], Path]) -> None:
    records, page = everything
    shown = page.read_text("utf-8")
    assert shown.count('<article class="report"') == len(records)
    numbers = sum(len(record["statements"]) for record in records)
    assert shown.count('<a class="flag') == numbers


def test_the_readable_record_of_one_report(tmp_path: Path) -> None:
    done = onrecord("read", str(EXAMPLES / "inauguration.txt"), "--published", "1961-01-21")
    assert (done.returncode, done.stderr) == (0, b"")
    head = done.stdout.decode().splitlines()[:3]
    assert head[0] == "inauguration.txt"
    assert head[1] == "by On Record Example · published 1961-01-21"
    assert " statements: " in head[2]


def test_standard_input_in_french_is_named_and_has_an_exit_code_of_its_own() -> None:
    done = onrecord("read", "-", "--json", stdin=FRENCH.encode())
    assert done.returncode == 4
    assert done.stderr.decode() == (
        "standard input: written in French, only English is read; nothing was read from it\n"
    )
    assert json.loads(done.stdout)["statements"] == []


def test_what_cannot_be_read_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "feed.jsonl").write_text(
        '{"text": "The mayor said on Friday that the bridge was safe."}\n{"id": 1}\nno json\n'
    )
    (tmp_path / "old.txt").write_bytes(
        "The café was closed, the mayor said on Friday.".encode("cp1252")
    )
    names = [str(tmp_path / name) for name in ("feed.jsonl", "gone.txt", "old.txt", ".")]
    done = onrecord("read", *names, "--json")
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 3
    assert len(done.stdout.splitlines()) == 2
    assert len(lines) == 5
    for line, part in zip(
        lines, ["line 2", "line 3", "gone.txt", "cp1252", "directory"], strict=True
    ):
        assert part in line


def test_two_runs_give_the_same_bytes() -> None:
    command = ("read", str(EXAMPLES / "commons.txt"), "--json")
    assert onrecord(*command).stdout == onrecord(*command).stdout
