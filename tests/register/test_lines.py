"""Sorted lines searched where they lie."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.register.lines import SortedLines, written

WORDS = st.text(st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc")), max_size=8)
TABLES = st.dictionaries(WORDS.filter(bool), WORDS, max_size=30)


def table(lines: dict[str, str], around: bytes = b"") -> SortedLines:
    content = written(lines)
    return SortedLines(around + content + around, len(around), len(around) + len(content))


@given(TABLES)
def test_every_line_is_found_again(lines: dict[str, str]) -> None:
    found = table(lines)
    assert {key: found.get(key) for key in lines} == lines


@given(TABLES, WORDS)
def test_what_was_not_written_is_not_found(lines: dict[str, str], other: str) -> None:
    assert other in lines or table(lines).get(other) is None


@given(TABLES, WORDS)
def test_all_keys_with_a_beginning_are_found_in_order(lines: dict[str, str], begins: str) -> None:
    wanted = sorted((k for k in lines if k.startswith(begins)), key=str.encode)
    assert [key for key, _ in table(lines).starting(begins)] == wanted


@given(TABLES, WORDS.filter(bool))
def test_all_keys_that_hold_a_part_are_found_in_order(lines: dict[str, str], part: str) -> None:
    wanted = sorted((k for k in lines if part in k), key=str.encode)
    assert [key for key, _ in table(lines).holding(part)] == wanted


@given(TABLES)
def test_a_table_ends_where_it_ends(lines: dict[str, str]) -> None:
    assert dict(table(lines, around=b"aaa\tno\nzzz\tno\n")) == lines


def test_an_empty_table_has_nothing() -> None:
    assert table({}).get("a") is None
    assert list(table({})) == []
