"""A user's own list as CSV: with the columns of docs/register.md, or as Wikidata gives it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from onrecord.register.entries import Entry, Fields, OfficeEntry, Problems
from onrecord.register.folding import folded

COLUMNS = (
    "id", "name", "aliases", "alias_of", "wikidata", "gender", "born", "died",
    "office", "title", "place", "start", "end", "as_of",
)  # fmt: skip
WIKIDATA_COLUMNS = (
    "person", "personLabel", "personAltLabel", "genderLabel", "born", "died",
    "position", "positionLabel", "placeLabel", "start", "end",
)  # fmt: skip
_NEEDED = ({"name"}, {"person", "personLabel"})


def read_csv(text: str, problems: Problems) -> Iterator[Entry]:
    """The rows of a list. Columns may stand in any order; only ``name`` is needed."""
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="")
    try:
        columns = [name.strip() for name in reader.fieldnames or ()]
        reader.fieldnames = columns
        wikidata = "personLabel" in columns
        if _wrong_columns(columns, wikidata, problems):
            return
        for row in reader:
            where = f"line {reader.line_num}"
            if "" in row or None in row.values():
                problems.add(where, f"has not the {len(columns)} fields of the first line")
                continue
            fields = Fields(where, row, problems)
            yield _from_wikidata(fields) if wikidata else _own(fields)
    except csv.Error as error:
        problems.add(f"line {reader.line_num}", f"is not CSV ({error}); quote fields with commas")


def _wrong_columns(columns: list[str], wikidata: bool, problems: Problems) -> bool:
    allowed = WIKIDATA_COLUMNS if wikidata else COLUMNS
    unknown = [name for name in columns if name not in allowed]
    twice = [name for name in dict.fromkeys(columns) if columns.count(name) > 1]
    for name in unknown:
        problems.add("line 1", f"'{name[:40]}' is no known column; known: {', '.join(allowed)}")
    for name in twice:
        problems.add("line 1", f"the column '{name}' stands there twice")
    missing = _NEEDED[wikidata] - set(columns)
    for name in sorted(missing):
        problems.add("line 1", f"the column '{name}' is missing")
    return bool(unknown or twice or missing)


def _own(fields: Fields) -> Entry:
    name, title = fields.text("name"), fields.text("title")
    office, place = fields.text("office"), fields.text("place") or None
    start, end = fields.term("start", "end")
    if not name:
        fields.problems.add(fields.where, "'name' is empty")
    if office and not title:
        fields.problems.add(fields.where, "'office' needs a 'title', what reports call the holder")
    wikidata = fields.wikidata("wikidata")
    held = OfficeEntry(office or title, title, place, start, end, fields.date("as_of"))
    return Entry(
        where=fields.where,
        id=fields.text("id") or wikidata or _id_of(name),
        name=name,
        aliases=fields.several("aliases"),
        wikidata=wikidata,
        gender=fields.gender("gender"),
        born=fields.date("born"),
        died=fields.date("died"),
        offices=(held,) if title else (),
        alias_of=fields.text("alias_of") or None,
    )


def _from_wikidata(fields: Fields) -> Entry:
    wikidata, name = fields.wikidata("person"), fields.text("personLabel")
    title, place = fields.text("positionLabel"), fields.text("placeLabel") or None
    start, end = fields.term("start", "end")
    if not wikidata or not name:
        fields.problems.add(fields.where, "'person' and 'personLabel' must not be empty")
    held = OfficeEntry(title, title, place, start, end)
    return Entry(
        where=fields.where,
        id=wikidata or "",
        name=name,
        aliases=fields.several("personAltLabel", ","),
        wikidata=wikidata,
        gender=fields.gender("genderLabel"),
        born=fields.date("born"),
        died=fields.date("died"),
        offices=(held,) if title else (),
    )


def _id_of(name: str) -> str:
    return "name/" + folded(name).replace(" ", "-")
