"""A name says as much as a label does, or it does not."""

from __future__ import annotations

import pytest

from evaluation.same_name import names_in, same_who


@pytest.mark.parametrize(
    ("gold", "predicted"),
    [
        ("Keir Starmer", "Sir Keir Starmer"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Mike Pence", "Michael Pence"),
        ("Michael Richard Pence", "Mike Pence"),
        ("Obama", "Barack Obama"),
        ("José Muñoz", "Jose Munoz"),
        ("Federal Election Commission", "the Election Commission"),
        ("Ann Hill; Bob Dale", "Bob Dale"),
    ],
)
def test_these_are_the_same(gold: str, predicted: str) -> None:
    assert same_who(gold, predicted)


@pytest.mark.parametrize(
    ("gold", "predicted"),
    [
        ("Hillary Clinton", "Bill Clinton"),
        ("Hillary Clinton", "Clinton"),
        ("George H. Bush", "George W. Bush"),
        ("Federal Election Commission", "Federal Reserve"),
        ("Donald Trump", "Donald Dumont"),
        ("Ann Hill", None),
        (None, "Ann Hill"),
        ("The President", "Barack Obama"),
    ],
)
def test_these_are_not(gold: str | None, predicted: str | None) -> None:
    assert not same_who(gold, predicted)


def test_a_label_may_hold_several_names_and_titles_are_no_part_of_them() -> None:
    assert names_in("Sen. Ann Hill; Dr. Bob Dale's; Mr.") == (("ann", "hill"), ("bob", "dale"))
