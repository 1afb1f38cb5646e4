"""What the name head is told of how words are written."""

from onrecord.network.pieces import Shape
from onrecord.network.spelling import FEATURES, SHAPES, spelling
from onrecord.segment.article import segment

ABBREVIATED, BEFORE, AFTER, BEGINS, IN_SMALL, IN_CAPITALS, SHARE = range(SHAPES, FEATURES)


def feature(text: str, number: int) -> dict[str, float]:
    """The feature of each word; of one that comes twice, the last."""
    article = segment(text)
    return dict(zip(article.words, spelling(article)[:, number].tolist(), strict=True))


def test_each_word_has_one_shape() -> None:
    found = spelling(segment("Ann met BBC staff, 12 of them."))
    assert found[:, :SHAPES].sum(1).tolist() == [1] * len(found)
    assert found[0, Shape.CAPITAL] == found[2, Shape.CAPITALS] == found[5, Shape.DIGITS] == 1


def test_the_first_word_of_a_sentence_a_quotation_and_a_paragraph_is_told() -> None:
    begins = feature("Ann left. Ben “Never again” said.\n\nCem came", BEGINS)
    assert {word for word, value in begins.items() if value} == {"Ann", "Ben", "Never", "Cem"}


def test_a_word_that_the_report_also_writes_small_is_told() -> None:
    small = feature("Hope fell. They hope. Ann did not.", IN_SMALL)
    assert small["Hope"] == 1
    assert small["Ann"] == 0


def test_a_word_that_the_report_capitalises_within_a_sentence_is_told() -> None:
    capitals = feature("Rose left. They saw Rose. Today was grey.", IN_CAPITALS)
    assert capitals["Rose"] == 1
    assert capitals["Today"] == 0


def test_words_that_are_written_together_are_told() -> None:
    text = "Ban Ki-moon – not"
    assert [word for word, value in feature(text, BEFORE).items() if value] == ["-", "moon"]
    assert [word for word, value in feature(text, AFTER).items() if value] == ["Ki", "-"]


def test_initials_and_abbreviations_are_told() -> None:
    abbreviated = feature("George W. Bush of the U.S. spoke", ABBREVIATED)
    assert abbreviated["W"] == abbreviated["U.S."] == 1
    assert abbreviated["George"] == 0


def test_a_headline_in_capitals_is_told_by_its_share() -> None:
    share = feature("Ann Lee Wins Big Vote\n\nshe said so", SHARE)
    assert share["Vote"] == 1
    assert share["said"] == 0


def test_a_text_without_words_has_no_rows() -> None:
    assert spelling(segment("")).shape == (0, FEATURES)
