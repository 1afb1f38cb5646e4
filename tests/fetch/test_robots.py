from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.fetch.bounds import MAX_ROBOTS_BYTES, MAX_ROBOTS_RULES
from onrecord.fetch.robots import read_rules

AGENT = "onrecord"


def allowed(rules: str, path: str) -> bool:
    return read_rules(rules.encode(), AGENT).allow(path)


@pytest.mark.parametrize(
    ("rules", "path", "expected"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /private", "/public", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/open", "/a/open/1", True),
        ("User-agent: *\nAllow: /a/open\nDisallow: /a", "/a/shut", False),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: OnRecord\nDisallow: /b", "/a", True),
        ("User-agent: x\nUser-agent: onrecord/2\nDisallow: /b", "/b", False),
        ("user-AGENT : *\n  disallow : /b # why", "/b", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", True),
        ("User-agent: *\nDisallow: /a*b*c", "/a-b-c", False),
        ("User-agent: *\nDisallow: /a*b*c", "/a-c-b", True),
        ("User-agent: *\nDisallow: /a%2Fb", "/a/b", False),
        ("User-agent: *\nDisallow: /ä", "/%C3%A4", False),
        ("\ufeffUser-agent: *\r\nDisallow: /b\r\n", "/b", False),
        ("Disallow: /b", "/b", True),
    ],
)
def test_the_longest_rule_for_us_says(rules: str, path: str, expected: bool) -> None:
    assert allowed(rules, path) is expected


def test_a_delay_is_read_and_nonsense_is_not() -> None:
    def delay(value: str) -> float | None:
        return read_rules(f"User-agent: *\nCrawl-delay: {value}".encode(), AGENT).delay

    assert delay("5") == 5
    assert delay("2.5") == 2.5
    assert [delay(one) for one in ("-1", "inf", "nan", "soon", "")] == [None] * 5


def test_a_file_made_to_be_slow_is_not() -> None:
    line = b"Disallow: /" + b"*a" * 900 + b"b\n"
    rules = read_rules(b"User-agent: *\n" + line * (MAX_ROBOTS_BYTES // len(line)), AGENT)
    begun = time.process_time()
    for _ in range(10):
        rules.allow("/" + "a" * 4_000)
    assert time.process_time() - begun < 5


def test_only_so_many_rules_are_heeded() -> None:
    content = b"User-agent: *\n" + b"Disallow: /a\n" * (MAX_ROBOTS_RULES + 10)
    assert len(read_rules(content, AGENT).paths) == MAX_ROBOTS_RULES


@given(st.binary(max_size=300), st.text(max_size=40))
def test_any_bytes_are_a_robots_file(content: bytes, path: str) -> None:
    for prefix in (b"", b"User-agent: *\nDisallow: ", b"User-agent: *\nCrawl-delay: "):
        assert read_rules(prefix + content, AGENT).allow("/" + path) in (True, False)
