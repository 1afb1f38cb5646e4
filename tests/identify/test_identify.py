"""Whatever the words and tags are, every mention slices to its words and nothing is raised."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.entity import Entity
from onrecord.domain.span import NO_WORDS, Passage
from onrecord.domain.statement import Attribution, Form
from onrecord.domain.tagging import NameKind, TaggedName, Tagging
from onrecord.domain.words import Words
from onrecord.identify.identify import Identified, Identifier
from onrecord.identify.pronoun_scorer import PronounScorer
from onrecord.ingest import article_from_text
from onrecord.segment.article import segment
from tests.identify.marked import FakeRegister, identified, person

WORDS = """
Ana Ruiz John Loud Mr. Sir the former president of Norway and , . ' ’s “ ” he she who it they
I said House Republicans council ( ) — IMF й محمد 🙂 Lord A. O’Neill-Ruiz report by
"""
PIECES = st.lists(st.sampled_from([*WORDS.split(), "\n\n"]), max_size=40)
REGISTER = FakeRegister((person("Ana Ruiz", ("president", "Norway", "2020-01-01", None)),))


def read_at_random(pieces: list[str], picks: list[int]) -> tuple[str, Identified]:
    """A text of the pieces, with every pick a name or a source."""
    text = " ".join(pieces)
    words = segment(text)
    names, at = [], 0
    for pick in picks:
        first, last = at + pick % 3, at + pick % 3 + 1 + pick % 2
        if last > len(words):
            break
        names.append(TaggedName(NameKind(pick % 3), first, last, 0.9))
        at = last
    said = tuple(
        Attribution(
            Passage.cut(text, [(int(words.starts[n]), int(words.ends[n]))]),
            NO_WORDS,
            Passage.cut(text, [(int(words.starts[0]), int(words.ends[-1]))]),
            Form.INDIRECT,
            1.0,
            0.9,
        )
        for n in (pick % len(words) for pick in picks if len(words))
    )
    identifier = Identifier(REGISTER, PronounScorer.by_hand())
    article = article_from_text(text, published="2023-01-01")
    return text, identifier.identify(article, Words(words), Tagging((), (), tuple(names)), said)


@given(PIECES, st.lists(st.integers(0, 1000), max_size=12))
def test_every_mention_slices_to_words_and_every_source_is_an_entity(
    pieces: list[str], picks: list[int]
) -> None:
    text, found = read_at_random(pieces, picks)
    ids = {entity.id for entity in found.entities}
    for entity in found.entities:
        assert entity.mentions
        for mention in entity.mentions:
            assert text[mention.span.start : mention.span.end].strip()
            assert 0 <= mention.probability <= 1
    for source in found.sources:
        assert source.entity is None or {source.entity, *source.also} <= ids
        assert 0 <= source.probability <= 1


@given(PIECES, st.lists(st.integers(0, 1000), max_size=12))
def test_the_same_words_give_the_same_entities(pieces: list[str], picks: list[int]) -> None:
    assert read_at_random(pieces, picks) == read_at_random(pieces, picks)


def test_no_words_stand_for_two_people() -> None:
    told = identified("Mr {Ruiz} met {Ana Ruiz}, the mayor. The mayor and {Ruiz} left.")
    spans = [mention.span for entity in told.entities for mention in entity.mentions]
    assert len(spans) == len(set(spans))


def test_entities_are_numbered_as_they_come() -> None:
    told = identified("{Ida Lund} met {Ana Ruiz} in {Oslo|place}.")
    assert [(entity.id, entity.name) for entity in told.entities] == [
        ("e1", "Ida Lund"),
        ("e2", "Ana Ruiz"),
        ("e3", "Oslo"),
    ]


def test_letters_of_any_script_are_names() -> None:
    told = identified("{Ілона Вовк} met {محمد الحسن}. {Вовк} left.")
    entities: list[Entity] = list(told.entities)
    assert [entity.name for entity in entities] == ["Ілона Вовк", "محمد الحسن"]
    assert len(entities[0].mentions) == 2


def test_the_author_who_is_also_a_source_is_one_person() -> None:
    told = identified(
        "By Ida Lund\n\nIn {Oslo|place}, {Ida Lund} said it rained.", said=[("Ida Lund", "it")]
    )
    assert told.names.count("Ida Lund") == 1
    assert told.speakers() == ["Ida Lund"]
