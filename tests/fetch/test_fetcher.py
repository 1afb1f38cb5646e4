"""Fetching from a real server on this machine: politely, and never more than we are willing to."""

from __future__ import annotations

import gzip
import ssl
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import FetchError
from onrecord.fetch import Fetcher, bounds, connection
from tests.fetch.server import HOST, Asked, FakeClock, Reply, Server, local_fetcher, serving

PAGE = "<p>The ferry sails again on Monday.</p>"


def refused(server: Server, path: str = "/", **parts: object) -> FetchError:
    with pytest.raises(FetchError) as caught:
        local_fetcher(server, **parts).get(server.url(path))
    return caught.value


def came_to(server: Server) -> str:
    """What was found, or the error's words; any other error fails the test."""
    try:
        return repr(local_fetcher(server).get(server.url()).body)
    except FetchError as error:
        return str(error)


def test_a_page_is_fetched_as_ourselves_and_once(server: Server) -> None:
    server.replies["/a?b=1"] = Reply(PAGE, headers={"Content-Type": "text/HTML; Charset='utf-8'"})
    found = local_fetcher(server).get(server.url("/a?b=1"))
    assert (found.body, found.url) == (PAGE.encode(), server.url("/a?b=1"))
    assert (found.content_type, found.charset) == ("text/html", "utf-8")
    robots, page = server.asked
    assert (robots.path, page.path) == ("/robots.txt", "/a?b=1")
    assert page.headers["user-agent"].startswith("onrecord/")
    assert page.headers["host"] == f"{HOST}:{server.port}"
    assert "cookie" not in page.headers


def test_a_private_host_is_not_asked_even_once(server: Server) -> None:
    fetcher = Fetcher(FakeClock(), ports={server.port})
    for host in (HOST, "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"):
        with pytest.raises(FetchError, match=r"private network or on this machine|not known"):
            fetcher.get(server.url(host=host))
    assert server.asked == []


def test_usual_fetchers_ask_no_other_port(server: Server) -> None:
    with pytest.raises(FetchError, match=f"port {server.port} is not asked"):
        Fetcher(FakeClock(), private=True).get(server.url())


