"""Feeds on a real server, watched into a real record: what is new is added, politely."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from onrecord.archive import Added, Archive, Visited
from onrecord.domain.article import Article
from onrecord.watching import Outcome, bounds
from tests.archive.fake_store import FakeReader
from tests.fetch.server import Asked, FakeClock, Reply, Server
from tests.watching.feeds import archive_at, feed, full_item, item, page


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def archive(tmp_path: Path, server: Server, clock: FakeClock) -> Archive:
    return archive_at(tmp_path, server, clock)


def watch(archive: Archive, *feeds: str) -> tuple[Added, list[Visited]]:
    visits: list[Visited] = []
    return archive.watch(feeds, on_visit=visits.append), visits


def kept(archive: Archive) -> list[Article]:
    with archive._store().view() as view:
        return [one.article for one in view.records()]


def lay(server: Server, *names: str, more: str = "") -> str:
    """A feed of teasers at /rss with their pages; returns its address."""
    links = [server.url(f"/{name}") for name in names]
    server.replies["/rss"] = Reply(feed([item(link) for link in links], more))
    server.replies |= {f"/{name}": Reply(page(name)) for name in names}
    return server.url("/rss")


def test_pages_of_teasers_are_fetched_and_whole_items_are_not(
    server: Server, archive: Archive
) -> None:
    whole, line = server.url("/whole"), server.url("/line")
    dated = item(line, title="A &amp; b", pubDate="Mon, 04 May 2026 09:30:00 +0100", author="Bo")
    server.replies["/rss"] = Reply(feed([full_item(whole, "whole"), dated]))
    server.replies["/line"] = Reply(page("line"))
    added, _ = watch(archive, server.url("/rss"))
    assert (added.new, added.unreadable) == (2, 0)
    assert server.paths == ["/rss", "/line"]
    by_url = {one.url: one for one in kept(archive)}
    assert set(by_url) == {whole, line}
    found = by_url[line]
    assert (found.title, found.outlet) == ("A & b", "The Ely Post")
    assert found.published == "2026-05-04T09:30:00+01:00"
    assert [one.name for one in found.byline] == ["Bo"]
    assert found.retrieved_from == line


def test_what_the_page_says_of_itself_goes_before_what_the_feed_says(
    server: Server, archive: Archive
) -> None:
    head = (
        "<title>Own</title><meta property='og:site_name' content='Fen News'>"
        "<meta property='article:published_time' content='2026-05-03T08:00:00Z'>"
    )
    said = item(server.url("/a"), title="Other", pubDate="Mon, 04 May 2026 09:30:00 +0100")
    server.replies |= {"/rss": Reply(feed([said])), "/a": Reply(page("a", head))}
    watch(archive, server.url("/rss"))
    [found] = kept(archive)
    assert (found.title, found.outlet) == ("Own", "Fen News")
    assert found.published == "2026-05-03T08:00:00Z"


def test_a_second_visit_fetches_only_what_is_new(server: Server, archive: Archive) -> None:
    address = lay(server, "a", "b")
    watch(archive, address)
    lay(server, "c", "a", "b")
    added, [visited] = watch(archive, address)
    assert server.paths == ["/rss", "/a", "/b", "/rss", "/c"]
    assert (added.new, visited.outcome) == (1, Outcome.READ)


def test_a_page_that_goes_by_another_address_is_not_fetched_again(
    server: Server, archive: Archive
) -> None:
    address = lay(server, "a?from=rss")
    canonical = f"<link rel='canonical' href='{server.url('/a')}'>"
    server.replies["/a?from=rss"] = Reply(page("a", canonical))
    for _ in range(2):
        watch(archive, address)
    assert server.paths == ["/rss", "/a?from=rss", "/rss"]
    assert [one.url for one in kept(archive)] == [server.url("/a")]


def test_what_was_added_by_hand_is_not_fetched_again(server: Server, archive: Archive) -> None:
    address = lay(server, "a")
    assert archive.add(server.url("/a")).new == 1
    watch(archive, address)
    assert server.paths == ["/a", "/rss"]


def test_a_feed_that_has_not_changed_is_not_sent_again(server: Server, archive: Archive) -> None:
    address = lay(server, "a")
    body = server.replies["/rss"]
    assert isinstance(body, Reply)
    marks = {"ETag": '"1"', "Last-Modified": "Mon, 04 May 2026 10:00:00 GMT"}

    def conditional(asked: Asked) -> Reply:
        known = asked.headers.get("if-none-match") == '"1"'
        return Reply(status=304) if known else Reply(body.body, headers=marks)

    server.replies["/rss"] = conditional
    outcomes = [watch(archive, address)[1][0].outcome for _ in range(3)]
    assert outcomes == [Outcome.READ, Outcome.UNCHANGED, Outcome.UNCHANGED]
    assert server.asked[-1].headers["if-modified-since"] == marks["Last-Modified"]


def test_a_feed_with_pages_left_is_asked_for_whole(
    server: Server, archive: Archive, clock: FakeClock
) -> None:
    """Else "nothing has changed" would hide the page that could not be had."""
    address = lay(server, "a")
    server.replies["/rss"] = Reply(feed([item(server.url("/a"))]), headers={"ETag": '"1"'})
    server.replies["/a"] = Reply(status=503)
    added, _ = watch(archive, address)
    assert (added.new, added.unreadable) == (0, 1)
    server.replies["/a"] = Reply(page("a"))
    clock.passed += 10_000
    added, _ = watch(archive, address)
    assert "if-none-match" not in server.asked[-2].headers
    assert added.new == 1
    watch(archive, address)
    assert server.asked[-1].headers["if-none-match"] == '"1"'


def test_a_page_that_fails_is_tried_later_and_given_up_in_the_end(
    server: Server, archive: Archive, clock: FakeClock
) -> None:
    address = lay(server, "a")
    server.replies["/a"] = Reply(status=500)
    for _ in range(bounds.MAX_TRIES + 2):
        watch(archive, address)
        clock.passed += bounds.MAX_BACK_OFF
    assert server.paths.count("/a") == bounds.MAX_TRIES


def test_a_page_that_is_refused_for_good_is_asked_for_once(
    server: Server, archive: Archive
) -> None:
    address = lay(server, "a", "b")
    server.replies["/a"] = Reply(status=404)
    assert watch(archive, address)[0].unreadable == 1
    assert watch(archive, address)[0] == Added()
    assert server.paths.count("/a") == 1


def test_the_other_pages_of_a_host_that_fails_are_left_for_later(
    server: Server, archive: Archive
) -> None:
    address = lay(server, *"abcdef")
    server.replies["/a"] = Reply(status=503)
    added, _ = watch(archive, address)
    assert server.paths == ["/rss", "/a"]
    assert "5 more of its pages are left for the next visit" in str(added.errors[-1])


def test_a_retracted_report_is_not_fetched_again(
    server: Server, archive: Archive, tmp_path: Path
) -> None:
    address, link = lay(server, "a"), server.url("/a")
    watch(archive, address)
    with archive._store().writing() as writer:
        [one] = writer.reports(link)
        writer.remove(one.id, "Ann", "asked to")
        writer.note_feed(address, {})
    watch(archive, address)
    assert server.paths == ["/rss", "/a", "/rss"]
    assert kept(archive) == []


def test_a_page_that_poses_as_another_outlets_is_kept_where_it_was_found(
    server: Server, archive: Archive
) -> None:
    posing = "<link rel='canonical' href='https://paper.example/scoop'>"
    address = lay(server, "a")
    server.replies["/a"] = Reply(page("a", posing))
    watch(archive, address)
    assert [one.url for one in kept(archive)] == [server.url("/a")]


def test_an_item_of_another_site_is_read_there_whatever_the_feed_says_of_it(
    server: Server, archive: Archive
) -> None:
    link = server.url("/a", host="paper.example")
    server.replies |= {"/rss": Reply(feed([full_item(link, "forged")])), "/a": Reply(page("real"))}
    watch(archive, server.url("/rss", host="gossip.example"))
    [found] = kept(archive)
    assert "real 1" in found.text
    assert (found.url, found.outlet) == (link, None)


def test_a_feed_that_moved_for_good_is_asked_there_from_then_on(
    server: Server, archive: Archive
) -> None:
    lay(server, "a")
    server.replies["/old"] = Reply(status=301, headers={"Location": "/rss"})
    _, [first] = watch(archive, server.url("/old"))
    assert first.moved_to == server.url("/rss")
    _, [second] = watch(archive, server.url("/old"))
    assert (second.moved_to, second.outcome) == (None, Outcome.READ)
    assert server.paths == ["/old", "/rss", "/a", "/rss"]


def test_a_feed_that_is_gone_is_not_asked_again(server: Server, archive: Archive) -> None:
    server.replies["/rss"] = Reply(status=410)
    outcomes = [watch(archive, server.url("/rss"))[1][0].outcome for _ in range(2)]
    assert outcomes == [Outcome.GONE, Outcome.RESTS]
    assert server.paths == ["/rss"]


def test_a_feed_that_fails_is_left_alone_and_stops_no_other(
    server: Server, archive: Archive, clock: FakeClock
) -> None:
    server.replies["/bad"] = Reply(status=503, headers={"Retry-After": "20"})
    address = lay(server, "a")
    added, [bad, good] = watch(archive, server.url("/bad"), address)
    assert (bad.outcome, good.outcome) == (Outcome.FAILED, Outcome.READ)
    assert (added.new, added.unreadable) == (1, 1)
    assert bad.rests_until is not None
    watch(archive, server.url("/bad"))
    assert server.paths.count("/bad") == 1
    clock.passed += bounds.BACK_OFF_SECONDS
    watch(archive, server.url("/bad"))
    assert server.paths.count("/bad") == 2


@pytest.mark.parametrize(
    "body", ["", "<html><p>No.</p>", "\0\0", "%PDF-", '{"a": 1}', "<rss><channel><x"]
)
def test_what_is_no_feed_is_an_error(server: Server, archive: Archive, body: str) -> None:
    server.replies["/rss"] = Reply(body)
    added, _ = watch(archive, server.url("/rss"))
    assert (added.new, added.unreadable) == (0, 1)


def test_one_visit_fetches_only_so_many_pages(
    server: Server, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.watching.visit.MAX_PAGES", 2)
    address = lay(server, *"abcde")
    assert [watch(archive, address)[0].new for _ in range(4)] == [2, 2, 1, 0]


class Rounds:
    """Goes round ``times`` times, looks at the file in between, then stops it as Ctrl-C does."""

    def __init__(self, times: int, look: Callable[[int], object] = lambda number: None) -> None:
        self.times, self.look, self.until = times, look, [datetime.min]

    def __call__(self, until: datetime) -> None:
        self.until.append(until)
        self.look(len(self.until) - 1)
        if len(self.until) > self.times:
            raise KeyboardInterrupt


def test_rounds_go_on_until_they_are_stopped(
    server: Server, archive: Archive, clock: FakeClock
) -> None:
    address = lay(server, "a")
    visits: list[Visited] = []
    with pytest.raises(KeyboardInterrupt):
        archive.watch(address, every=900, on_visit=visits.append, on_wait=Rounds(3))
    assert [one.added.new for one in visits] == [1, 0, 0]
    assert [seconds for seconds in clock.slept if seconds > 60] == [898.0, 900.0]


def test_between_rounds_the_file_is_not_locked(
    server: Server, archive: Archive, tmp_path: Path
) -> None:
    address = lay(server, "a")
    looked = []

    def look(number: int) -> None:
        with sqlite3.connect(tmp_path / "record.onrecord", timeout=0) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            looked.append(connection.execute("SELECT count(*) FROM articles").fetchone())
        connection.close()

    with pytest.raises(KeyboardInterrupt):
        archive.watch(address, every=900, on_wait=Rounds(2, look))
    assert looked == [(1,), (1,)]


def test_a_feed_that_asks_to_be_left_for_longer_is(server: Server, archive: Archive) -> None:
    address = lay(server, "a", more="<ttl>60</ttl>")
    with pytest.raises(KeyboardInterrupt):
        archive.watch(address, every=900, on_wait=Rounds(5))
    assert server.paths.count("/rss") == 2


def test_a_list_of_feeds_is_read_anew_each_round(
    server: Server, archive: Archive, tmp_path: Path
) -> None:
    file = tmp_path / "feeds.txt"
    lay(server, "a", "b")
    file.write_text(server.url("/none"))

    def look(number: int) -> None:
        file.write_text(server.url("/rss"))

    with pytest.raises(KeyboardInterrupt):
        archive.watch(str(file), every=900, on_wait=Rounds(2, look))
    assert len(kept(archive)) == 2


def test_an_interrupt_in_a_visit_keeps_what_was_read_and_goes_on_from_there(
    tmp_path: Path, server: Server
) -> None:
    address = lay(server, "a", "b", "c")

    class Stopped(FakeReader):
        def read(self, article: Article):  # type: ignore[no-untyped-def]
            if "c 1" in article.text:
                raise KeyboardInterrupt
            return super().read(article)

    archive = archive_at(tmp_path, server)
    archive._make_reader = Stopped
    with pytest.raises(KeyboardInterrupt):
        watch(archive, address)
    assert len(kept(archive)) == 2
    again = archive_at(tmp_path, server)
    assert watch(again, address)[0].new == 1
    assert server.paths.count("/a") == 1


def test_add_fetches_pages_and_feeds_and_says_what_it_does_not(
    server: Server, archive: Archive
) -> None:
    lay(server, "a")
    server.replies["/full"] = Reply(
        feed([full_item(server.url("/b"), "b"), item(server.url("/c"))]),
        headers={"Content-Type": "application/rss+xml"},
    )
    added = archive.add([server.url("/a"), server.url("/full"), server.url("/none")])
    assert (added.new, added.unreadable) == (2, 2)
    assert "add that, or watch the feed" in str(added.errors[0])
    assert "no such page" in str(added.errors[1])
    assert archive.add(server.url("/a")) == Added(same=1)


def test_rest_in_the_program_is_rest_in_the_record(
    tmp_path: Path, server: Server, clock: FakeClock
) -> None:
    """A second program does not ask a feed that the first was told to leave alone."""
    server.replies["/rss"] = Reply(status=503)
    watch(archive_at(tmp_path, server, clock), server.url("/rss"))
    _, [visited] = watch(archive_at(tmp_path, server, clock), server.url("/rss"))
    assert visited.outcome is Outcome.RESTS
    assert server.paths == ["/rss"]
