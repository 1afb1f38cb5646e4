"""Each statement has the speaker that its source's words name, or none where they do not."""

from __future__ import annotations

from onrecord.domain.statement import SourceKind
from tests.identify.marked import identified


def test_a_name_in_the_source_speaks() -> None:
    told = identified("{Ana Ruiz} said it rained.", said=[("Ana Ruiz", "it rained")])
    assert told.speakers() == ["Ana Ruiz"]
    assert told.identified.sources[0].kind is SourceKind.PERSON


def test_two_people_speak_together() -> None:
    told = identified(
        "{Ana Ruiz} and {Ida Lund} said it rained.", said=[("Ana Ruiz and Ida Lund", "it rained")]
    )
    assert told.speakers() == ["Ana Ruiz", "Ida Lund"]


def test_aides_to_somebody_are_not_that_person() -> None:
    told = identified("Aides to {Ana Ruiz} said it rained.", said=[("Aides to Ana Ruiz", "it")])
    assert told.speakers() == []
    assert told.identified.sources[0].kind is SourceKind.UNNAMED


def test_the_lawyer_of_somebody_is_not_that_person() -> None:
    told = identified("{Ana Ruiz}'s lawyer said it rained.", said=[("Ana Ruiz's lawyer", "it")])
    assert told.speakers() == []


def test_a_title_with_somebody_elses_name_in_it_is_the_person_named_last() -> None:
    told = identified(
        "{Ruiz|body} lawyer {Ida Lund} said it rained.", said=[("Ruiz lawyer Ida Lund", "it")]
    )
    assert told.speakers() == ["Ida Lund"]


def test_a_person_named_after_a_description_speaks() -> None:
    told = identified(
        "A lawyer for the outlets, {Ida Lund}, said it rained.",
        said=[("A lawyer for the outlets, Ida Lund,", "it rained")],
    )
    assert told.speakers() == ["Ida Lund"]


def test_a_document_is_said_by_the_body_that_issued_it() -> None:
    told = identified(
        "A report by the {Harbour Board|body} said it rained.",
        said=[("A report by the Harbour Board", "it rained")],
    )
    assert told.speakers() == ["Harbour Board"]
    assert told.identified.sources[0].kind is SourceKind.DOCUMENT


def test_i_inside_a_quotation_is_its_speaker() -> None:
    told = identified(
        "“I said it rained,” {Ana Ruiz} said.",
        said=[("Ana Ruiz", "“I said it rained,”"), ("I", "it rained")],
    )
    assert told.speakers(1) == ["Ana Ruiz"]


def test_who_is_the_person_named_before_it() -> None:
    told = identified("{Ana Ruiz}, who said it rained, left.", said=[("who", "it rained")])
    assert told.speakers() == ["Ana Ruiz"]


def test_it_is_the_body_that_spoke_before() -> None:
    told = identified(
        "The {Harbour Board|body} said it rained. It added that it snowed.",
        said=[("The Harbour Board", "it rained"), ("It", "it snowed")],
    )
    assert told.speakers(1) == ["Harbour Board"]


def test_they_are_those_who_spoke_together() -> None:
    told = identified(
        "{Ana Ruiz} and {Ida Lund} said it rained. They added that it snowed.",
        said=[("Ana Ruiz and Ida Lund", "it rained"), ("They", "it snowed")],
    )
    assert told.speakers(1) == ["Ana Ruiz", "Ida Lund"]


def test_a_body_is_named_again_by_what_it_is() -> None:
    told = identified(
        "The {International Seed Fund|body} met. {Ana Ruiz} spoke. The fund said it rained.",
        said=[("The fund", "it rained")],
    )
    assert told.speakers() == ["International Seed Fund"]


def test_an_acronym_is_the_body_it_is_spelt_out_for() -> None:
    told = identified(
        "The {International Seed Fund|body} met. The {ISF|body} said it rained.",
        said=[("The ISF", "it rained")],
    )
    assert told.speakers() == ["International Seed Fund"]


def test_an_administration_is_a_body_and_not_the_person_it_is_called_after() -> None:
    told = identified(
        "The {Ruiz} administration said it rained.", said=[("The Ruiz administration", "it")]
    )
    assert told.speakers() == ["Ruiz administration"]


def test_a_partys_people_are_a_group() -> None:
    told = identified("House Republicans said it rained.", said=[("House Republicans", "it")])
    assert told.speakers() in (["House Republicans"], ["Republicans"])
    assert told.identified.sources[0].kind is SourceKind.GROUP


def test_voters_are_nobody_in_particular() -> None:
    told = identified("Many voters said it rained.", said=[("Many voters", "it rained")])
    assert told.speakers() == []
    assert told.identified.sources[0].kind is SourceKind.GROUP


def test_a_source_without_words_is_no_source() -> None:
    told = identified("It is said that it rained.", said=[("", "it rained")])
    assert told.identified.sources[0].kind is SourceKind.NONE


def test_i_outside_quotations_is_the_one_author() -> None:
    told = identified("By Ida Lund\n\nI said that it rained here.", said=[("I", "it rained here")])
    assert told.speakers() == ["Ida Lund"]


def test_the_agency_is_the_body_a_report_is_about() -> None:
    told = identified(
        "The {Harbour Board|body} met. The {Harbour Board|body} asked the {Tax Office|body}. "
        "The agency said it rained.",
        said=[("The agency", "it rained")],
    )
    assert told.speakers() == ["Harbour Board"]


def test_an_acronym_may_leave_out_what_sort_of_body_it_is() -> None:
    told = identified(
        "The {Department of Harbour Affairs|body} met. The {HA|body} said it rained.",
        said=[("The HA", "it rained")],
    )
    assert told.speakers() == ["Department of Harbour Affairs"]


def test_she_goes_on_speaking_until_somebody_else_is_named() -> None:
    told = identified(
        "“It rained,” {Ana Ruiz} said.\n\n“{John Loud} lied,” she added.",
        said=[("Ana Ruiz", "“It rained,”"), ("she", "“John Loud lied,”")],
    )
    assert told.speakers(1) == ["Ana Ruiz"]
