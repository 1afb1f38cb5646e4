"""Paragraphs in the three habits of news text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.span import Span
from onrecord.segment.paragraphs import find_paragraphs

WRAPPED = (
    "The minister opened the bridge on Tuesday, and\n"
    "told the crowd that it had cost less than the\n"
    "old one would have cost to mend.\n"
    "\n"
    "Nobody from the council came, which a spokesman\n"
    "for the county put down to the weather and the\n"
    "roads.\n"
)


def cut(text: str, *skip: tuple[int, int]) -> list[str]:
    return [text[start:end] for start, end in find_paragraphs(text, tuple(Span(*s) for s in skip))]


def test_a_blank_line_parts_paragraphs() -> None:
    assert cut("One.\n\nTwo.\r\n\r\nThree.") == ["One.", "Two.", "Three."]


def test_without_blank_lines_every_line_is_a_paragraph() -> None:
    assert cut("One.\nTwo.\u2028Three.") == ["One.", "Two.", "Three."]


def test_lines_wrapped_at_a_width_are_joined() -> None:
    assert [len(paragraph.splitlines()) for paragraph in cut(WRAPPED)] == [3, 3]


def test_a_notice_holds_no_paragraph() -> None:
    text = "A report.\n\nAll rights reserved.\n\nIts end."
    start = text.index("All")
    assert cut(text, (start, start + len("All rights reserved."))) == ["A report.", "Its end."]


def test_a_byline_inside_a_line_is_cut_out_of_it() -> None:
    assert cut("By Ann Lee London: it rained.", (0, 10)) == ["London: it rained."]


@given(st.text(alphabet=st.sampled_from("ab. \n\r\u2028\t"), max_size=200))
def test_paragraphs_hold_every_sign_and_never_overlap(text: str) -> None:
    spans = find_paragraphs(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
