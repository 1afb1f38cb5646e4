"""The line of days: in order, within its bounds, nothing on top of anything else."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.article import Article
from onrecord.interfaces.diary import diary
from onrecord.interfaces.page.timeline import MOST, Timeline, timeline
from tests.interfaces.fakes import Met, When, record_of


def line_of(*values: str | None, published: str | None = None) -> Timeline | None:
    article = Article(id="a", text="met then")
    met = [Met("met", when=When("then", value)) for value in values]
    return timeline(diary(record_of(article, met=met)), published)


def drawn(*values: str | None, published: str | None = None) -> Timeline:
    line = line_of(*values, published=published)
    assert line
    return line


def test_without_a_day_there_is_no_line() -> None:
    assert line_of(None, "P3D", published="2024-09-26") is line_of() is None


def test_a_single_day_stands_in_the_middle_under_its_date() -> None:
    line = drawn("2024-09-26")
    assert [(mark.x, mark.width) for mark in line.marks] == [(50, 0)]
    assert [(label.x, label.anchor, label.words) for label in line.labels] == [
        (50, "middle", "26 Sep 2024")
    ]


def test_days_close_to_one_another_are_to_scale_and_long_gaps_are_shortened_and_shown_so() -> None:
    line = drawn("2024-09-23", "2024-09-24", "2024-09-26", "2014-09-26")
    decade, first, second, fourth = (mark.x for mark in line.marks)
    assert round((fourth - second) / (second - first), 2) == 2
    assert line.gaps == ((decade, first),)
    assert first - decade < 92


def test_a_month_lasts_from_its_first_day_to_its_last_and_is_called_by_its_name() -> None:
    line = drawn("2024-09", "2024-09-10")
    month, day = line.marks
    assert month.left < day.left < month.right
    assert month.width == round(month.right - month.left, 2) > 0
    assert line.labels[0].words == "September 2024"


def test_both_ends_of_a_range_are_dated() -> None:
    words = [label.words for label in drawn("2024-09-23/2024-09-26").labels]
    assert words == ["23 Sep 2024", "26 Sep 2024"]


def test_the_day_of_publication_is_marked_beside_them() -> None:
    line = drawn("2024-09-25", "2024-09-27", published="2024-09-26")
    assert line.published
    assert line.marks[0].x < line.published.x < line.marks[1].x
    assert drawn("2024-09-25").published is None


def test_of_hundreds_the_first_are_drawn() -> None:
    assert len(drawn(*["2024-09-25"] * 300).marks) == MOST


DAYS = st.dates(date(1, 1, 1), date(9998, 12, 31)).map(str)
VALUES = st.lists(
    st.one_of(DAYS, DAYS.map(lambda day: day[:7]), st.none()), min_size=1, max_size=50
)


@given(VALUES, st.one_of(DAYS, st.none()))
def test_everything_lies_on_the_line_and_no_two_marks_on_one_another(
    values: list[str | None], published: str | None
) -> None:
    line = line_of(*values, published=published)
    if line is None:
        assert not any(values)
        return
    for mark in line.marks:
        assert 0 <= mark.left <= mark.right <= 100
        assert 0 < mark.y < line.axis < line.height
    lanes: dict[int, float] = {}
    for mark in line.marks:
        assert mark.left >= lanes.get(mark.y, 0)
        lanes[mark.y] = mark.right + 6
    firsts = [mark.left for mark in line.marks]
    assert firsts == sorted(firsts)


@given(VALUES)
def test_no_two_dates_are_written_over_one_another(values: list[str | None]) -> None:
    line = line_of(*values)
    width = {"start": 0.0, "middle": 11.5, "end": 23.0}
    starts = [label.x - width[label.anchor] for label in (line.labels if line else ())]
    assert all(later - earlier >= 22.9 for earlier, later in pairwise(starts))
