"""The scorer of times, on documents made up here."""

from __future__ import annotations

import pytest

from evaluation.timebank import TimedReport, in_dev_half, measure, pair, read_report
from evaluation.timex import Timex
from onrecord.domain.span import Span

DOCUMENT = """<TimeML><DCT><TIMEX3 type="TIME" value="2024-09-26T10:00">x</TIMEX3></DCT>
<TEXT>
He &amp; she <EVENT eid="e1">met</EVENT> on
<TIMEX3 tid="t1" type="DATE" value="2024-09-25">Wednesday</TIMEX3>.
They will <EVENT>meet</EVENT> on <TIMEX3 type="DATE" value="2024-09-27">Friday</TIMEX3>.
<TIMEX3 type="DATE" value="PAST_REF">Once</TIMEX3> they had three years.
It lasted <TIMEX3 type="DURATION" value="P3Y">three years</TIMEX3>.
</TEXT></TimeML>"""


def test_a_document_is_read_without_its_marks_and_times_slice_its_text() -> None:
    report = read_report("a.tml", DOCUMENT)
    assert report.published == "2024-09-26"
    assert "He & she met on" in report.text
    words = [report.text[one.span.start : one.span.end].strip() for one in report.gold]
    assert words == ["Wednesday", "Friday", "Once", "three years"]


@pytest.mark.parametrize("marked", ["", "<TEXT></TEXT>", '<DCT><TIMEX3 value="2024"/></DCT>'])
def test_a_document_without_text_or_date_is_refused_by_name(marked: str) -> None:
    with pytest.raises(ValueError, match=r"a\.tml"):
        read_report("a.tml", marked)


def test_what_is_found_right_and_missed_is_counted() -> None:
    timed, pairs = measure([read_report("a.tml", DOCUMENT)])
    assert timed.relaxed.precision == timed.relaxed.recall == timed.value.recall == 3 / 4
    assert (timed.days.right, timed.days.of) == (2, 2)
    assert (timed.weekdays_ahead.of, timed.weekdays_back.of) == (1, 1)
    assert sum(one.predicted is None for one in pairs) == 1


def test_two_annotated_times_never_share_a_predicted_one() -> None:
    gold = (Timex(Span(0, 4), "DATE", "a"), Timex(Span(5, 9), "DATE", "b"))
    pairs = pair(
        TimedReport("a", "text text", "2024-09-26", gold), [Timex(Span(0, 9), "DATE", "a")]
    )
    assert [(one.gold, one.right) for one in pairs] == [(gold[0], True), (gold[1], False)]


def test_a_part_of_a_day_that_was_left_out_is_still_the_day_and_not_the_value() -> None:
    gold = (Timex(Span(0, 4), "DATE", "2024-09-25"),)
    predicted = Timex(Span(0, 9), "TIME", "2024-09-25TNI")
    (one,) = pair(TimedReport("a", "text text", "2024-09-26", gold), [predicted])
    assert one.on_day
    assert not one.right


def test_the_half_of_a_document_is_told_by_its_name_alone() -> None:
    assert in_dev_half("wsj_0006.tml")
    assert not in_dev_half("a.tml")
