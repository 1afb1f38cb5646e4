"""Labels in code points become tags and links of words."""

from evaluation.linked import Linked
from onrecord.domain.span import Span
from onrecord.segment.article import segment
from training.targets import word_targets

TEXT = "The mayor said that it was safe. “Go,” she added, “and look.”"


def spans(*pieces: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(p), TEXT.index(p) + len(p)) for p in pieces)


LABELS = (
    Linked(spans("The mayor"), spans("said"), spans("that it was safe")),
    Linked(spans("she"), spans("added"), spans("“Go,”", "“and look.”")),
)


def test_each_word_gets_the_tag_of_its_role() -> None:
    article = segment(TEXT)
    tags = dict(zip(article.words, word_targets(article, LABELS).tags.tolist(), strict=True))
    assert (tags["The"], tags["mayor"], tags["said"]) == (1, 2, 3)
    assert (tags["that"], tags["safe"], tags["."], tags["Go"]) == (5, 6, 6, 6)


def test_a_cue_knows_the_words_of_its_own_source_and_content_only() -> None:
    article = segment(TEXT)
    first, second = word_targets(article, LABELS).cues
    said = {w for w, c in zip(article.words, first.classes.tolist(), strict=True) if c == 2}
    added = {w for w, c in zip(article.words, second.classes.tolist(), strict=True) if c}
    assert said == {"that", "it", "was", "safe"}
    assert {"she", "Go", "look"} <= added
    assert "mayor" not in added


def test_a_label_without_a_cue_is_tagged_but_links_nothing() -> None:
    targets = word_targets(segment(TEXT), [Linked(spans("she"), (), spans("“Go,”"))])
    assert targets.cues == []
    assert 5 in targets.tags
