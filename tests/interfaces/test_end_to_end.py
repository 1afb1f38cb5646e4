"""The installed program on real files, with the network that is shipped."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import icalendar
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


def named_spans(value: object, of: str = "") -> Iterator[tuple[str, list[list[int]]]]:
    """Every list of spans in a part of a record, with the name of its field."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in SPANS and inner:
                yield f"{of}{name}", inner
            else:
                yield from named_spans(inner, f"{of}{name}.")
    elif isinstance(value, list):
        for inner in value:
            yield from named_spans(inner, of)


SPANS = ("spans", "act_spans", "said_at", "question", "place_spans", "evidence")


def test_every_span_of_acts_times_questions_and_engagements_lies_in_its_report(
    everything: tuple[list[dict[str, Any]], Path],
) -> None:
    for record in everything[0]:
        length = len(record["article"]["text"])
        for part in ("statements", "exchanges", "engagements", "times"):
            for name, spans in named_spans(record[part]):
                assert all(0 <= start < end <= length for start, end in spans), name


def test_what_one_part_of_a_record_points_at_is_in_another(
    everything: tuple[list[dict[str, Any]], Path],
) -> None:
    for record in everything[0]:
        ids = {
            part: {one["id"] for one in record[part]}
            for part in ("entities", "statements", "exchanges", "engagements")
        }
        targets = [statement["target"] or {} for statement in record["statements"]]
        people = {target.get("entity") for target in targets}
        people |= {one[name] for one in record["exchanges"] for name in ("asked", "asked_by")}
        people |= {who for one in record["engagements"] for who in one["participants"]}
        assert people - {None} <= ids["entities"]
        for statement in record["statements"]:
            assert statement["exchange"] in {None, *ids["exchanges"]}
        for exchange in record["exchanges"]:
            assert set(exchange["answers"]) <= ids["statements"]


def test_every_probability_is_one(everything: tuple[list[dict[str, Any]], Path]) -> None:
    for record in everything[0]:
        found = re.findall(r'"(?:\w+_)?probability": ([^,}]+)', json.dumps(record))
        assert found
        assert all(0 <= float(one) <= 1 for one in found if one != "null")


def test_the_calendar_has_the_dated_engagements_and_the_positions_are_found(
    tmp_path: Path,
) -> None:
    reports = [str(EXAMPLES / name) for name in ("commons.txt", "feed.jsonl")]
    ics = tmp_path / "diary.ics"
    done = onrecord("read", *reports, "--json", "--ics", str(ics))
    records = [json.loads(line) for line in done.stdout.splitlines()]
    days = [
        engagement["when"]["value"]
        for record in records
        for engagement in record["engagements"]
        if engagement["when"] and len(engagement["when"]["value"] or "") == len("2024-09-26")
    ]
    assert done.returncode == 0
    assert ics.exists() or not days
    if days:
        found = icalendar.Calendar.from_ical(ics.read_bytes()).walk("VEVENT")
        assert {str(event["dtstart"].dt)[:10] for event in found} >= set(days)
    acts = [one["act"] for record in records for one in record["statements"]]
    asked = onrecord("positions", "Winston Churchill", *reports, "--json")
    assert asked.returncode == 0 or not {"commits", "warns", "demands"} & set(acts)


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
