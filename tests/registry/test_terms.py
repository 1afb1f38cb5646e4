"""Terms that several sources tell of, made into one; ended by a successor."""

from __future__ import annotations

from onrecord.domain.register import Origin, Tenure
from registry.origins import CABINETS, FACTBOOK, HAND_CHECKED, WORLD_LEADERS
from registry.terms import succeeded, tidied
from tests.register.people import held, person

HAND = Origin(HAND_CHECKED, "Apache-2.0", "2026-08-22", "x")
LEADERS = Origin(WORLD_LEADERS, "x", "2026-08-22", "x")
BOOK = Origin(FACTBOOK, "x", "2026-01-17", "x")
OLD = Origin(f"{CABINETS} x", "x", "2022-07-08", "line 2")
PRESIDENCY = frozenset({("president", "freedonia")})


def president(start: str, end: str | None, origin: Origin) -> Tenure:
    return held("president", "Freedonia", start, end, origin=origin)


def agreed(*terms: Tenure, died: str | None = None) -> list[tuple[str | None, str | None, str]]:
    found = tidied(person("Ann Lee", *terms, died=died)).tenures
    return [(term.start, term.end, term.origin.as_of) for term in found]


def test_the_most_believed_of_two_that_overlap_is_kept() -> None:
    assert agreed(president("2019-05-20", None, OLD), president("2019-05-20", None, BOOK)) == [
        ("2019-05-20", None, "2026-01-17")
    ]
    assert agreed(
        president("2019-05-20", None, OLD), president("2019-05-21", "2024-01-01", HAND)
    ) == [("2019-05-21", "2024-01-01", "2026-08-22")]


def test_a_second_election_does_not_shorten_a_term() -> None:
    assert agreed(president("2018-02-15", None, OLD), president("2022-01-01", None, LEADERS)) == [
        ("2018-02-15", None, "2026-08-22")
    ]


def test_two_terms_with_years_between_stay_two() -> None:
    apart = (president("2000-05-07", "2008-05-07", OLD), president("2012-05-07", None, BOOK))
    assert len(agreed(*apart)) == 2


def test_terms_that_follow_each_other_in_one_source_are_told_as_one() -> None:
    terms = (president("2009-01-20", "2013-01-20", OLD), president("2013-01-21", None, OLD))
    assert agreed(*terms) == [("2009-01-20", None, "2022-07-08")]


def test_nobody_serves_after_death() -> None:
    assert agreed(president("2019-01-01", None, OLD), died="2021-02-03") == [
        ("2019-01-01", "2021-02-03", "2022-07-08")
    ]
    assert agreed(president("2019-01-01", None, OLD), died="1999-02-03") == []


def test_an_open_term_ends_where_a_successors_starts() -> None:
    before = person("Ann Lee", president("2015-01-01", None, BOOK))
    after = person("Bo Lind", president("2025-11-08", None, LEADERS))
    ended, kept = succeeded([before, after], PRESIDENCY)
    assert ended.tenures[0].end == "2025-11-08"
    assert kept == after


def test_a_term_is_not_drawn_out_to_a_successor_years_later() -> None:
    before = person("Ann Lee", president("2015-01-01", None, OLD))
    after = person("Bo Lind", president("2025-11-08", None, LEADERS))
    assert next(succeeded([before, after], PRESIDENCY)) == before


def test_several_may_hold_an_office_that_is_not_for_one() -> None:
    senators = [
        person("Ann Lee", held("senator", "Ohio", "2015")),
        person("Bo Lind", held("senator", "Ohio", "2019")),
    ]
    assert list(succeeded(senators, PRESIDENCY)) == senators
