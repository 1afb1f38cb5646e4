"""Links are judged at their place in a text, by hand, and compared with what the reader says."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.link_list import LIST, JudgedMention, link_list, write_list
from evaluation.link_scoring import linked_at, linked_mentions, score_links
from evaluation.plain_reports import plain_reports
from onrecord.domain.article import Article
from onrecord.domain.entity import Entity, EntityKind, Mention, MentionForm
from onrecord.domain.record import Derivation, Record
from onrecord.domain.span import Span
from onrecord.register import shipped


def entity(row: str | None, *mentions: tuple[int, int, MentionForm]) -> Entity:
    found = tuple(Mention(Span(start, end), form, "rule") for start, end, form in mentions)
    return Entity("e1", "Ann Hill", EntityKind.PERSON, found, row=row)


def record(*entities: Entity) -> Record:
    return Record(Article("x", "words"), (), Derivation("fake", "0", "", ""), entities)


NAME, ROLE, PRONOUN = MentionForm.NAME, MentionForm.ROLE, MentionForm.PRONOUN


def judged(who: str | None, name: str | None = "somebody") -> JudgedMention:
    return JudgedMention("made", "x", "d", 0, 4, who, name)


def test_names_and_roles_of_people_in_the_register_are_linked_pronouns_are_not() -> None:
    known = entity("Q1", (0, 8, NAME), (20, 30, ROLE), (40, 42, PRONOUN))
    assert linked_mentions(record(known, entity(None, (50, 54, NAME)))) == {
        "Q1": [Span(0, 8), Span(20, 30)]
    }


def test_a_place_is_linked_to_the_row_whose_mention_covers_most_of_it() -> None:
    read = record(entity("Q1", (0, 4, NAME)), entity("Q2", (3, 12, NAME)))
    assert linked_at(read, Span(2, 10)) == "Q2"
    assert linked_at(read, Span(12, 14)) is None


def test_precision_counts_linked_mentions_alone() -> None:
    figures = score_links([(judged("Q1"), "Q1"), (judged("Q1"), None), (judged("Q2"), "Q1")])
    assert (figures.judged, figures.linked, figures.right) == (3, 2, 1)
    assert figures.precision == 0.5


def test_a_link_of_somebody_whom_the_register_does_not_have_is_wrong() -> None:
    assert score_links([(judged(None), "Q1")]).precision == 0.0


def test_what_nobody_has_judged_is_left_out() -> None:
    assert score_links([(judged(None, name=None), "Q1")]).judged == 0


def test_a_list_is_read_as_it_was_written(tmp_path: Path) -> None:
    rows = (judged("Q1", "Ann Hill"), judged(None, None))
    write_list(tmp_path / "list.json", rows)
    assert link_list(tmp_path / "list.json") == rows


def test_the_judged_texts_are_the_ones_that_lie_beside_the_project(shared: Path) -> None:
    if not LIST.exists():
        pytest.skip("no list is drawn yet")
    texts = {(one.corpus, one.stem): one for one in plain_reports(shared / "data")}
    for mention in link_list(LIST):
        text = texts[mention.corpus, mention.doc]
        assert text.digest == mention.digest
        assert 0 <= mention.start < mention.end <= len(text.text)


def test_whoever_is_judged_to_be_meant_is_in_the_register_under_that_name() -> None:
    if not LIST.exists():
        pytest.skip("no list is drawn yet")
    register = shipped()
    for mention in link_list(LIST):
        assert mention.name, "nobody has judged it"
        if mention.who is not None:
            named = {person.id for person in register.named(mention.name)}
            assert mention.who in named, f"{mention.name}: the register's id is one of {named}"
