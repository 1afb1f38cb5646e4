"""docs/register.md says what the code does: columns, the query, origins with licence and date."""

from __future__ import annotations

import re
from pathlib import Path

from onrecord.register import shipped
from onrecord.register.list_csv import COLUMNS, WIKIDATA_COLUMNS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "register.md").read_text("utf-8")
ORIGINS = {
    term.origin.name: term.origin
    for person in shipped()
    for term in person.tenures
    if not term.origin.name.startswith("On Record")
}


def test_every_column_of_a_list_is_explained_and_no_other() -> None:
    table = PAGE.split("### CSV")[1].split("###")[0]
    explained = [
        name
        for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", row)
    ]
    assert sorted(explained) == sorted(COLUMNS)


def test_the_query_gives_the_columns_that_are_read() -> None:
    query = re.search(r"```sparql\nSELECT (.*?) WHERE", PAGE, re.DOTALL)
    assert query
    assert tuple(re.findall(r"\?(\w+)", query[1])) == WIKIDATA_COLUMNS


def test_every_origin_stands_on_the_page_with_its_licence_and_date() -> None:
    table = PAGE.split("## Where every row is from")[1].split("##")[0]
    for name, origin in ORIGINS.items():
        start = re.split(r"[ ,]", name.removeprefix("The "))[0]
        row = next(line for line in table.splitlines() if f"{start} " in line.replace("]", " "))
        assert origin.licence.split(";")[0].split(" (")[0] in row, name
        assert origin.as_of in row or name.startswith("cabinets"), name


def test_the_cabinets_dates_are_between_those_on_the_page() -> None:
    dates = sorted(one.as_of for name, one in ORIGINS.items() if name.startswith("cabinets"))
    assert f"{dates[0]} to {dates[-1]}" in PAGE
