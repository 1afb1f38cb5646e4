"""What the marks say plainly is not guessed."""

from onrecord.attribute.form import form_of
from onrecord.attribute.linking import Candidate
from onrecord.attribute.typography import complete_quotations
from onrecord.domain.segmented import SegmentedArticle
from onrecord.domain.span import Span
from onrecord.domain.statement import Form
from onrecord.domain.tagging import Role, TaggedSpan
from onrecord.segment.article import segment


def words(article: SegmentedArticle, piece: str, role: Role = Role.CONTENT) -> TaggedSpan:
    """The words of ``piece``, which stands in the report once."""
    start = article.text.index(piece)
    inside = [n for n, at in enumerate(article.starts) if start <= at < start + len(piece)]
    return TaggedSpan(role, inside[0], inside[-1] + 1, 0.9)


def candidate(
    article: SegmentedArticle, cue: str, *contents: str, source: str | None = None
) -> Candidate:
    return Candidate(
        cue=words(article, cue, Role.CUE),
        contents=tuple(words(article, content) for content in contents),
        source=words(article, source, Role.SOURCE) if source else None,
        content_link=0.9,
        source_link=0.9,
    )


def completed(article: SegmentedArticle, *candidates: Candidate) -> list[list[str]]:
    return [
        [article.text[article.starts[a] : article.ends[b - 1]] for a, b in spans]
        for spans in complete_quotations(article, candidates)
    ]


def test_most_of_a_quotation_becomes_all_of_it() -> None:
    article = segment("She said: “We will build the bridge this year.”")
    assert completed(article, candidate(article, "said", "We will build the bridge")) == [
        ["“We will build the bridge this year.”"]
    ]


def test_a_little_of_a_quotation_stays_a_little() -> None:
    article = segment("“One, two, three, four, five, six, seven, eight,” she said.")
    assert completed(article, candidate(article, "said", "eight")) == [["eight"]]


def test_marks_beside_quoted_words_belong_to_them() -> None:
    article = segment("Kyiv should have “given up a little bit” now, he said.")
    assert completed(article, candidate(article, "said", "should have “given up a little bit")) == [
        ["should have “given up a little bit”"]
    ]


def test_a_quotation_never_swallows_its_own_cue() -> None:
    article = segment("“I was there, he said, and saw it.”")
    assert completed(article, candidate(article, "said", "I was there, he")) == [
        ["“I was there, he"]
    ]


def test_a_quotation_over_three_paragraphs_is_one_content_of_three_spans() -> None:
    article = segment("She said: “One and one.\n\n“Two and two.\n\n“Three and three.”")
    assert completed(article, candidate(article, "said", "One and one.")) == [
        ["“One and one.", "“Two and two.", "“Three and three.”"]
    ]


def test_a_later_paragraph_claimed_from_elsewhere_goes_back_to_the_first_speaker() -> None:
    article = segment("She said: “One and one.\n\n“Two and two.”\n\nBob added that it rained.")
    first = candidate(article, "said", "One and one.")
    other = candidate(article, "added", "“Two and two.”", "that it rained")
    assert completed(article, first, other) == [
        ["“One and one.", "“Two and two.”"],
        ["that it rained"],
    ]


def test_a_cue_in_the_later_paragraph_itself_keeps_it() -> None:
    article = segment("She said: “One and one.\n\n“Two and two,” said Bob.")
    first = candidate(article, "said:", "One and one.")
    bob = Candidate(
        cue=TaggedSpan(Role.CUE, len(article) - 3, len(article) - 2, 0.9),
        contents=(words(article, "“Two and two,”"),),
        source=None,
        content_link=0.9,
        source_link=0.0,
    )
    assert completed(article, first, bob) == [["“One and one."], ["“Two and two,”"]]


def test_a_candidate_that_loses_everything_is_empty() -> None:
    article = segment("She said: “One and one.\n\n“Two and two.”\n\nBob added.")
    first = candidate(article, "said", "One and one.")
    other = candidate(article, "added", "“Two and two.”")
    assert completed(article, first, other)[1] == []


def test_the_form_is_direct_mixed_or_indirect() -> None:
    article = segment("“All of it,” “half” of it, none of it")
    everything = {
        "“All of it,”": Form.DIRECT,
        "“half” of it": Form.MIXED,
        "none of it": Form.INDIRECT,
    }
    for piece, form in everything.items():
        span = words(article, piece)
        assert form_of(article, [Span(span.first, span.last)]) is form
