"""What the register has on somebody is told with where it has it from and until when it holds."""

from __future__ import annotations

from dataclasses import replace

from onrecord.domain.entity import Entity, EntityKind
from onrecord.interfaces.known_rows import rows_of
from tests.interfaces.fakes import OfLees

KNOWN = Entity("e1", "Ann Lee", EntityKind.PERSON, (), row="reg-7")


def test_the_row_of_the_person_and_of_what_they_were_that_day_is_told() -> None:
    assert rows_of(KNOWN, "2013-02-01T10:00:00Z", OfLees()) == (
        "register: Ann Lee, offices.csv, line 12, as of 2024-01-31, CC0",
        "Mayor of Ely, from 2010 until 2014-06-30: offices.csv, line 12, as of 2024-01-31, CC0",
    )


def test_an_office_without_an_end_is_told_to_run_until_the_origins_day() -> None:
    (_, office) = rows_of(KNOWN, "2024-01-01", OfLees())
    assert office.startswith("Builder of Ely, from 2020-05-01 until at least 2024-01-31: ")


def test_without_a_date_no_office_is_told() -> None:
    assert len(rows_of(KNOWN, None, OfLees())) == 1


def test_who_is_named_otherwise_in_the_report_is_found_by_the_surname() -> None:
    assert rows_of(replace(KNOWN, name="Annie Lee"), None, OfLees())[0].startswith(
        "register: Ann Lee,"
    )


def test_of_who_is_in_no_register_nothing_is_told() -> None:
    assert rows_of(replace(KNOWN, row=None), "2013-02-01", OfLees()) == ()
    assert rows_of(replace(KNOWN, row="reg-99"), "2013-02-01", OfLees()) == ()
