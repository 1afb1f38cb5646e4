"""What stands beside a name: roles once each, candidates with their shares, an identity."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.domain.entity import Candidate, ClaimedRole, Entity, EntityKind
from onrecord.domain.span import NO_WORDS
from onrecord.interfaces.naming import known_as, names_of, perhaps, roles_of, share

LEE = Entity("e1", "Ann  Lee", EntityKind.PERSON, ())


@pytest.mark.parametrize(
    ("probability", "written"),
    [(0.6, ".6"), (0.35, ".35"), (1, "1"), (0.999, "1"), (0, "0"), (0.004, "<.01"), (0.1, ".1")],
)
def test_a_probability_is_written_short(probability: float, written: str) -> None:
    assert share(probability) == written


def test_candidates_are_told_from_the_likeliest_on() -> None:
    found = tuple(Candidate(name, None, p) for name, p in [("A", 0.1), ("B", 0.5), ("C", 0.3)])
    assert perhaps(found) == "perhaps B (.5), C (.3) or A (.1)"
    assert perhaps(found[:1]) == "perhaps A (.1)"
    assert perhaps(()) is None


def test_only_the_three_likeliest_candidates_are_told() -> None:
    found = tuple(Candidate(f"N{n}", None, n / 100) for n in range(1, 10))
    assert perhaps(found) == "perhaps N9 (.09), N8 (.08) or N7 (.07)"


def test_a_role_is_told_once_whatever_its_case() -> None:
    titles = ["mayor", "Mayor", "party  leader"]
    roles = tuple(ClaimedRole(title, NO_WORDS) for title in titles)
    assert roles_of(replace(LEE, roles=roles)) == ("mayor", "party leader")


def test_who_is_only_in_this_report_has_no_identity_to_show() -> None:
    assert known_as(replace(LEE, identity="a digest")) is None
    assert known_as(replace(LEE, identity="reg-7", row="offices.csv:7")) == "reg-7"
    assert known_as(replace(LEE, identity="Q7", wikidata="Q7", row="offices.csv:7")) == "Q7"


def test_names_are_joined_as_people_write_them() -> None:
    assert names_of([LEE]) == "Ann Lee"
    assert names_of([LEE, replace(LEE, name="Bo"), replace(LEE, name="Cy")]) == "Ann Lee, Bo and Cy"
