"""The register that ships: its size, its look-ups, and handovers on either side."""

from __future__ import annotations

from collections import Counter

import pytest

from onrecord.register import SHIPPED, shipped

LARGEST = 10_000_000
STATES = sorted(
    {
        term.place
        for person in shipped()
        for term in person.tenures
        if term.title == "senator" and "United States" in term.office and term.place
    }
)


def holders(title: str, place: str | None, day: str) -> list[str]:
    return [person.name for person in shipped().in_office(title, place, day)]


def test_it_is_small_and_has_all_states() -> None:
    assert len(STATES) == 50
    assert SHIPPED.stat().st_size <= LARGEST


def test_nobody_has_anybody_elses_id_and_every_row_says_where_it_is_from() -> None:
    ids = Counter(person.id for person in shipped())
    assert max(ids.values()) == 1
    for person in shipped():
        for origin in (person.origin, *(term.origin for term in person.tenures)):
            assert origin.name
            assert origin.licence
            assert origin.row
            assert len(origin.as_of) == len("2026-08-22")


def test_no_term_ends_before_it_starts_or_is_known_from_the_future() -> None:
    for person in shipped():
        for term in person.tenures:
            last = term.end or term.origin.as_of
            assert (term.start or "")[: len(last)] <= last, (person.name, term)
            assert term.origin.as_of <= "2026-11-22"


@pytest.mark.parametrize(
    ("title", "place", "before", "on", "after"),
    [
        ("prime minister", "United Kingdom", "Rishi Sunak", "2024-07-05", "Keir Starmer"),
        ("chancellor", "United Kingdom", "Jeremy Hunt", "2024-07-05", "Rachel Reeves"),
        ("foreign secretary", "Britain", "David Cameron", "2024-07-05", "David Lammy"),
        ("home secretary", "U.K.", "James Cleverly", "2024-07-05", "Yvette Cooper"),
        ("defence secretary", "UK", "Grant Shapps", "2024-07-05", "John Healey"),
        ("health secretary", "UK", "Victoria Atkins", "2024-07-05", "Wes Streeting"),
        ("leader of the opposition", "UK", "Keir Starmer", "2024-07-05", "Rishi Sunak"),
        ("president", "United States", "Joe Biden", "2025-01-20", "Donald Trump"),
        ("vice president", "U.S.", "Kamala Harris", "2025-01-20", "JD Vance"),
        ("prime minister", "United Kingdom", "Keir Starmer", "2026-07-20", "Andy Burnham"),
        ("chancellor of the exchequer", "UK", "Rachel Reeves", "2026-07-20", "John Healey"),
        ("foreign secretary", "UK", "Yvette Cooper", "2026-07-20", "Ed Miliband"),
    ],
)
def test_an_office_passes_on_its_day(
    title: str, place: str, before: str, on: str, after: str
) -> None:
    eve, morrow = on[:-2] + f"{int(on[-2:]) - 1:02}", on[:-2] + f"{int(on[-2:]) + 1:02}"
    assert holders(title, place, eve) == [before]
    assert holders(title, place, on) == [after, before]
    assert holders(title, place, morrow) == [after]


@pytest.mark.parametrize(
    ("title", "place", "day", "names"),
    [
        ("prime minister", "United Kingdom", "2016-10-20", {"Theresa May"}),
        ("governor", "Ohio", "2016-10-20", {"John Kasich"}),
        ("gov.", "Indiana", "2016-10-20", {"Mike Pence"}),
        ("secretary of state", "Ohio", "2024-10-20", {"Frank LaRose"}),
        ("secretary of state", "United States", "2016-10-20", {"John Kerry"}),
        ("attorney general", "United States", "2016-10-20", {"Loretta Lynch"}),
        ("republican nominee", None, "2016-10-20", {"Donald Trump"}),
        ("GOP nominee", "United States", "2008-10-20", {"John McCain"}),
        ("democratic nominee", None, "2024-07-10", {"Joe Biden"}),
        ("Democrat candidate", "United States", "2024-09-26", {"Kamala Harris"}),
        ("presidential nominee", "US", "2016-10-20", {"Donald Trump", "Hillary Clinton"}),
        ("running mate", "US", "2016-10-20", {"Mike Pence", "Tim Kaine"}),
        ("president-elect", None, "2016-11-20", {"Donald Trump"}),
        ("chancellor", "Germany", "2020-01-01", {"Angela Merkel"}),
        ("prime minister", "Germany", "2020-01-01", {"Angela Merkel"}),
        ("senator", "Iowa", "2016-10-20", {"Chuck Grassley", "Joni Ernst"}),
        ("senator", "Iowa", "2010-10-20", {"Chuck Grassley", "Tom Harkin"}),
        ("House Speaker", "United States", "2016-10-20", {"Paul Ryan"}),
        ("speaker", "United States", "2024-10-20", {"Mike Johnson"}),
        ("first minister", "Scotland", "2023-06-01", {"Humza Yousaf"}),
        ("Labour leader", "United Kingdom", "2016-10-20", {"Jeremy Corbyn"}),
        ("finance minister", "UK", "2016-10-20", {"Philip Hammond"}),
        ("foreign minister", "UK", "2016-10-20", {"Boris Johnson"}),
        ("foreign minister", "France", "2023-10-20", {"Catherine Colonna"}),
        ("secretary-general", "NATO", "2016-10-20", {"Jens Stoltenberg"}),
        ("secretary general", "U.N.", "2016-10-20", {"Ban Ki-moon"}),
        ("president", "Ukraine", "2024-09-26", {"Volodymyr Zelensky"}),
        ("prime minister", "Israel", "2022-09-26", {"Yair Lapid"}),
        ("premier", "China", "2016-10-20", {"Li Keqiang"}),
        ("king", "Britain", "2023-01-01", {"Charles III"}),
        ("mayor", "London", "2017-01-01", {"Sadiq Khan"}),
    ],
)
def test_who_held_an_office_is_known(
    title: str, place: str | None, day: str, names: set[str]
) -> None:
    assert set(holders(title, place, day)) == names


