"""One question, one answer, over a connection to a number that was checked.

Whatever comes in passes one place, ``_Bounded.readinto``, which counts bytes and looks at the
clock: a server that drips its headers, or sends interim answers without end, is cut off there.
"""

from __future__ import annotations

import io
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.errors import FetchError
from onrecord.fetch.addresses import Address
from onrecord.fetch.bounds import (
    CONNECT_SECONDS,
    MAX_BODY_BYTES,
    MAX_HEADER_BYTES,
    READ_SECONDS,
    TOTAL_SECONDS,
)
from onrecord.fetch.clock import Clock

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
    from urllib3.response import HTTPResponse


@dataclass
class Budget:
    """What one answer may still take: bytes, and seconds until ``until`` on the clock."""

    where: str
    clock: Clock
    until: float
    bytes: int = MAX_HEADER_BYTES

    @classmethod
    def of(cls, where: str, clock: Clock) -> Budget:
        """A whole budget, from now on."""
        return cls(where, clock, clock.monotonic() + TOTAL_SECONDS)

    def seconds(self) -> float:
        """For how long the next piece may be waited for; raises FetchError for no more."""
        left = self.until - self.clock.monotonic()
        if left <= 0:
            message = f"its answer was not over after {TOTAL_SECONDS:.0f} seconds; try again later"
            raise FetchError(self.where, message, temporary=True)
        return min(left, READ_SECONDS)

    def take(self, count: int) -> None:
        """Count bytes that came in."""
        self.bytes -= count
        if self.bytes < 0:
            raise FetchError(self.where, "its answer is larger than what is read of strangers")

    def for_body(self) -> None:
        """Behind the headers: a body, and as much again for how it is cut into chunks."""
        self.bytes = 2 * MAX_BODY_BYTES


class _Bounded(io.RawIOBase):
    """What is read from a socket, within a budget."""

    def __init__(self, sock: Any, budget: Budget) -> None:
        self._sock, self._budget = sock, budget
        self._raw = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._sock.settimeout(self._budget.seconds())
        count = self._raw.readinto(buffer) or 0
        self._budget.take(count)
        return count

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Socket:
    """A connected socket, plain or encrypted, that hands out nothing but bounded readers."""

    def __init__(self, sock: Any, budget: Budget) -> None:
        self._sock, self._budget = sock, budget

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)

    def makefile(self, mode: str = "rb", *_: object, **__: object) -> io.BufferedReader:
        return io.BufferedReader(_Bounded(self._sock, self._budget))


@contextmanager
def answer(
    address: Address,
    numbers: tuple[str, ...],
    headers: Mapping[str, str],
    budget: Budget,
    context: ssl.SSLContext,
) -> Iterator[HTTPResponse]:
    """The answer to GET ``address``, its headers read and its body not; closed on leaving.

    Raises FetchError for everything that can go wrong, also while the body is read.
    """
    from http.client import HTTPException

    from urllib3.exceptions import HTTPError, SSLError

    connection: HTTPConnection | None = None
    response: HTTPResponse | None = None
    try:
        connection = _connected(address, numbers, budget, context)
        sent = {"Host": address.named, "Connection": "close", **headers}
        connection.request(
            "GET", address.path, headers=sent, preload_content=False, decode_content=False
        )
        response = connection.getresponse()
        budget.for_body()
        yield response
    except (SSLError, ssl.SSLError) as error:
        message = f"its certificate or encryption is not to be trusted ({_reason(error)})"
        raise FetchError(address.url, message) from error
    except (HTTPError, OSError) as error:
        raise _broken(address, error) from error
    except (ValueError, HTTPException) as error:
        raise FetchError(address.url, f"its answer is no HTTP ({_reason(error)})") from error
    finally:
        if response is not None:
            response.close()  # it, too, holds the socket: the server is to see that we left
        if connection is not None:
            connection.close()


def _connected(
    address: Address, numbers: tuple[str, ...], budget: Budget, context: ssl.SSLContext
) -> HTTPConnection:
    """A connection to the first of ``numbers`` that takes one; raises as urllib3 does."""
    from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

    for number in numbers[:-1]:
        connection = _connection(address, number, context)
        try:
            return _connect(connection, budget)
        except (NewConnectionError, ConnectTimeoutError):
            connection.close()
    return _connect(_connection(address, numbers[-1], context), budget)


def _connection(address: Address, number: str, context: ssl.SSLContext) -> HTTPConnection:
    from urllib3.connection import HTTPConnection, HTTPSConnection

    if address.scheme == "http":
        return HTTPConnection(number, address.port, timeout=CONNECT_SECONDS)
    return HTTPSConnection(
        number,
        address.port,
        timeout=CONNECT_SECONDS,
        server_hostname=address.host,
        ssl_context=context,
    )


def _connect(connection: HTTPConnection, budget: Budget) -> HTTPConnection:
    budget.seconds()
    try:
        connection.connect()
    except BaseException:
        connection.close()
        raise
    connection.sock = _Socket(connection.sock, budget)
    return connection


def _broken(address: Address, error: Exception) -> FetchError:
    message = f"its host did not answer, or broke off ({_reason(error)}); try again later"
    return FetchError(address.url, message, temporary=True)


def _reason(error: BaseException) -> str:
    """The innermost cause in its own words, without the names of connections and objects."""
    reason = error
    while (inner := reason.__cause__ or reason.__context__) is not None:
        reason = inner
    told = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
    return " ".join("".join(one if one.isprintable() else " " for one in told[:200]).split())