def test_a_name_is_looked_up_once_so_that_a_second_answer_cannot_lead_inside(
    server: Server,
) -> None:
    """DNS rebinding: what was checked is what is connected to."""
    looked_up = []

    def rebinding(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return [HOST]

    server.replies["/"] = Reply(PAGE)
    url = server.url(host="paper.example")
    assert local_fetcher(server, resolve=rebinding).get(url).body == PAGE.encode()
    assert looked_up == ["paper.example"] * 2  # for robots.txt and for the page
    assert server.asked[-1].headers["host"] == f"paper.example:{server.port}"


def test_a_redirect_to_a_private_number_is_refused_at_that_hop(server: Server) -> None:
    numbers = {"inside.example": "10.0.0.1", "paper.example": HOST}
    server.replies["/"] = Reply(status=302, headers={"Location": server.url(host="inside.example")})
    seen: list[str] = []

    def is_public(number: str) -> bool:
        seen.append(number)
        return number == HOST

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("onrecord.fetch.resolving.is_public", is_public)
        fetcher = local_fetcher(server, private=False, resolve=lambda host, _: [numbers[host]])
        with pytest.raises(FetchError, match="private network"):
            fetcher.get(server.url(host="paper.example"))
    assert seen[-1] == "10.0.0.1"
    assert server.paths == ["/"]


def test_redirects_are_followed_and_permanent_ones_remembered(server: Server) -> None:
    server.replies |= {
        "/old": Reply(status=301, headers={"Location": "/older"}),
        "/older": Reply(status=308, headers={"Location": server.url("/new")}),
        "/now": Reply(status=302, headers={"Location": "/new"}),
        "/mixed": Reply(status=301, headers={"Location": "/now"}),
        "/new": Reply(PAGE),
    }
    fetcher = local_fetcher(server)
    assert fetcher.get(server.url("/old")).moved_permanently == server.url("/new")
    assert fetcher.get(server.url("/now")).moved_permanently is None
    assert fetcher.get(server.url("/mixed")).moved_permanently is None
    assert fetcher.get(server.url("/new")).moved_permanently is None


def test_redirects_without_end_are_left(server: Server) -> None:
    server.replies["/"] = Reply(status=302, headers={"Location": "/"})
    assert "redirects" in str(refused(server))
    assert server.paths == ["/"] * (bounds.MAX_REDIRECTS + 1)


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://x.example/", "http://x.example:22/"])
def test_a_redirect_to_what_is_not_asked_is_refused(server: Server, to: str) -> None:
    server.replies["/"] = Reply(status=302, headers={"Location": to})
    assert refused(server).temporary is False
    assert len(server.paths) == 1


def test_what_has_not_changed_is_not_sent_again(server: Server) -> None:
    def conditional(asked: Asked) -> Reply:
        known = asked.headers.get("if-none-match") == '"1"'
        marks = {"ETag": '"1"', "Last-Modified": "Mon, 04 May 2026 10:00:00 GMT"}
        return Reply(status=304, headers=marks) if known else Reply(PAGE, headers=marks)

    server.replies["/"] = conditional
    fetcher = local_fetcher(server)
    first = fetcher.get(server.url())
    assert (first.etag, first.modified) == ('"1"', "Mon, 04 May 2026 10:00:00 GMT")
    again = fetcher.get(server.url(), etag=first.etag, modified=first.modified)
    assert again.unchanged
    assert server.asked[-1].headers["if-modified-since"] == first.modified


@pytest.mark.parametrize("etag", ['"a"\r\nX: y', "ä", "x" * 2_000])
def test_a_mark_that_would_be_another_header_is_not_sent(server: Server, etag: str) -> None:
    server.replies["/"] = Reply(PAGE)
    local_fetcher(server).get(server.url(), etag=etag)
    assert "if-none-match" not in server.asked[-1].headers


@pytest.mark.parametrize(
    ("packing", "packed"),
    [
        ("gzip", gzip.compress(PAGE.encode())),
        ("x-gzip", gzip.compress(PAGE.encode())),
        ("deflate", zlib.compress(PAGE.encode())),
        ("deflate", zlib.compress(PAGE.encode(), wbits=-15)),
        ("identity", PAGE.encode()),
    ],
)
def test_packed_answers_are_unpacked(server: Server, packing: str, packed: bytes) -> None:
    server.replies["/"] = Reply(packed, headers={"Content-Encoding": packing})
    assert local_fetcher(server).get(server.url()).body == PAGE.encode()


BOMB = b"\0" * (bounds.MAX_BODY_BYTES * 3)


@pytest.mark.parametrize(
    ("packing", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress)],
)
def test_a_zip_bomb_is_left_before_it_goes_off(
    server: Server, packing: str, pack: Callable[[bytes], bytes]
) -> None:
    server.replies["/"] = Reply(pack(BOMB), headers={"Content-Encoding": packing})
    assert "larger than 10,000,000 bytes" in str(refused(server))


@pytest.mark.parametrize(
    ("packing", "body", "why"),
    [
        ("br", b"x", "which was not asked for"),
        ("gzip, gzip", b"x", "which was not asked for"),
        ("gzip", b"no gzip", "but broken"),
        ("gzip", gzip.compress(PAGE.encode() * 100)[:-20], "breaks off"),
    ],
)
def test_what_cannot_be_unpacked_is_refused(
    server: Server, packing: str, body: bytes, why: str
) -> None:
    server.replies["/"] = Reply(body, headers={"Content-Encoding": packing})
    assert why in str(refused(server))


def test_a_size_that_is_declared_too_large_is_not_read(server: Server) -> None:
    server.replies["/"] = Reply(PAGE, headers={"Content-Length": "99999999999999999999999"})
    assert "larger than" in str(refused(server))


def test_an_answer_that_never_ends_is_cut_off(server: Server) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    server.replies["/streamed"] = Reply(raw=[head + b"\r\n", *[b"x" * 65536] * 200])
    server.replies["/chunked"] = Reply(
        raw=[head + b"Transfer-Encoding: chunked\r\n\r\n", *[chunk] * 200]
    )
    for path in ("/streamed", "/chunked"):
        assert "larger than" in str(refused(server, path))


