"""Quotation marks as reports really use them."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.segment.paragraphs import find_paragraphs
from onrecord.segment.quotations import find_quotations


def quoted(text: str) -> list[str]:
    return [text[q.span.start : q.span.end] for q in find_quotations(text, find_paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Yes,” she said, “now.”", ["“Yes,”", "“now.”"]),
        ('"Yes," she said, "now."', ['"Yes,"', '"now."']),
        ("‘Yes,’ she said, ‘now.’", ["‘Yes,’", "‘now.’"]),
        ("'Yes,' she said, 'now.'", ["'Yes,'", "'now.'"]),
        ("``Yes,'' she said, ''now.''", ["``Yes,''", "''now.''"]),
        ("«Yes,» she said.", ["«Yes,»"]),
    ],
)
def test_each_kind_of_mark_is_paired(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "It's the voters' choice, isn't it?",
        "It’s the voters’ choice in the ’90s, ’tis said.",
        "Rock 'n' roll for 'em all.",
        'She is 6\'2" tall and the board 5" thick.',
    ],
)
def test_apostrophes_and_inches_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_plural_possessive_does_not_end_a_british_quotation() -> None:
    assert quoted("‘The voters’ choice is clear,’ he said.") == ["‘The voters’ choice is clear,’"]


def test_a_quotation_inside_another_is_one_level_deeper() -> None:
    text = "“He told me ‘no way’ and left,” she said."
    assert [q.depth for q in find_quotations(text, find_paragraphs(text))] == [0, 1]


def test_a_quotation_over_three_paragraphs_is_one_chain() -> None:
    text = "She said: “One.\n\n“Two.\n\n“Three.” He said: “Four.”"
    found = find_quotations(text, find_paragraphs(text))
    assert [q.chain for q in found] == [0, 0, 0, 1]
    assert [q.closed for q in found] == [False, False, True, True]


@pytest.mark.parametrize(("opening", "closing"), ["‘’", "''"])
def test_a_british_quotation_over_paragraphs_is_one_chain(opening: str, closing: str) -> None:
    first = f"She said: {opening}The voters’ one."
    text = f"{first}\n\n{opening}Two.{closing} He said: {opening}Three.{closing}"
    found = find_quotations(text, find_paragraphs(text))
    assert [q.chain for q in found] == [0, 0, 1]
    assert [q.closed for q in found] == [False, True, True]


def test_a_quotation_that_nothing_closes_ends_with_its_paragraph() -> None:
    text = "He said: “It never ends.\n\nThe next paragraph is the reporter’s."
    assert quoted(text) == ["“It never ends."]


MARKS = st.text(alphabet=st.sampled_from("ab s.,\n“”‘’'\"`«»—("), max_size=120)


@given(MARKS)
def test_quotations_slice_to_their_marks_and_stay_in_their_paragraph(text: str) -> None:
    paragraphs = find_paragraphs(text)
    for quotation in find_quotations(text, paragraphs):
        assert any(
            p.start <= quotation.span.start < quotation.span.end <= p.end for p in paragraphs
        )
        assert (
            quotation.span.start
            < quotation.inner.start
            <= quotation.inner.end
            <= quotation.span.end
        )
        assert quotation.closed == (quotation.inner.end < quotation.span.end)


@given(MARKS)
def test_outermost_quotations_never_overlap(text: str) -> None:
    outer = sorted(q.span for q in find_quotations(text, find_paragraphs(text)) if not q.depth)
    assert all(a.end <= b.start for a, b in pairwise(outer))


@pytest.mark.parametrize("sign", ["'", "‘", '"', "“", "’ '"])
def test_the_cost_of_many_marks_in_one_paragraph_is_linear(sign: str) -> None:
    def seconds(count: int) -> float:
        text = f"a {sign}b" * count
        began = time.process_time()
        find_quotations(text, find_paragraphs(text))
        return time.process_time() - began

    # A hundred times as much: linear is 100, quadratic 10,000; a busy machine makes 10 of 1.
    few = min(seconds(600) for _ in range(5))
    assert seconds(60_000) < 2_000 * few
