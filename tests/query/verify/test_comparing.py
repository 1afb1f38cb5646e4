"""How the words of a quotation compare to those of a report, whoever said them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.kept import Paragraph
from onrecord.domain.report import Report
from onrecord.errors import BadQuotation
from onrecord.query.verify.comparing import Compared, compared
from onrecord.query.verify.findings import Kind, Part, Verdict
from onrecord.query.verify.quoted import quoted
from onrecord.query.verify.told import paragraph_told

REPORT = Report("a", None, None, None, None, None)
SAID = (
    "Lee said: “The harbour wall - all of it - will not be rebuilt before the winter storms, "
    "which is the council’s own decision. Nobody voted against it at the time of 5 per cent.”\n"
)


def beside(quotation: str, text: str = SAID, start: int = 0) -> Compared:
    return compared(quoted(quotation), paragraph_told(Paragraph(1, REPORT, start, text)))


def differences(one: Compared) -> list[Part]:
    return [part for part in one.parts if part.kind not in (Kind.SAME, Kind.TYPOGRAPHY)]


@pytest.mark.parametrize(
    "quotation",
    [
        "The harbour wall - all of it - will not be rebuilt before the winter storms",
        "“The harbour wall - all of it - will not be rebuilt before the winter storms”",
        "  will not be\n rebuilt\u00a0before the winter storms ",
        "will not be rebuilt [sic] before the winter storms",
        "council’s own decision. Nobody voted",
    ],
)
def test_the_very_words_are_exact(quotation: str) -> None:
    one = beside(quotation)
    assert (one.wording, one.similarity) == (Verdict.EXACT, 1)


@pytest.mark.parametrize(
    "quotation",
    [
        "the harbour wall — all of it — will not be rebuilt",
        "[T]he harbour wall",
        "the council's own decision",
        "The harbor wall",
        "the time of five percent",
        "decision; nobody voted",
        "will not [really] be rebuilt",
        "will not … be rebuilt",
    ],
)
def test_what_is_set_otherwise_is_typography_only(quotation: str) -> None:
    one = beside(quotation)
    assert (one.wording, one.similarity) == (Verdict.TYPOGRAPHY, 1)


@pytest.mark.parametrize(
    ("quotation", "openly"),
    [
        ("will not be rebuilt … which is the council’s own decision", True),
        ("will not be rebuilt [...] Nobody voted against it", True),
        ("[It] will not be rebuilt", False),
        ("will not be rebuilt before the storms", False),
        ("wall will not be rebuilt which is the council’s own decision", False),
    ],
)
def test_words_that_are_left_out_are_a_cut_open_or_not(quotation: str, openly: bool) -> None:
    one = beside(quotation)
    assert one.wording in (Verdict.CUT, Verdict.TYPOGRAPHY)
    assert (one.similarity == 1) == (openly or quotation.startswith("["))
    assert all(part.marked for part in differences(one)) == (one.similarity == 1)


@pytest.mark.parametrize(
    ("quotation", "told", "turned"),
    [
        ("will be rebuilt before the winter", "not ", True),
        ("will now be rebuilt", "not ", True),
        ("before the autumn storms", "winter ", False),
        ("before the winter storms and floods, which is", "", False),
        ("Everybody voted against it", "Nobody ", True),
    ],
)
def test_changed_words_are_told_and_a_lost_not_is_flagged(
    quotation: str, told: str, turned: bool
) -> None:
    one = beside(quotation)
    [part] = differences(one)
    assert (one.wording, part.told.text, part.negates) == (Verdict.ALTERED, told, turned)
    assert one.similarity < 1


def test_a_not_that_is_left_out_openly_is_a_cut_that_is_flagged() -> None:
    one = beside("The wall … will … be rebuilt", "the wall will not be rebuilt")
    assert (one.wording, differences(one)[0].negates) == (Verdict.CUT, True)


def test_a_not_in_a_long_passage_that_is_left_out_turns_nothing() -> None:
    one = beside("The harbour wall … which is the council’s own decision")
    assert (one.wording, differences(one)[0].negates) == (Verdict.CUT, False)


def test_a_slip_in_spelling_is_nearer_than_another_word() -> None:
    slip, other = beside("before the wintre storms"), beside("before the summer storms")
    assert 1 > slip.similarity > other.similarity


def test_what_interrupts_a_quotation_is_no_part_of_the_typography() -> None:
    text = "“We counted every boat,\n\n“and nobody asked us to.”"
    assert beside("We counted every boat, and nobody asked us", text).wording is Verdict.EXACT


def test_only_what_is_in_quotation_marks_is_spoken() -> None:
    assert beside("Lee said the harbour").spoken == 0.5
    assert beside("will not be rebuilt").spoken == 1
    assert beside("no", "she said no").spoken == 0


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("he said “never again”, twice", "never again"),
        ('he said "never again", twice', "never again"),
        ("he said ‘the council’s ferry’, twice", "the council’s ferry"),
        ("he said 'the council's ferry', twice", "the council's ferry"),
        ("“We counted and", "We counted and"),
        ("the council’s ferry", ""),
    ],
)
def test_quotation_marks_of_all_kinds_are_paired(text: str, spoken: str) -> None:
    told = paragraph_told(Paragraph(1, REPORT, 7, text))
    assert told.spoken_within(0, len(told.words)).text == spoken


@given(st.text(max_size=60), st.text(max_size=120), st.integers(0, 50))
def test_parts_are_all_of_the_quotation_and_slice_to_what_is_told(
    quotation: str, text: str, start: int
) -> None:
    try:
        one = beside(quotation, text, start)
    except BadQuotation:
        return
    assert "".join(quotation[slice(*part.asked)] for part in one.parts) == quotation
    for part in one.parts:
        for (begin, end), piece in zip(part.told.spans, part.told.pieces, strict=True):
            assert text[begin - start : end - start] == piece
    assert 0 <= one.similarity <= 1
    assert 0 <= one.covered <= 1


@given(st.data(), st.text(alphabet="ab .,’“”-é\n", min_size=1, max_size=60))
def test_what_is_cut_out_of_a_report_at_words_is_right(data: st.DataObject, text: str) -> None:
    told = paragraph_told(Paragraph(1, REPORT, 0, text))
    if not told.words:
        return
    first = data.draw(st.integers(0, len(told.words) - 1))
    last = data.draw(st.integers(first + 1, len(told.words)))
    quotation = text[told.words[first].start : told.words[last - 1].end]
    one = compared(quoted(quotation), told)
    assert one.wording in (Verdict.EXACT, Verdict.TYPOGRAPHY)
    assert one.similarity == 1
