"""``onrecord add``: what it says while it works, at its end, and when it is stopped."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from onrecord.archive import Archive
from onrecord.archive.added import Added, Step
from onrecord.domain.article import Article
from onrecord.domain.kept import Standing
from onrecord.errors import BadRow
from onrecord.interfaces.kept.adding import Telling, told
from onrecord.interfaces.progress import Watch
from onrecord.interfaces.rows_in import rows_in
from tests.interfaces.kept.conftest import Ask, Reader


def write_rows(path: Path, *texts: str) -> None:
    path.write_text("".join(json.dumps({"id": one, "text": one}) + "\n" for one in texts))


def test_a_second_run_finds_everything_there_already(
    run: Ask, tmp_path: Path, reader: Reader
) -> None:
    write_rows(tmp_path / "rows.jsonl", "One.", "Two.")
    (tmp_path / "three.txt").write_text("Three.")
    first = run("add", "rows.jsonl", "three.txt")
    assert (first.code, first.out) == (0, "3 reports added\n")
    second = run("add", "rows.jsonl", "three.txt")
    assert (second.code, second.out) == (0, "0 reports added, 3 there already\n")
    assert len(reader.read_ids) == 3


def test_newer_weights_read_again_what_is_there(run: Ask, tmp_path: Path, reader: Reader) -> None:
    write_rows(tmp_path / "rows.jsonl", "One.")
    run("add", "rows.jsonl")
    reader.has_weights("newer")
    assert run("add", "rows.jsonl").out == "0 reports added, 1 read again\n"


def test_what_cannot_be_read_is_named_and_stops_nothing(run: Ask, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"text": "One."}\nno row\n{"text": "Two."}\n')
    done = run("add", "rows.jsonl", "gone.txt")
    assert done.code == 3
    assert done.out == "2 reports added, 2 that could not be read\n"
    assert "rows.jsonl, line 2: " in done.err
    assert "gone.txt: there is no such file" in done.err


def test_stopped_from_the_keyboard_it_says_what_is_kept_and_goes_on_next_time(
    run: Ask, tmp_path: Path, reader: Reader, file: Path
) -> None:
    write_rows(tmp_path / "rows.jsonl", "One.", "Two.", "Three.")
    reader.stops_before = "Three."
    done = run("add", "rows.jsonl")
    assert done.code == 130
    assert done.err == "onrecord: stopped; 2 reports added; the same command goes on\n"
    with Archive(file) as archive:
        assert archive.counts().articles == 2
    reader.stops_before = None
    assert run("add", "rows.jsonl").out == "1 report added, 2 there already\n"


def test_standard_input_is_a_report(run: Ask) -> None:
    assert run("add", "-", stdin="One word.").out == "1 report added\n"
    assert run("add", "-", "-").code == 2


def test_a_wrong_date_is_wrong_usage_and_makes_no_record(run: Ask, file: Path) -> None:
    assert run("add", "rows.jsonl", "--published", "soon").code == 2
    assert not file.exists()


def test_the_summary_names_what_there_was_and_nothing_else() -> None:
    added = Added(new=1, reread=2, same=3, retracted=4, unreadable=5)
    assert told(added) == (
        "1 report added, 2 read again, 3 there already, 4 left out, because they were retracted, "
        "5 that could not be read"
    )
    assert told(Added()) == "0 reports added"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(path: Path, steps: list[Step], files: int = 1) -> tuple[str, float | None, float]:
    """What the bar says after ``steps``, the whole of it and how far it is; no clock decides."""
    with Watch(Terminal(), files, delay=3600, done="done") as watch:
        watch._show()  # what the timer does a second later
        telling = Telling(watch)
        telling(Step(str(path), 1, files, Added()))
        for step in steps:
            telling(step)
        assert watch._bar
        [task] = watch._bar.tasks
        return task.fields["so_far"], task.total, task.completed


def done(number: int) -> Step:
    return Step("rows", 1, 1, Added(new=number), Article(str(number), "One."), Standing.NEW)


def test_of_a_file_of_rows_it_is_shown_how_much_is_done_and_so_what_is_left(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    write_rows(path, *map(str, range(8)))
    failed = Step("rows", 1, 1, Added(), error=BadRow("rows, line 3", "no JSON"))
    words, whole, reached = shown(path, [done(1), done(2), failed])
    assert words.startswith("2 of about 8 reports done, ")
    assert words.endswith(" a second")
    assert (whole, reached) == (1, 3 / 8)


def test_on_a_narrow_terminal_the_name_is_cut_and_not_the_time_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    path = tmp_path / "rows.jsonl"
    write_rows(path, *map(str, range(2000)))
    with Watch(Terminal(), 1, delay=3600) as watch:
        watch._show()
        watch.opens(str(path), 2000)
        watch.has_read()
        assert watch._bar
        [task] = watch._bar.tasks
        taken = len("x ") + len(task.description) + 8 + len(task.fields["so_far"]) + len("1:23:45")
        assert task.description.startswith("reading /")
        assert taken + 4 <= 80


def test_of_several_files_they_are_counted(tmp_path: Path) -> None:
    words, whole, reached = shown(tmp_path / "a.txt", [done(1)], files=4)
    assert words == "file 1 of 4, 1 report done"
    assert (whole, reached) == (4, 0)


def test_of_a_single_text_nothing_is_promised(tmp_path: Path) -> None:
    assert shown(tmp_path / "a.txt", [])[1] is None


@pytest.mark.parametrize(
    ("name", "content", "rows"),
    [
        ("a.jsonl", b"{}\n{}\n", 2),
        ("a.JSONL", b"{}\n{}", 2),
        ("a.ndjson", b"{}\n" * 2_000_000, 2_000_000),
        ("a.jsonl", b"", None),
        ("a.txt", b"{}\n", None),
        ("a.jsonl.gz", b"{}\n", None),
    ],
)
def test_rows_are_counted_or_reckoned(
    tmp_path: Path, name: str, content: bytes, rows: int | None
) -> None:
    (tmp_path / name).write_bytes(content)
    found = rows_in(str(tmp_path / name))
    assert found == (rows and pytest.approx(rows, rel=0.001))


@pytest.mark.parametrize("name", ["gone.jsonl", "nul\0l.jsonl"])
def test_rows_of_what_cannot_be_opened_are_not_known(name: str) -> None:
    assert rows_in(name) is None