def test_an_answer_that_breaks_off_may_come_another_time(server: Server) -> None:
    server.replies["/"] = Reply(PAGE, headers={"Content-Length": "5000"})
    error = refused(server)
    assert error.temporary
    assert "broke off" in str(error)


@pytest.mark.parametrize(
    "raw",
    [
        [b"HTTP/1.1 200 OK\r\n", *[b"X-Many: " + b"y" * 60_000 + b"\r\n"] * 5, b"\r\n"],
        [b"HTTP/1.1 200 OK\r\n", *[f"X-{n}: y\r\n".encode() for n in range(20_000)], b"\r\n"],
        [b"HTTP/1.1 200 OK\r\nX-Long: ", *[b"y" * 65536] * 10, b"\r\n\r\n"],
        [b"HTTP/1.1 100 Continue\r\n\r\n"] * 20_000,
        [b"x" * 1_000_000],
        [b"SSH-2.0-OpenSSH\r\n"],
        [b"HTTP/1.1 999999 X\r\n\r\n"],
        [b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nxx"],
        [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nxx"],
        [b"\0"],
    ],
    ids=["long", "many", "one", "interim", "noline", "ssh", "status", "length", "chunk", "null"],
)
def test_what_is_no_answer_is_an_error_for_people(server: Server, raw: list[bytes]) -> None:
    server.replies["/"] = Reply(raw=raw)
    told = came_to(server)
    assert len(told) < 600
    assert "\n" not in told


def test_a_slow_drip_ends_when_the_time_is_over(server: Server) -> None:
    """Each look at the clock takes a second here; each piece comes in at once."""
    clock = FakeClock(step=1.0)
    drops = [b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", *[b"X: y\r\n"] * 10, b"\r\n"]
    server.replies["/"] = Reply(raw=[*drops, *[b"x" * 8192] * 300])
    with pytest.raises(FetchError, match="not over after 60 seconds") as caught:
        local_fetcher(server, clock).get(server.url())
    assert caught.value.temporary


def test_one_read_waits_no_longer_than_is_left() -> None:
    clock = FakeClock()
    budget = connection.Budget.of("http://paper.example/", clock)
    assert budget.seconds() == bounds.READ_SECONDS
    clock.passed = bounds.TOTAL_SECONDS - 5
    assert budget.seconds() == 5


@pytest.mark.parametrize(
    "kind", ["application/pdf", "image/png", "video/mp4", "application/zip", "application/gzip"]
)
def test_what_is_no_page_is_not_read(server: Server, kind: str) -> None:
    server.replies["/"] = Reply(PAGE, headers={"Content-Type": kind})
    assert f"this is {kind}" in str(refused(server))


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "for subscribers"),
        (402, "for subscribers"),
        (403, "refuses programs"),
        (404, "no such page"),
        (410, "taken away for good"),
        (451, "nothing that can be read"),
        (204, "nothing that can be read"),
        (206, "nothing that can be read"),
        (418, "nothing that can be read"),
    ],
)
def test_other_answers_are_errors_that_say_what_to_do(
    server: Server, status: int, words: str
) -> None:
    server.replies["/"] = Reply(status=status)
    error = refused(server)
    assert words in str(error)
    assert (error.status, error.temporary) == (status, False)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_host_that_asks_for_rest_gets_it(server: Server, status: int) -> None:
    server.replies["/"] = Reply(status=status, headers={"Retry-After": "120"})
    fetcher = local_fetcher(server)
    with pytest.raises(FetchError) as caught:
        fetcher.get(server.url())
    assert (caught.value.after, caught.value.temporary) == (120.0, True)
    with pytest.raises(FetchError, match="left alone"):
        fetcher.get(server.url("/other"))
    assert server.paths == ["/"]


def test_one_host_is_asked_once_a_second(server: Server) -> None:
    server.replies["*"] = Reply(PAGE)
    server.replies["/robots.txt"] = Reply(status=404)
    clock = FakeClock()
    fetcher = local_fetcher(server, clock)
    for path in ("/a", "/b", "/c"):
        fetcher.get(server.url(path))
    assert clock.slept == [1.0, 1.0, 1.0]


