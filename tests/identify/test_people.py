"""Names of people come together where one person is meant, and never where two may be."""

from __future__ import annotations

from tests.identify.marked import identified


def test_a_surname_is_the_one_full_name_that_ends_with_it() -> None:
    told = identified("{Ana Ruiz} came. Mrs {Ruiz} spoke. {Ruiz} left.")
    assert told.names == ["Ana Ruiz"]
    assert told.who("Ruiz", 1) == "Ana Ruiz"


def test_a_surname_may_stand_before_the_full_name() -> None:
    told = identified("{Ruiz} wins\n\n{Ana Ruiz} won on Monday.")
    assert told.who("Ruiz") == "Ana Ruiz"


def test_sir_and_one_word_is_a_first_name() -> None:
    told = identified("Sir {John Loud} came. Later Sir {John} spoke.")
    assert told.who("John", 1) == "John Loud"
    assert told.rule("Sir John") is None


def test_lord_and_one_word_is_a_title_of_its_own() -> None:
    told = identified("{John Ashe} came. Lord {Ashe} came, too.")
    assert told.who("Ashe", 1) in ("John Ashe", "Lord Ashe")


def test_two_people_of_one_surname_never_merge() -> None:
    told = identified("{Ana Ruiz} and {Ida Ruiz} met. Then {Ruiz} spoke.")
    assert {"Ana Ruiz", "Ida Ruiz"} <= set(told.names)


def test_mr_and_mrs_tell_two_people_of_one_surname_apart() -> None:
    told = identified("{Ana Ruiz} met {John Ruiz}. Mr {Ruiz} spoke. Mrs {Ruiz} left.")
    assert told.who("Ruiz", 2) == "John Ruiz"
    assert told.who("Ruiz", 3) == "Ana Ruiz"


def test_a_surname_alone_is_whoever_was_named_first_oftenest_and_last() -> None:
    told = identified(
        "{Ana Ruiz} came. {Ana Ruiz} spoke of {John Ruiz}. Then {Ana Ruiz} left.\n\n{Ruiz} won."
    )
    assert told.who("Ruiz", 4) == "Ana Ruiz"


def test_a_shared_surname_belongs_to_both_first_names() -> None:
    told = identified("{Ana} and {John Ruiz} came.")
    assert told.names == ["Ana Ruiz", "John Ruiz"]


def test_a_surname_missed_by_the_tagger_is_found_again() -> None:
    told = identified("{Ana Ruiz} came. Then Ruiz left Ruiz Street.")
    assert told.who("Ruiz", 1) == "Ana Ruiz"
    assert told.who("Ruiz", 2) is None


def test_a_label_in_capitals_is_the_same_person() -> None:
    told = identified("{Ana Ruiz} was on air.\n\nRUIZ: Good morning.")
    assert told.who("RUIZ") == "Ana Ruiz"


def test_title_words_are_no_part_of_a_name() -> None:
    told = identified("{President Ana Ruiz} came.")
    assert told.names == ["Ana Ruiz"]


def test_a_report_that_names_nobody_has_no_entities() -> None:
    assert identified("It rained all day.").entities == ()


def test_five_hundred_names_are_five_hundred_people() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [f"{a.upper()}ora {b.upper()}und{a}{b}" for a in letters for b in letters][:500]
    told = identified(" ".join(f"{{{name}}} came." for name in names))
    assert len(told.entities) == 500


def test_a_name_cut_at_an_initial_or_a_hyphen_is_made_whole() -> None:
    told = identified("{Ana B}. {Ruiz} met {Lo Hsien}-lund.")
    assert told.names == ["Ana B. Ruiz", "Lo Hsien-lund"]


def test_a_body_is_called_by_its_whole_name() -> None:
    told = identified("The {Bank|body} of {Norland|place} and the {Tax|body} and Seed Agency met.")
    assert told.names == ["Bank of Norland", "Tax and Seed Agency"]
