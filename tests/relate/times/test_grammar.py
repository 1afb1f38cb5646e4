"""The forms of time_forms.yaml and the letters that they are searched in."""

from __future__ import annotations

import pytest

from onrecord.domain.words import Words
from onrecord.relate.times.grammar import grammar
from onrecord.relate.times.letters import Letters, figure_classes
from onrecord.relate.times.rules import RULES
from onrecord.relate.times.words import number
from onrecord.resources import word_list
from onrecord.segment.article import segment

FORMS = word_list("relate", "time_forms")


def test_every_form_is_read_by_a_rule_and_every_rule_has_a_form() -> None:
    assert {rule for rule, _ in FORMS["forms"]} == set(RULES)


def test_words_of_the_same_classes_have_one_letter_and_others_none() -> None:
    letters = Letters({"NAMES": {"monday": 0, "sunday": 6}, "REST": {"sunday": 1}}, ["on"])
    on, monday, sunday, other = letters.spell(["on", "monday", "sunday", "word"])
    assert len({on, monday, sunday, other}) == 4
    assert sorted(letters.of("NAMES")) == sorted((monday, sunday))
    assert letters.spell(["monday", "monday"]) == monday * 2


@pytest.mark.parametrize(
    ("word", "classes"),
    [
        ("31", ("DIGITS", "DAY", "TWO")),
        ("32", ("DIGITS", "TWO")),
        ("1998", ("DIGITS", "YEAR")),
        ("1848", ("DIGITS", "FOUR", "YEAR")),
        ("0735", ("DIGITS", "FOUR")),
        ("1,998", ("DIGITS",)),
        ("21st", ("DAYTH", "ORD")),
        ("32nd", ("ORD",)),
        ("1990s", ("DECADE",)),
        ("10:35", ("CLOCK",)),
        ("25:00", ()),
        ("3pm", ("CLOCKAM",)),
        ("26.09.2024", ("DOTTED",)),
        ("1²", ()),
    ],
)
def test_a_word_of_figures_is_classed_by_its_form(word: str, classes: tuple[str, ...]) -> None:
    assert figure_classes(word) == classes


@pytest.mark.parametrize(
    ("words", "count"),
    [(("twenty", "-", "five"), 25), (("two", "hundred"), 200), (("a", "dozen"), 12), (("a",), 1),
     (("1,000",), 1000), (("two", "half"), 2.5), (("few",), None)],
)  # fmt: skip
def test_words_of_number_add_up(words: tuple[str, ...], count: float | None) -> None:
    assert number(words) == count


def test_forms_are_tried_only_where_a_word_of_the_calendar_stands() -> None:
    words = Words(segment("The end of the first half of it came at last to a good many of them."))
    forms = grammar()
    assert not list(forms.find(words, forms.spell(words), 8))
