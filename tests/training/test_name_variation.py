"""Varied reports keep their names where the names are."""

import random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.tagging import NameKind
from training.name_labels import NamedSpan, NamedText
from training.name_variation import Pool, replaced, varied_names

TEXT = "Ann Lee met Sen. Roe in Rome. “Go,” said Lee, and the lee side was dry."
NAMED = NamedText(
    TEXT,
    (
        NamedSpan(0, 7, NameKind.PERSON),
        NamedSpan(17, 20, NameKind.PERSON),
        NamedSpan(24, 28, NameKind.PLACE),
        NamedSpan(41, 44, NameKind.PERSON),
    ),
)
OTHERS = Pool((("Thuli", "Madonsela"), ("Ban", "Ki-moon")), ("Peru", "Lima"))


def surfaces(named: NamedText) -> list[str]:
    return [named.text[name.start : name.end] for name in named.names]


def test_a_replaced_person_is_replaced_in_every_name_and_nowhere_else() -> None:
    found = replaced(NAMED, {"Ann": "Thuli", "Lee": "Madonsela"})
    assert surfaces(found) == ["Thuli Madonsela", "Roe", "Rome", "Madonsela"]
    assert found.text.endswith("said Madonsela, and the lee side was dry.")


@given(st.integers(0, 500))
def test_after_any_variation_the_names_are_where_they_are_said_to_be(seed: int) -> None:
    found = varied_names(NAMED, OTHERS, random.Random(seed))
    first, roe, place, last = surfaces(found)[-4:]
    assert (first, last) in {
        ("Ann Lee", "Lee"),
        ("Thuli Madonsela", "Madonsela"),
        ("Ban Ki-moon", "Ki-moon"),
    }
    assert roe == "Roe"
    assert place in {"Rome", "Peru", "Lima"}
