"""A web server on this machine that answers as a test says, and a clock that nobody waits for."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from onrecord.fetch import Fetcher

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Reply:
    """One answer: ``raw`` is sent as it is, in place of the rest."""

    body: bytes | str = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: Sequence[bytes] = ()

    def pieces(self) -> Sequence[bytes]:
        if self.raw:
            return self.raw
        body = self.body.encode() if isinstance(self.body, str) else self.body
        given = {"Content-Type": "text/html", "Content-Length": str(len(body))} | dict(self.headers)
        lines = [f"HTTP/1.1 {self.status} X", *(f"{name}: {one}" for name, one in given.items())]
        head = "\r\n".join([*lines, "", ""]).encode()
        return [head, body]


@dataclass(frozen=True)
class Asked:
    """One request as the server got it; header names in lower case."""

    path: str
    headers: Mapping[str, str]


class Server:
    """``replies``: by path, an answer or what makes one of a request; "*" is for all others."""

    def __init__(self, socket_: socket.socket) -> None:
        self.replies: dict[str, Reply | Callable[[Asked], Reply]] = {}
        self.asked: list[Asked] = []
        self.port: int = socket_.getsockname()[1]
        self._socket = socket_

    def url(self, path: str = "/", host: str = HOST, scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked, robots.txt apart."""
        return [one.path for one in self.asked if one.path != "/robots.txt"]

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except ssl.SSLError:  # one who does not trust us
                continue
            except OSError:
                return
            with connection:
                self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        try:
            connection.settimeout(5)
            asked = _request(connection)
            if asked is None:
                return
            self.asked.append(asked)
            found = self.replies.get(asked.path, self.replies.get("*", Reply("none", 404)))
            for piece in (found if isinstance(found, Reply) else found(asked)).pieces():
                connection.sendall(piece)
        except OSError:
            return


def _request(connection: socket.socket) -> Asked | None:
    head = b""
    while b"\r\n\r\n" not in head:
        piece = connection.recv(65536)
        if not piece:
            return None
        head += piece
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): one.strip() for name, _, one in (x.partition(":") for x in lines)}
    return Asked(first.split()[1], headers)


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server for as long as it is needed; encrypted with ``context``."""
    plain = socket.create_server((HOST, 0))
    listening = context.wrap_socket(plain, server_side=True) if context else plain
    server = Server(listening)
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(5)


class FakeClock:
    """Time that passes when somebody waits, and ``step`` seconds at each look."""

    def __init__(self, step: float = 0.0) -> None:
        self.slept: list[float] = []
        self.passed = 0.0
        self.step = step

    def monotonic(self) -> float:
        self.passed += self.step
        return self.passed

    def now(self) -> datetime:
        return datetime(2026, 5, 4, 12, tzinfo=UTC) + timedelta(seconds=self.passed)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.passed += seconds


def local_fetcher(server: Server, clock: FakeClock | None = None, **parts: object) -> Fetcher:
    """One that may ask this machine; every name is this machine."""
    given = {"ports": {server.port}, "private": True, "resolve": lambda host, port: [HOST]} | parts
    return Fetcher(clock or FakeClock(), **given)  # type: ignore[arg-type]
