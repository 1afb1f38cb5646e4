"""``onrecord read``: what it prints where, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import icalendar
import pytest
from typer.testing import CliRunner

from onrecord.domain.article import Article
from onrecord.domain.record import Record
from onrecord.errors import BadRow, UnreadableInput
from onrecord.interfaces.cli import app
from onrecord.interfaces.composition import Parts, ReadsArticles
from tests.interfaces.conftest import SAID, TEXT
from tests.interfaces.fakes import FakeIngest, parts_of


class Readings:
    """A reader that gives the records it was made with, whatever the articles are."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records

    def read_all(self, articles: Iterable[Article]) -> Iterator[Record]:
        for record, _ in zip(self._records, articles, strict=True):
            yield record


MISSING = UnreadableInput("gone.txt", "there is no such file; check the name")
BAD_ROW = BadRow("feed.jsonl, line 2", "it has no text; give each row a text")
FRENCH = Article(id="f", text="Bonjour", language="fr", retrieved_from="page.html")


@pytest.fixture
def parts(article: Article) -> Parts:
    return parts_of(
        {
            "bridge.txt": [article],
            "gone.txt": [MISSING],
            "feed.jsonl": [Article(id="r1", text="One."), BAD_ROW, Article(id="r3", text="Three.")],
            "page.html": [FRENCH],
            "old.txt": [Article(id="o", text="x", encoding="cp1252", retrieved_from="old.txt")],
            "-": [Article(id="i", text="In.", retrieved_from="-")],
        },
        {TEXT: SAID},
    )


def read(parts: Parts, *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    done = CliRunner().invoke(app, ["read", *arguments], obj=parts, catch_exceptions=False)
    return done.exit_code, done.stdout, done.stderr


def test_a_report_that_is_read_is_printed_and_ends_well(parts: Parts) -> None:
    code, out, err = read(parts, "bridge.txt")
    assert (code, err) == (0, "")
    assert out.startswith("Bridge is safe\n")


def test_json_is_all_that_is_printed(parts: Parts) -> None:
    code, out, _ = read(parts, "bridge.txt", "gone.txt", "-", "--json")
    assert [json.loads(line)["article"]["id"] for line in out.splitlines()] == ["bridge", "i"]
    assert code == 3


def test_a_report_that_cannot_be_read_is_one_line_and_the_others_go_on(parts: Parts) -> None:
    code, out, err = read(parts, "gone.txt", "feed.jsonl", "--json")
    assert err.splitlines() == [str(MISSING), str(BAD_ROW)]
    assert [json.loads(line)["article"]["id"] for line in out.splitlines()] == ["r1", "r3"]
    assert code == 3


def test_a_report_in_another_language_is_named_by_it(parts: Parts) -> None:
    code, _, err = read(parts, "page.html", "bridge.txt")
    assert err == ("page.html: written in French, only English is read; nothing was read from it\n")
    assert code == 4


def test_what_cannot_be_read_weighs_more_than_another_language(parts: Parts) -> None:
    assert read(parts, "page.html", "gone.txt")[0] == 3


def test_an_encoding_other_than_utf_8_is_said(parts: Parts) -> None:
    code, _, err = read(parts, "old.txt")
    assert err == "old.txt: read as cp1252, because it is not in UTF-8\n"
    assert code == 0


def test_unlikely_statements_are_left_out_and_the_others_keep_their_ids(parts: Parts) -> None:
    _, out, _ = read(parts, "bridge.txt", "--json", "--min-probability", "0.5")
    assert [one["id"] for one in json.loads(out)["statements"]] == ["s1", "s3"]


def test_a_probability_on_the_line_stays(parts: Parts) -> None:
    _, out, _ = read(parts, "bridge.txt", "--json", "--min-probability", "0.9")
    assert [one["id"] for one in json.loads(out)["statements"]] == ["s1"]


def derived(parts: Parts, *arguments: str) -> str:
    _, out, _ = read(parts, "bridge.txt", "--json", *arguments)
    digest: str = json.loads(out)["derivation"]["options_sha256"]
    return digest


def test_a_record_without_its_unlikely_statements_is_not_derived_like_the_whole_one(
    parts: Parts,
) -> None:
    whole = derived(parts)
    assert derived(parts, "--min-probability", "0") == whole
    without = derived(parts, "--min-probability", "0.5")
    assert without == derived(parts, "--min-probability", "0.50") != whole
    assert without != derived(parts, "--min-probability", "0.6")


def test_why_is_told_where_that_is_asked_and_always_in_json(
    parts: Parts, who_record: Record
) -> None:
    asked = Parts(parts.articles_from, lambda threads: Readings([who_record]), parts.check_date)
    assert "surname" not in read(asked, "bridge.txt")[1]
    assert "surname" in read(asked, "bridge.txt", "--explain")[1]
    assert read(asked, "bridge.txt", "--json") == read(asked, "bridge.txt", "--json", "--explain")
    why = json.loads(read(asked, "bridge.txt", "--json")[1])["entities"][0]["why"]
    assert [one["rule"] for one in why] == ["full-name", "role-in-text", "pronoun", "surname"]


def test_a_page_is_written_beside_what_is_printed(parts: Parts, tmp_path: Path) -> None:
    page = tmp_path / "record.html"
    code, out, err = read(parts, "bridge.txt", "feed.jsonl", "--html", str(page))
    assert code == 3
    assert "<title>3 reports" in page.read_text("utf-8")
    assert out.startswith("Bridge is safe")
    assert err.splitlines()[-1] == f"{page}: page written, 3 reports"
    assert [path.name for path in tmp_path.iterdir()] == ["record.html"]


def test_without_any_report_the_old_page_stays(parts: Parts, tmp_path: Path) -> None:
    page = tmp_path / "record.html"
    page.write_text("old")
    code, _, err = read(parts, "gone.txt", "--html", str(page))
    assert code == 3
    assert "no page written" in err
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def of(parts: Parts, *records: Record) -> Parts:
    """The same program, but these records are what is read."""
    return Parts(parts.articles_from, lambda threads: Readings(records), parts.check_date)


def test_the_diary_is_written_as_a_calendar_and_what_has_no_day_is_counted(
    parts: Parts, day_record: Record, tmp_path: Path
) -> None:
    ics = tmp_path / "diary.ics"
    code, out, err = read(of(parts, day_record), "bridge.txt", "--ics", str(ics))
    assert code == 0
    assert out.startswith("A day in Malaga")
    assert err == f"{ics}: calendar written, 2 entries; 2 engagements left out, without a day\n"
    found = icalendar.Calendar.from_ical(ics.read_bytes()).walk("VEVENT")
    assert [event["x-onrecord-status"].to_ical() for event in found] == [b"held", b"planned"]
    assert [path.name for path in tmp_path.iterdir()] == ["diary.ics"]


def test_page_and_calendar_are_written_in_one_run(
    parts: Parts, day_record: Record, tmp_path: Path
) -> None:
    files = [str(tmp_path / name) for name in ("a.html", "a.ics")]
    read(of(parts, day_record), "bridge.txt", "--html", files[0], "--ics", files[1])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "a.ics"]


