"""A user's own lists: imported whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import ListError, RegisterError
from onrecord.register import installed, own_lists

GOOD = """\
id,name,aliases,wikidata,gender,born,office,title,place,start,end
a,Ana Ruiz,Anita Ruiz; Ana R. Ruiz,,female,1970-02,Mayor of Malaga,mayor,Malaga,2023-06-17,
a,Ana Ruiz,,,,,Minister of Transport,transport minister,Spain,2019,2021-07-12
b,Bo Lind,,Q99999901,male,,,,,,
"""
DAY = "2026-08-01"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "lists"
    monkeypatch.setenv(own_lists.FOLDER, str(place))
    return place


def written(tmp_path: Path, text: str, name: str = "town hall.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def problems(tmp_path: Path, text: str, name: str = "list.csv") -> str:
    with pytest.raises(ListError) as refused:
        own_lists.add(written(tmp_path, text, name), DAY)
    return "\n".join(refused.value.problems)


def test_what_was_imported_is_consulted_beside_what_ships(tmp_path: Path) -> None:
    added = own_lists.add(written(tmp_path, GOOD), DAY, licence="CC0-1.0")
    assert (added.name, added.people, added.offices) == ("town-hall", 2, 2)
    register = installed()
    (ana,) = register.named("Anita Ruiz")
    assert (ana.name, ana.gender, ana.born) == ("Ana Ruiz", "female", "1970-02")
    assert register.in_office("mayor", "Malaga", "2024-01-01") == (ana,)
    assert register.in_office("minister of transport", "Spain", "2020-01-01") == (ana,)
    assert register.in_office("mayor", "Malaga", "2026-08-02") == ()
    assert [one.name for one in register.named("Keir Starmer")] == ["Keir Starmer"]
    assert register.place_of("British") == "United Kingdom"
    assert register.share_female("Mary")


def test_every_row_says_which_line_of_which_list_it_is(tmp_path: Path) -> None:
    own_lists.add(written(tmp_path, GOOD), DAY, licence="CC0-1.0")
    origins = [term.origin for term in installed().named("Ana Ruiz")[0].tenures]
    assert [one.row for one in origins] == ["line 2", "line 3"]
    assert {(one.name, one.licence, one.as_of) for one in origins} == {
        ("your list town hall.csv", "CC0-1.0", DAY)
    }


def test_somebody_whom_both_know_by_wikidata_is_one_person(tmp_path: Path) -> None:
    row = "name,wikidata,office,title,place,start\nKeith Starmer,Q6383803,Patron,patron,Malaga,2020"
    own_lists.add(written(tmp_path, row), DAY)
    (one,) = installed().named("Keith Starmer")
    assert "Keir Starmer" in one.aliases
    assert {"patron", "prime minister"} <= {term.title for term in one.tenures}
    assert installed().named("Keir Starmer")[0].wikidata == "Q6383803"


def test_a_list_imported_again_takes_the_place_of_the_first(tmp_path: Path) -> None:
    own_lists.add(written(tmp_path, GOOD), DAY)
    own_lists.add(written(tmp_path, "name\nZoe Zander\n"), DAY)
    assert [(one.name, one.people) for one in own_lists.lists()] == [("town-hall", 1)]
    assert installed().named("Ana Ruiz") == ()


def test_a_list_can_be_removed_once(tmp_path: Path) -> None:
    own_lists.add(written(tmp_path, GOOD), DAY)
    assert own_lists.remove("town hall")
    assert not own_lists.remove("town hall")
    assert list(own_lists.lists()) == []


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("name,colour\nAna,red\n", "line 1: 'colour' is no known column"),
        ("title,place\nmayor,Malaga\n", "line 1: the column 'name' is missing"),
        ("name,name\nAna,Ana\n", "line 1: the column 'name' stands there twice"),
        ("name,born\nAna,1970-02-30\n", "line 2: 'born' is '1970-02-30', which is no date"),
        ("name,born\nAna,1.2.1970\n", "line 2: 'born' is '1.2.1970', which is no date"),
        ("name,title,start,end\nAna,mayor,2024,2023\n", "line 2: 'end' (2023) is before"),
        ("id,name\n1,Ana\n2,Bo\n1,Cy\n", "line 4: the id '1' stands in line 2 already"),
        ("id,name\n1,Ana\n1,Ana\n", "line 3: the id '1' stands in line 2 already"),
        ("id,name,aliases\n1,Ana,Bo\n2,Bo,Ana\n", "line 2: the aliases go in a circle: Ana → Bo"),
        ("id,name,alias_of\n1,A,2\n2,B,3\n3,C,1\n", "the aliases go in a circle: A → B → C → A"),
        ("id,name,alias_of\n1,Ana,1\n", "line 2: the aliases go in a circle: Ana → Ana"),
        ("id,name,alias_of\n1,Ana,7\n", "line 2: 'alias_of' is '7', an id that no row has"),
        ("name,wikidata\nAna,42\n", "line 2: 'wikidata' is '42'; write an id such as Q42"),
        ("name,office\nAna,Mayor\n", "line 2: 'office' needs a 'title'"),
        ("name,born\n,1970\n", "line 2: 'name' is empty"),
        ("name,born\nAna,1970,x\n", "line 2: has not the 2 fields of the first line"),
        ("name,born\nAna\n", "line 2: has not the 2 fields of the first line"),
        (f"name\n{'A' * 3000}\n", "line 2: 'name' is longer than 2000 characters"),
        ("name\n", "there is nobody in it"),
        ("", "line 1: the column 'name' is missing"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_imported(
    tmp_path: Path, folder: Path, rows: str, told: str
) -> None:
    assert told in problems(tmp_path, rows)
    assert not folder.exists() or list(folder.iterdir()) == []


def test_a_wrong_list_leaves_the_earlier_one_as_it_was(tmp_path: Path) -> None:
    own_lists.add(written(tmp_path, GOOD), DAY)
    problems(tmp_path, GOOD + "c,Cy,,,,2000-13,,,,,\n", "town hall.csv")
    assert [(one.name, one.people) for one in own_lists.lists()] == [("town-hall", 2)]


def test_all_wrong_rows_are_named_up_to_twenty(tmp_path: Path) -> None:
    told = problems(tmp_path, "name,born\n" + "".join(f"A{n},never\n" for n in range(30)))
    assert told.count("which is no date") == 20
    assert "and 10 more rows are wrong" in told


def test_a_name_that_only_renames_is_an_alias(tmp_path: Path) -> None:
    rows = "id,name,alias_of\n1,Ana Ruiz,\n2,Anita Ruiz,1\n3,La Ruiz,2\n"
    assert own_lists.add(written(tmp_path, rows), DAY).people == 1
    assert installed().named("La Ruiz")[0].name == "Ana Ruiz"


def test_a_file_that_is_not_utf_8_is_refused_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "old.csv"
    path.write_bytes("name\nAna\nJosé\n".encode("latin-1"))
    with pytest.raises(ListError, match="line 3: not UTF-8"):
        own_lists.add(path, DAY)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ListError, match=r"gone\.csv"):
        own_lists.add(tmp_path / "gone.csv", DAY)


def test_a_file_that_is_too_large_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_lists, "LARGEST", 10)
    with pytest.raises(ListError, match="split it"):
        own_lists.add(written(tmp_path, GOOD), DAY)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, folder: Path) -> None:
    folder.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(RegisterError, match="cannot be written"):
        own_lists.add(written(tmp_path, GOOD), DAY)


def test_an_altered_list_is_named_and_not_passed_over(tmp_path: Path) -> None:
    added = own_lists.add(written(tmp_path, GOOD), DAY)
    added.path.write_bytes(b"not this\n")
    with pytest.raises(RegisterError, match=r"town-hall\.register"):
        installed()


def test_what_wikidatas_query_gives_is_read(tmp_path: Path) -> None:
    entity, ana = "http://www.wikidata.org/entity", "Ana Ruiz"
    rows = (
        "person,personLabel,personAltLabel,genderLabel,born,positionLabel,placeLabel,start,end\n"
        f'{entity}/Q9,{ana},"Anita Ruiz, La Ruiz",female,1970-02-01T00:00:00Z,mayor,Malaga,'
        "2020-01-01T00:00:00Z,2021-01-01T00:00:00Z\n"
        f"{entity}/Q9,{ana},,female,1970-02-01T00:00:00Z,deputy mayor,Malaga,,\n"
    )
    own_lists.add(written(tmp_path, rows), DAY)
    (one,) = installed().named("La Ruiz")
    assert (one.id, one.wikidata, one.born) == ("Q9", "Q9", "1970-02-01")
    assert [(term.title, term.start, term.end) for term in one.tenures] == [
        ("mayor", "2020-01-01", "2021-01-01"),
        ("deputy mayor", None, None),
    ]


FTM = "\n".join(
    (
        '{"id": "p1", "schema": "Person", "properties": {"name": ["Ana Ruiz"], "alias": ["Anita"],'
        ' "birthDate": ["1970"], "gender": ["female"], "wikidataId": ["Q99999902"]}}',
        '{"id": "o1", "schema": "Occupancy", "properties": {"holder": ["p1"], "post": ["m1"],'
        ' "startDate": ["2020-05-01"]}}',
        '{"id": "m1", "schema": "Position", "properties": {"name": ["Mayor"], "country": ["es"]}}',
        '{"id": "p2", "schema": "Person", "properties": {"name": "Bo Lind",'
        ' "position": ["Envoy"]}}',
        '{"id": "c1", "schema": "Company", "properties": {"name": ["Lind Ltd"]}}',
        "",
    )
)


def test_follow_the_money_is_read_whatever_else_is_in_it(tmp_path: Path) -> None:
    assert own_lists.add(written(tmp_path, FTM, "some.ftm.json"), DAY).people == 2
    (ana,) = installed().in_office("mayor", "Spain", "2024-01-01")
    assert (ana.name, ana.aliases, ana.born) == ("Ana Ruiz", ("Anita",), "1970")
    assert [term.title for term in installed().named("Bo Lind")[0].tenures] == ["envoy"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "line 1: is no FollowTheMoney entity"),
        ("[1]", "line 1: is no FollowTheMoney entity"),
        ('{"schema": "Person"}', "line 1: is no FollowTheMoney entity"),
        ('{"id": "a", "schema": "Person", "properties": {}}', "line 1: this Person has no name"),
        (
            '{"id": "a", "schema": "Person", "properties": {"name": ["A"], "birthDate": ["x"]}}',
            "line 1: 'birthDate' is 'x', which is no date",
        ),
        ("[" * 100_000, "line 1: is no FollowTheMoney entity"),
    ],
)
def test_a_wrong_line_of_follow_the_money_is_named(tmp_path: Path, line: str, told: str) -> None:
    assert told in problems(tmp_path, line, "list.jsonl")