@pytest.mark.parametrize(
    "day", ["2008-06-02", "2016-10-20", "2020-06-02", "2023-06-02", "2024-09-26", "2025-06-02"]
)
def test_every_state_has_one_governor_and_two_senators(day: str) -> None:
    governors = {place: holders("governor", place, day) for place in STATES}
    senators = {place: holders("senator", place, day) for place in STATES}
    assert {place: held for place, held in governors.items() if len(held) != 1} == {}
    assert {place: held for place, held in senators.items() if len(held) != 2} == {}


def test_nobody_is_claimed_after_the_last_day_that_is_known() -> None:
    assert holders("president", "United States", "2026-08-22") == ["Donald Trump"]
    assert holders("president", "United States", "2026-08-23") == []


@pytest.mark.parametrize(
    ("name", "wikidata"),
    [
        ("Keir Starmer", "Q6383803"),
        ("Bernie Sanders", "Q359442"),
        ("Bernard Sanders", "Q359442"),
        ("Donald J. Trump", "Q22686"),
        ("J. D. Vance", "Q28935729"),
        ("Hillary Rodham Clinton", "Q6294"),
        ("Volodymyr Zelensky", "Q3874799"),
        ("Volodymyr Zelenskyy", "Q3874799"),
        ("Volodymyr Zelenskiy", "Q3874799"),
        ("Sergei Lavrov", "Q58217"),
        ("Xi Jinping", "Q15031"),
        ("Jinping Xi", "Q15031"),
        ("Lord Cameron", "Q192"),
        ("Binyamin Netanyahu", "Q43723"),
    ],
)
def test_a_name_in_any_usual_writing_finds_the_person(name: str, wikidata: str) -> None:
    assert wikidata in [person.wikidata for person in shipped().named(name)]


def test_both_clintons_answer_to_their_surname_and_no_son_to_his_fathers_name() -> None:
    clintons = {person.name for person in shipped().surnamed("Clinton")}
    assert clintons >= {"Bill Clinton", "Hillary Clinton"}
    assert [person.name for person in shipped().named("Donald Trump")] == ["Donald Trump"]
    assert shipped().named("Donald Trump Jr.") == ()


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("British", "United Kingdom"),
        ("the U.S.", "United States"),
        ("American", "United States"),
        ("Fla.", "Florida"),
        ("Calif.", "California"),
        ("Wis.", "Wisconsin"),
        ("N.Y.", "New York"),
        ("Texan", "Texas"),
        ("Kyiv", "Ukraine"),
        ("Kiev", "Ukraine"),
        ("Bogotá", "Colombia"),
        ("Dutch", "Netherlands"),
        ("Welsh", "Wales"),
        ("EU", "European Union"),
        ("Washington", "Washington"),
        ("Washington, D.C.", "United States"),
        ("In", None),
        ("Congolese", None),
        ("Korean", None),
        ("", None),
    ],
)
def test_a_word_stands_for_a_place_or_for_none(word: str, place: str | None) -> None:
    assert shipped().place_of(word) == place


def test_first_names_tell_how_many_are_women() -> None:
    shares = {name: shipped().share_female(name) for name in ("Mary", "John", "Leslie", "Zzyzx")}
    assert shares["Mary"] is not None
    assert shares["Mary"] > 0.98
    assert shares["John"] is not None
    assert shares["John"] < 0.02
    assert shares["Leslie"] is not None
    assert 0.3 < shares["Leslie"] < 0.8
    assert shares["Zzyzx"] is None
