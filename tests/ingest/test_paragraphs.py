from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.paragraphs import find_paragraphs


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in find_paragraphs(text)]


def test_a_line_is_a_paragraph() -> None:
    assert paragraphs("One.\nTwo.\r\n\r\n  Three. \rFour.") == ["One.", "Two.", "Three.", "Four."]


def test_lines_that_were_wrapped_at_a_width_are_one_paragraph() -> None:
    wrapped = "It is the wish of the council that nobody should\nread a notice line by line."
    assert paragraphs(f"{wrapped}\n\nNext.") == [wrapped, "Next."]


def test_a_long_line_in_the_block_means_that_nothing_was_wrapped() -> None:
    assert len(paragraphs("word " * 30 + "\nCopyright 2024\n" + "word " * 30)) == 3


@given(st.text(alphabet=st.sampled_from("ab \t\n\r\u2028\u0085“"), max_size=80))
def test_paragraphs_stand_in_order_and_hold_all_that_is_not_white_space(text: str) -> None:
    found = find_paragraphs(text)
    assert list(found) == sorted(found)
    assert all(text[start:end].strip() == text[start:end] for start, end in found)
    assert "".join("".join(paragraphs(text)).split()) == "".join(text.split())
