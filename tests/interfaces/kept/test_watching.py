"""``onrecord watch`` and ``add`` over a real server on this machine, in this process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from onrecord.ingest import articles_from
from onrecord.ingest.dates import iso_date
from onrecord.interfaces.cli import app
from onrecord.interfaces.composition import Parts
from onrecord.interfaces.kept.watching import interval
from tests.archive.fake_store import FakeReader
from tests.fetch.server import FakeClock, Reply, Server, local_fetcher, serving
from tests.watching.feeds import feed, full_item, item, page


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as found:
        found.replies["/rss"] = Reply(feed([item(found.url("/a")), item(found.url("/b"))]))
        found.replies |= {"/a": Reply(page("a")), "/b": Reply(page("b"))}
        yield found


class Program:
    """The program with a fetcher for one server; ``clock`` may stop it as Ctrl-C does."""

    def __init__(self, server: Server, folder: Path, clock: FakeClock | None = None) -> None:
        self.record = folder / "record.onrecord"
        fetcher = local_fetcher(server, clock or FakeClock())
        self.parts = Parts(
            articles_from,
            lambda threads: FakeReader(),  # type: ignore[arg-type, return-value]
            lambda day: iso_date(day, "--published"),
            fetcher=lambda: fetcher,
        )

    def run(self, *words: str) -> Result:
        given = [*words, "--record", str(self.record)]
        return CliRunner().invoke(app, given, obj=self.parts)


class Stopping(FakeClock):
    """Stopped in the pause behind the ``rounds``-th round."""

    def __init__(self, rounds: int) -> None:
        super().__init__()
        self.rounds = rounds

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds)
        self.rounds -= seconds > 60
        if self.rounds == 0:
            raise KeyboardInterrupt


def test_each_feed_has_its_line(server: Server, tmp_path: Path) -> None:
    program = Program(server, tmp_path)
    address = server.url("/rss")
    first, second = program.run("watch", address), program.run("watch", address)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stdout == f"{address}: 2 reports added\n"
    assert second.stdout == f"{address}: nothing new\n"


def test_a_list_with_a_broken_feed_ends_with_3_and_the_others_are_visited(
    server: Server, tmp_path: Path
) -> None:
    file = tmp_path / "feeds.txt"
    bad = server.url("/bad")
    server.replies["/bad"] = Reply(status=503)
    file.write_text(f"# ours\n{bad}\nno address\n{server.url('/rss')}\n")
    ended = Program(server, tmp_path).run("watch", str(file))
    assert ended.exit_code == 3
    assert f"{bad}: left alone until 2026-05-04 " in ended.stdout
    assert f"{server.url('/rss')}: 2 reports added" in ended.stdout
    assert f"{file}, line 3: 'no address' is no address" in ended.stderr
    assert "its host answered 503" in ended.stderr


def test_a_feed_that_has_moved_or_gone_is_said(server: Server, tmp_path: Path) -> None:
    server.replies["/old"] = Reply(status=308, headers={"Location": "/rss"})
    server.replies["/gone"] = Reply(status=410)
    ended = Program(server, tmp_path).run("watch", server.url("/old"), server.url("/gone"))
    assert f"it has moved to {server.url('/rss')}" in ended.stdout
    assert f"{server.url('/gone')}: taken away for good; take it off the list" in ended.stdout


def test_ctrl_c_ends_watching_well_and_says_what_was_kept(server: Server, tmp_path: Path) -> None:
    ended = Program(server, tmp_path, Stopping(3)).run("watch", server.url("/rss"), "--every", "1h")
    assert ended.exit_code == 0
    assert ended.stdout.count("nothing new") == 2
    assert "onrecord: stopped; 2 reports added; the same command goes on" in ended.stderr


def test_add_takes_an_address_and_a_folder_and_counts_what_it_leaves(
    server: Server, tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("The mayor said it was safe.")
    (folder / "photo.jpg").write_text("x")
    ended = Program(server, tmp_path).run("add", str(folder), server.url("/a"))
    assert ended.exit_code == 0
    assert ended.stdout == "2 reports added, 1 other file in folders left alone\n"


def test_add_fetches_no_address_whose_report_is_there_or_was_retracted(
    server: Server, tmp_path: Path
) -> None:
    program, address = Program(server, tmp_path), server.url("/a")
    program.run("add", address)
    asked = list(server.paths)
    again = program.run("add", address)
    assert (again.exit_code, again.stdout) == (0, "0 reports added, 1 there already\n")
    assert f"{address}: not fetched again, as its report is in the record" in again.stderr
    assert program.run("retract", address, "--yes").exit_code == 0
    gone = program.run("add", address, server.url("/b"))
    told = "1 report added, 1 left out, because they were retracted\n"
    assert (gone.exit_code, gone.stdout) == (0, told)
    assert f"{address}: not fetched, as its report was retracted" in gone.stderr
    assert server.paths == [*asked, "/b"]


def test_add_fetches_an_address_again_where_its_report_would_be_read_otherwise(
    server: Server, tmp_path: Path
) -> None:
    program, address = Program(server, tmp_path), server.url("/a")
    program.run("add", address)
    dated = program.run("add", address, "--published", "2024-05-06")
    assert dated.stdout == "0 reports added, 1 read again\n"
    assert program.run("add", address, "--published", "2024-05-06").stdout.endswith("already\n")
    assert server.paths == ["/a", "/a"]


def test_add_fetches_a_feed_again_that_carries_its_reports(server: Server, tmp_path: Path) -> None:
    program, address = Program(server, tmp_path), server.url("/full")
    own = full_item("", "Ely").replace("<link></link>", "")
    server.replies["/full"] = Reply(feed([own, full_item(server.url("/1"), "Bly")]))
    assert program.run("add", address).stdout == "2 reports added\n"
    assert program.run("add", address).stdout == "0 reports added, 2 there already\n"
    assert program.run("retract", address, "--yes").exit_code == 0
    left = program.run("add", address)
    assert left.stdout == "0 reports added, 2 left out, because they were retracted\n"
    assert server.paths == ["/full"] * 3


def test_reading_fetches_nothing(server: Server) -> None:
    [found] = articles_from(server.url("/a"))
    assert server.asked == []
    assert "this is an address, which is not fetched here; onrecord add fetches it" in str(found)


def test_a_private_address_is_refused_by_the_program_as_it_is_installed(
    server: Server, tmp_path: Path
) -> None:
    program = Program(server, tmp_path)
    program.parts = Parts(
        program.parts.articles_from, program.parts.reader, program.parts.check_date
    )
    for address in ("http://127.0.0.1:8080/rss", "http://[::1]/rss", "http://localhost/rss"):
        ended = program.run("watch", address)
        assert ended.exit_code == 3
        assert "private network or on this machine" in ended.stderr
    assert server.asked == []


@pytest.mark.parametrize(
    ("every", "seconds"), [(None, None), ("60s", 60), ("15m", 900), ("2H", 7_200), (" 1d ", 86_400)]
)
def test_an_interval_is_a_number_and_its_unit(every: str | None, seconds: float | None) -> None:
    assert interval(every) == seconds


@pytest.mark.parametrize("every", ["15", "m", "59s", "0m", "-5m", "1w", "١m", "1.5h", ""])
def test_other_intervals_are_refused(every: str) -> None:
    with pytest.raises(typer.BadParameter):
        interval(every)
