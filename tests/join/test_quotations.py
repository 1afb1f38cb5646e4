"""The same words, whatever marks, cuts and mends newspapers give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.join.quotations import ROWS, Difference, bands, differences, same_quotation, shared
from onrecord.join.wording import folded

SAID = "“We have looked at the sea for two years and it has not become any calmer this spring,”"

WORDS = st.lists(
    st.sampled_from([*SAID.split(), "“", "”", "…", "'s", "’", "."]),
    max_size=30,
).map(" ".join)
ANY = st.text(max_size=120) | WORDS


@pytest.mark.parametrize(
    "as_printed",
    [
        '"We have looked at the sea for two years and it has not become any calmer this spring,"',
        "‘We have looked at the sea for two years and it has not become any calmer this spring.’",
        "“we have looked at the sea for two years”",
        "that it was true, she said: “It has not become any calmer this spring”",
        "“We have looked at the sea … and it has not become any calmer this spring,”",
        "“We have looked at [it] for two years and it has not become any calmer this spring,”",
        "“We've looked at the sea for two years and it has not become any calmer this spring,”",
        "“We have looked at the sea for two years, and it has not become calmer this spring,”",
        "“WE HAVE LOOKED AT THE SEA FOR TWO YEARS AND IT HAS NOT BECOME ANY CALMER”",
    ],
)
def test_what_newspapers_do_to_a_quotation_leaves_it_the_same(as_printed: str) -> None:
    assert same_quotation(SAID, as_printed)
    assert set(bands(SAID)) & set(bands(as_printed))


@pytest.mark.parametrize(
    "other",
    [
        "“We have looked at,”",
        "“We have looked at the town for three years and nothing has come of it at all,”",
        "“I will not vote for a wall that has not become any safer than it was last spring,”",
        "“calmer”",
        "",
    ],
)
def test_what_only_has_some_words_in_common_is_another_quotation(other: str) -> None:
    assert not same_quotation(SAID, other)


def test_words_that_the_reporter_put_around_a_quotation_do_not_count() -> None:
    one = "the sea, which he had looked at for years, “never sleeps and never sinks a harbour”"
    other = "waves “never sleeps and never sinks a harbour” was how he put it to the meeting"
    assert same_quotation(one, other)


def test_five_words_of_a_kind_do_not_make_two_sentences_one() -> None:
    one = "“It is going to be a very long night for us,”"
    other = "“It is going to be a zoo, and nobody thought of that before,”"
    assert shared(one, other).longest >= 5
    assert not same_quotation(one, other)


def test_differences_say_which_words_stand_where_others_do() -> None:
    found = differences("the wall will be rebuilt soon", "the wall must be rebuilt")
    assert found == (
        Difference(2, ("will",), 2, ("must",)),
        Difference(5, ("soon",), 5, ()),
    )
    assert differences("“The wall.”", "the WALL") == ()


@given(WORDS, WORDS)
def test_differences_are_all_that_makes_one_wording_the_other(one: str, other: str) -> None:
    made, words = [], folded(one)
    at = 0
    for each in differences(one, other):
        made += words[at : each.place] + list(each.other_words)
        at = each.place + len(each.words)
    assert made + words[at:] == folded(other)


@given(ANY, ANY)
def test_sameness_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert same_quotation(one, other) == same_quotation(other, one)
    assert shared(one, other) == shared(other, one)


@given(ANY)
def test_bands_are_few_integers_that_a_database_takes(words: str) -> None:
    found = bands(words)
    assert len(found) <= ROWS
    assert all(0 <= band < 2**63 for band in found)


@given(st.data())
def test_a_quotation_cut_to_half_of_its_words_shares_a_band(data: st.DataObject) -> None:
    words = SAID.strip("“”,").split()
    many = data.draw(st.integers(len(words) // 2, len(words)))
    first = data.draw(st.integers(0, len(words) - many))
    cut = f"“{' '.join(words[first : first + many])}”"
    assert same_quotation(SAID, cut)
    assert set(bands(SAID)) & set(bands(cut))