def test_robots_txt_is_heeded_and_remembered_for_a_day(server: Server) -> None:
    rules = "User-agent: onrecord\nDisallow: /private\nCrawl-delay: 7\n"
    server.replies["*"] = Reply(PAGE)
    server.replies["/robots.txt"] = Reply(rules, headers={"Content-Type": "text/plain"})
    clock = FakeClock()
    fetcher = local_fetcher(server, clock)
    with pytest.raises(FetchError, match=r"robots\.txt forbids"):
        fetcher.get(server.url("/private/a"))
    fetcher.get(server.url("/a"))
    fetcher.get(server.url("/b"))
    assert server.paths == ["/a", "/b"]
    assert clock.slept[-1] == 7.0
    assert [one.path for one in server.asked].count("/robots.txt") == 1
    clock.passed += bounds.ROBOTS_SECONDS
    fetcher.get(server.url("/c"))
    assert [one.path for one in server.asked].count("/robots.txt") == 2


def test_robots_txt_holds_for_where_a_redirect_leads(server: Server) -> None:
    server.replies["/robots.txt"] = Reply("User-agent: *\nDisallow: /private")
    server.replies["/a"] = Reply(status=301, headers={"Location": "/private"})
    assert "forbids" in str(refused(server, "/a"))
    assert server.paths == ["/a"]


def test_a_site_whose_robots_txt_fails_is_left_alone_for_now(server: Server) -> None:
    server.replies["*"] = Reply(PAGE)
    server.replies["/robots.txt"] = Reply(status=503)
    error = refused(server)
    assert error.temporary
    assert server.paths == []


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_robots_txt_may_be_asked(server: Server, status: int) -> None:
    server.replies["*"] = Reply(PAGE)
    server.replies["/robots.txt"] = Reply(status=status)
    assert local_fetcher(server).get(server.url()).body == PAGE.encode()


def test_a_robots_txt_of_any_size_costs_no_more_than_its_first_part(server: Server) -> None:
    server.replies["*"] = Reply(PAGE)
    server.replies["/robots.txt"] = Reply(
        gzip.compress(b"User-agent: *\nDisallow: /private\n" + BOMB),
        headers={"Content-Encoding": "gzip", "Content-Type": "image/png"},
    )
    assert "forbids" in str(refused(server, "/private"))


def test_a_host_that_does_not_answer_is_an_error_for_now() -> None:
    with serving() as server:
        pass
    error = refused(server)
    assert error.temporary
    assert "did not answer" in str(error)


def test_no_proxy_is_used_whatever_the_environment_says(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    server.replies["/"] = Reply(PAGE)
    assert local_fetcher(server).get(server.url()).body == PAGE.encode()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    command += ["-nodes", "-subj", "/CN=paper.example", "-days", "2", "-addext"]
    command += ["subjectAltName=DNS:paper.example", "-keyout", str(path), "-out", f"{path}.crt"]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("openssl is needed to make a certificate")
    path.write_text(path.read_text() + Path(f"{path}.crt").read_text())
    return path


def test_certificates_are_checked_against_the_name_that_was_asked_for(certificate: Path) -> None:
    ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ours.load_cert_chain(certificate)
    trusted = ssl.create_default_context(cafile=f"{certificate}.crt")
    with serving(ours) as server:
        server.replies["/"] = Reply(PAGE)
        fetcher = local_fetcher(server, context=trusted)
        found = fetcher.get(server.url(host="paper.example", scheme="https"))
        assert found.body == PAGE.encode()
        for host, context in (("other.example", trusted), ("paper.example", None)):
            with pytest.raises(FetchError, match="certificate or encryption") as caught:
                local_fetcher(server, context=context).get(server.url(host=host, scheme="https"))
            assert not caught.value.temporary


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(head=st.binary(max_size=200), body=st.binary(max_size=200))
def test_whatever_a_server_sends_is_an_answer_or_an_error(
    server: Server, head: bytes, body: bytes
) -> None:
    begun = b"HTTP/1.1 200 OK\r\n"
    server.replies["/robots.txt"] = Reply(status=404)
    for raw in ([head, body], [begun + head, b"\r\n\r\n", body], [begun + b"X: ", head, body]):
        server.replies["/"] = Reply(raw=[b"", *raw])
        came_to(server)
