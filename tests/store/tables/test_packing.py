"""What is packed comes back without loss, in as few characters as its readers need."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.entity import Mention, MentionForm
from onrecord.domain.span import Span
from onrecord.store.tables.packing import mentions, pack, pack_mentions, pack_spans, passage, spans

SPANS = st.lists(st.builds(Span, st.integers(0, 99), st.integers(0, 99)), max_size=4).map(tuple)
MENTIONS = st.lists(
    st.builds(
        Mention,
        st.builds(Span, st.integers(0, 99), st.integers(0, 99)),
        st.sampled_from(MentionForm),
        st.sampled_from(["full-name", "surname"]),
        st.sampled_from([1.0, 0.5]),
        SPANS,
        st.sampled_from([None, "Q1"]),
    ),
    max_size=6,
).map(tuple)


@given(SPANS)
def test_spans_come_back(given: tuple[Span, ...]) -> None:
    assert spans(pack_spans(given)) == given


@given(SPANS)
def test_spans_are_written_as_any_json_is(given: tuple[Span, ...]) -> None:
    assert pack_spans(given) == pack([place for span in given for place in span])


@given(MENTIONS)
def test_mentions_come_back(given: tuple[Mention, ...]) -> None:
    assert mentions(pack_mentions(given)) == given


def test_a_mention_like_the_one_before_is_only_a_place() -> None:
    lee = Mention(Span(0, 7), MentionForm.NAME, "full-name")
    again = Mention(Span(9, 16), MentionForm.NAME, "full-name")
    assert pack_mentions([lee, again]) == '[[0,7,"name","full-name"],[9,16]]'


def test_words_come_in_the_order_in_which_their_spans_are_kept() -> None:
    assert passage("one two", "[4,7,0,3]").pieces == ("two", "one")
    assert passage("one two", None).pieces == ()