def test_a_calendar_of_nothing_is_not_written(parts: Parts, tmp_path: Path) -> None:
    ics = tmp_path / "diary.ics"
    ics.write_text("old")
    code, _, err = read(parts, "bridge.txt", "--ics", str(ics))
    assert code == 0
    assert err == f"{ics}: no calendar written, no engagement has a day\n"
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


@pytest.mark.parametrize("option", ["--html", "--ics"])
def test_no_file_replaces_a_report_or_another_file_of_the_run(
    parts: Parts, tmp_path: Path, option: str
) -> None:
    report = tmp_path / "report.txt"
    report.write_text("dear to somebody")
    assert read(parts, str(report), option, str(report))[0] == 2
    both = str(tmp_path / "both")
    code, _, err = read(parts, "bridge.txt", "--html", both, "--ics", both)
    assert (code, "is the page already" in " ".join(err.split())) == (2, True)
    assert report.read_text() == "dear to somebody"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bridge.txt", "--published", "last week"],
        ["bridge.txt", "--min-probability", "1.5"],
        ["bridge.txt", "--min-probability", "nan"],
        ["bridge.txt", "--threads", "0"],
        ["bridge.txt", "--no-such-option"],
        ["-", "-"],
    ],
)
def test_wrong_usage_is_refused_before_anything_is_read(parts: Parts, arguments: list[str]) -> None:
    code, out, err = read(parts, *arguments)
    assert (code, out) == (2, "")
    assert "Usage:" in err
    assert isinstance(parts.articles_from, FakeIngest)
    assert parts.articles_from.opened == []


def test_a_bad_date_says_how_to_write_one(parts: Parts) -> None:
    _, _, err = read(parts, "bridge.txt", "--published", "26/09/2024")
    assert "YYYY-MM-DD" in err


@pytest.mark.parametrize("option", ["--html", "--ics"])
@pytest.mark.parametrize("place", ["", "no/such/folder/record.out"])
def test_a_file_that_cannot_be_written_is_refused_before_anything_is_read(
    parts: Parts, tmp_path: Path, option: str, place: str
) -> None:
    code, out, err = read(parts, "bridge.txt", option, str(tmp_path / place))
    assert (code, out) == (2, "")
    assert option in err
    assert "cannot be written" in " ".join(err.split())
    assert isinstance(parts.articles_from, FakeIngest)
    assert parts.articles_from.opened == []


def test_a_page_never_replaces_one_of_the_reports(parts: Parts, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    report.write_text("dear to somebody")
    assert read(parts, str(report), "--html", str(report))[0] == 2
    assert report.read_text() == "dear to somebody"


def test_the_number_of_threads_reaches_the_reader(parts: Parts) -> None:
    asked: list[int] = []
    reader = parts.reader

    def watched(threads: int) -> ReadsArticles:
        asked.append(threads)
        return reader(threads)

    read(Parts(parts.articles_from, watched, parts.check_date), "bridge.txt", "--threads", "3")
    assert asked == [3]


def test_the_version_is_printed() -> None:
    done = CliRunner().invoke(app, ["--version"])
    assert done.exit_code == 0
    assert done.stdout.startswith("onrecord ")
