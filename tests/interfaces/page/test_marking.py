"""A report cut for marking: every word once, every mark on exactly its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.article import Article
from onrecord.domain.engagement import Engagement, EngagementKind, Status
from onrecord.domain.entity import Entity, EntityKind, Mention, MentionForm
from onrecord.domain.exchange import Exchange, Response
from onrecord.domain.record import Record
from onrecord.domain.span import Passage, Span
from onrecord.domain.statement import Form, Source, Statement
from onrecord.interfaces.page.marking import Piece, mark
from tests.interfaces.fakes import DERIVATION, Called, Known, record_of

TEXTS = st.text(st.sampled_from("ab é👩‍🚀\u0301\r\n\n“”'<&"), max_size=60)


@st.composite
def passages(draw: st.DrawFn, text: str) -> Passage:
    ends = draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True))
    ends = sorted(ends[: len(ends) // 2 * 2])
    return Passage.cut(text, zip(ends[::2], ends[1::2], strict=True))


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any text with any marks on it: nested, crossing, discontinuous, empty."""
    text = draw(TEXTS)
    notices = draw(passages(text)).spans
    statements = tuple(
        Statement(
            id=f"s{number}",
            source=Source(draw(passages(text))),
            cue=draw(passages(text)),
            content=draw(passages(text)),
            form=draw(st.sampled_from(Form)),
            probability=0.5,
        )
        for number in range(1, draw(st.integers(0, 4)) + 1)
    )
    entities = tuple(
        Entity(
            id=f"e{number}",
            name="Ann Lee",
            kind=draw(st.sampled_from(EntityKind)),
            mentions=tuple(
                Mention(span, MentionForm.NAME, "surname") for span in draw(passages(text)).spans
            ),
        )
        for number in range(1, draw(st.integers(0, 3)) + 1)
    )
    article = Article(id="a", text=text, notices=notices)
    return Record(article, statements, DERIVATION, entities, *draw(occasions(text)))


@st.composite
def occasions(draw: st.DrawFn, text: str) -> tuple[tuple[Exchange, ...], tuple[Engagement, ...]]:
    """Questions and engagements that any words tell of."""
    exchanges = tuple(
        Exchange(f"x{number}", draw(passages(text)), None, "e1", ("s1",), one, 0.5)
        for number, one in enumerate(draw(st.lists(st.sampled_from(Response), max_size=2)), 1)
    )
    engagements = tuple(
        Engagement(
            f"g{number}",
            draw(st.sampled_from(EngagementKind)),
            ("e1",),
            status,
            draw(passages(text)),
            0.5,
        )
        for number, status in enumerate(draw(st.lists(st.sampled_from(Status), max_size=2)), 1)
    )
    return exchanges, engagements


def pieces(record: Record) -> list[Piece]:
    return [piece for paragraph in mark(record) for piece in paragraph.pieces]


def places(spans: tuple[Span, ...]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


@given(records())
def test_pieces_join_to_the_text_and_stand_where_they_say(record: Record) -> None:
    text = record.article.text
    found = pieces(record)
    assert "".join(piece.text for piece in found) == text
    assert all(piece.text == text[piece.start : piece.end] != "" for piece in found)


@given(records())
def test_every_mark_covers_exactly_its_words(record: Record) -> None:
    found = pieces(record)

    def covered(role: str, name: str) -> set[int]:
        return places(tuple(Span(p.start, p.end) for p in found if name in getattr(p, role)))

    for one in record.statements:
        assert covered("said", one.id) == places(one.content.spans)
        assert covered("source", one.id) == places(one.source.words.spans)
        assert covered("cue", one.id) == places(one.cue.spans)
    for who in record.entities:
        spans = tuple(mention.span for mention in who.mentions)
        assert covered("mention", who.id) == places(spans)
    for told in (*record.engagements, *record.exchanges):
        words = told.evidence if isinstance(told, Engagement) else told.question
        assert covered("told", told.id) == places(words.spans)
    noticed = places(tuple(Span(p.start, p.end) for p in found if p.notice))
    assert noticed == places(record.article.notices)


@given(records())
def test_every_statement_with_words_begins_once_on_its_first(record: Record) -> None:
    begun = [(name, piece.start) for piece in pieces(record) for name in piece.begins]
    expected = [(one.id, one.content.spans[0].start) for one in record.statements if one.content]
    assert sorted(begun) == sorted(expected)


@given(records())
def test_every_mention_has_one_place_where_it_begins(record: Record) -> None:
    found = [(name, piece.start) for piece in pieces(record) for name in piece.places]
    expected = [
        (f"{who.id}-{number}", mention.span.start)
        for who in record.entities
        for number, mention in enumerate(who.mentions, 1)
    ]
    assert sorted(found) == sorted(expected)


@given(records())
def test_paragraphs_follow_one_another_and_end_with_their_line_ends(record: Record) -> None:
    text = record.article.text
    found = mark(record)
    assert "".join(text[one.start : one.end] for one in found) == text
    for one in found[:-1]:
        assert text[one.end - 1] in "\r\n"
        assert text[one.end] not in "\r\n"


def test_the_innermost_statement_comes_first() -> None:
    text = "Roe said Lee said yes"
    cut = Passage.cut
    outer = Statement("s1", Source(), cut(text, []), cut(text, [(9, 21)]), Form.INDIRECT, 1.0)
    inner = Statement("s2", Source(), cut(text, []), cut(text, [(18, 21)]), Form.INDIRECT, 1.0)
    record = Record(Article(id="a", text=text), (outer, inner), DERIVATION)
    assert [piece.said for piece in pieces(record)] == [(), ("s1",), ("s2", "s1")]


def test_the_innermost_mention_comes_first() -> None:
    text = "the mayor of Ely said"
    inner = Known("Ely", [Called("Ely")], EntityKind.PLACE)
    outer = Known("Ann Lee", [Called("the mayor of Ely")])
    record = record_of(Article(id="a", text=text), (), [outer, inner])
    assert [piece.mention for piece in pieces(record)] == [("e1",), ("e2", "e1"), ()]
