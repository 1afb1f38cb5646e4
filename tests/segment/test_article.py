"""A report segmented in one go."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.segmented import QuoteState
from onrecord.segment.article import segment


def states(text: str) -> dict[str, QuoteState]:
    article = segment(text)
    return {
        word: QuoteState(state)
        for word, state in zip(article.words, article.quotes.tolist(), strict=True)
    }


def test_words_know_where_they_stand_towards_quotation_marks() -> None:
    found = states("Ann said: “one.\n\n“two.” Bob wrote “three” and “four")
    assert found["Ann"] is QuoteState.OUTSIDE
    assert found["one"] is QuoteState.GOES_ON
    assert found["two"] is QuoteState.CONTINUED
    assert found["three"] is QuoteState.INSIDE
    assert found["four"] is QuoteState.UNCLOSED
    assert found["”"] is QuoteState.CLOSING


@given(st.text())
def test_words_slice_out_of_the_text_and_paragraphs_ascend(text: str) -> None:
    article = segment(text)
    assert [text[a:b] for a, b in zip(article.starts, article.ends, strict=True)] == list(
        article.words
    )
    assert (article.paragraphs[1:] >= article.paragraphs[:-1]).all()
