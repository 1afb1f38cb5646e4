"""Only web addresses of public hosts are asked, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import FetchError
from onrecord.fetch.addresses import next_address, read_address
from onrecord.fetch.bounds import MAX_ADDRESS, PORTS
from onrecord.fetch.resolving import is_public, numbers_of


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", "only addresses that begin with http"),
        ("ftp://paper.example/a", "only addresses that begin with http"),
        ("gopher://paper.example/", "only addresses that begin with http"),
        ("data:text/html,hello", "only addresses that begin with http"),
        ("javascript:alert(1)", "only addresses that begin with http"),
        ("//paper.example/a", "only addresses that begin with http"),
        ("https://ann:secret@paper.example/", "user's name or password"),
        ("https://ann@paper.example/", "user's name or password"),
        ("https://", "names no host"),
        ("https://paper.example:22/", "port 22 is not asked, only 80, 443, 8080, 8443"),
        ("https://paper.example:0/", "port 0 is not asked"),
        ("https://paper.example:99999/", "no web address"),
        ("https://[::1/", "no web address"),
        ("https://pa per.example/", "no web address"),
        ("https://paper.example\r\nX: y/", "no web address"),
        ("https://" + "a" * MAX_ADDRESS, "characters"),
    ],
)
def test_other_addresses_are_refused_and_it_is_said_why(url: str, why: str) -> None:
    with pytest.raises(FetchError, match=why) as caught:
        read_address(url, PORTS)
    assert not caught.value.temporary
    assert "secret" not in str(caught.value)


def test_an_address_is_sent_encoded_and_without_its_fragment() -> None:
    found = read_address("https://Paper.Example/ä b?q=“x”#part", PORTS)
    assert found.url == "https://paper.example/%C3%A4%20b?q=%E2%80%9Cx%E2%80%9D"
    assert read_address("http://bücher.example:8080", PORTS).site == (
        "http://xn--bcher-kva.example:8080"
    )


def test_an_address_cannot_smuggle_a_second_request() -> None:
    found = read_address("https://paper.example/a%0d%0aX: y\tz\x0b", PORTS)
    assert all(letter.isprintable() and letter != " " for letter in found.path)


def test_a_redirect_is_relative_and_never_gives_encryption_up() -> None:
    at = read_address("https://paper.example/a/b", PORTS)
    assert next_address(at, "../c", PORTS).url == "https://paper.example/c"
    assert next_address(at, "//other.example/", PORTS).url == "https://other.example/"
    with pytest.raises(FetchError, match="not encrypted any more"):
        next_address(at, "http://paper.example/c", PORTS)
    with pytest.raises(FetchError, match="only addresses that begin with http"):
        next_address(at, "file:///etc/passwd", PORTS)


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "127.8.9.10",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",  # what clouds tell a machine about itself, keys too
        "100.64.0.1",  # a provider's own network
        "198.18.0.1",
        "192.0.2.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd00:ec2::254",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::a00:1",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::1",
        "2001:db8::1",
        "2001:0:7f00:1::1",
        "no number",
    ],
)
def test_numbers_that_are_not_of_the_public_internet_are_known(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["93.184.216.34", "2606:4700::1111", "::ffff:93.184.216.34"])
def test_public_numbers_are_known(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::1]", "localhost"]
)
def test_this_machine_is_refused_however_its_number_is_written(host: str) -> None:
    """The system's own look-up is asked, which reads decimal, octal and short forms."""
    from onrecord.fetch.resolving import system_resolve

    address = read_address(f"http://{host}/", PORTS)
    with pytest.raises(FetchError, match=r"private network or on this machine|is not known"):
        numbers_of(address, system_resolve, private=False)


def test_a_host_with_one_private_number_is_refused_whole() -> None:
    address = read_address("http://paper.example/", PORTS)
    with pytest.raises(FetchError, match="private network"):
        numbers_of(address, lambda host, port: ["93.184.216.34", "10.0.0.1"], private=False)


def test_a_host_that_is_not_known_may_be_another_time() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    address = read_address("http://paper.example/", PORTS)
    for resolve in (unknown, lambda host, port: []):
        with pytest.raises(FetchError) as caught:
            numbers_of(address, resolve, private=False)
        assert caught.value.temporary


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://", "http://a.example:"]))
def test_no_string_raises_anything_else(text: str, before: str) -> None:
    try:
        found = read_address(before + text, PORTS)
    except FetchError:
        return
    assert found.scheme in ("http", "https")
    assert found.port in PORTS
    assert found.path.startswith("/")
    assert found.path.isascii()
    assert not set(found.path + found.host) & set(" \t\r\n\x0b\x0c\0")
    try:
        next_address(found, text, PORTS)
    except FetchError:
        return
