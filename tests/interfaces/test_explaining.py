"""Why words are somebody's, in words for people: the rule, and what it went by."""

from __future__ import annotations

from onrecord.domain.article import Article
from onrecord.domain.entity import MentionForm
from onrecord.domain.record import Record
from onrecord.interfaces.explaining import reasons, speaker_reasons
from tests.interfaces.fakes import Called, Known, Said, record_of


def test_every_mention_has_its_reason_in_reading_order(who_record: Record) -> None:
    ruiz = who_record.entities[0]
    found = reasons(ruiz, who_record.article.text)
    assert [(one.words, one.decided) for one in found] == [
        ("“Ana Ruiz”", "full-name"),
        ("“the transport minister”", "role-in-text, by “Ana Ruiz” (0–8)"),
        ("“she”", "pronoun, by “Ana Ruiz” (0–8)"),
        ("“Ruiz”", "surname, by “Ana Ruiz” (0–8), register row offices.csv:12"),
    ]


def test_words_that_are_their_own_evidence_are_not_named_twice() -> None:
    record = record_of(Article(id="a", text="Ely"), (), [Known("Ely", [Called("Ely", by="Ely")])])
    assert [one.decided for one in reasons(record.entities[0], "Ely")] == ["full-name"]


def test_a_source_is_explained_by_the_mention_in_its_words(who_record: Record) -> None:
    told = [
        [(who.name, reason.words) for who, reason in speaker_reasons(one, who_record)]
        for one in who_record.statements
    ]
    assert told == [
        [("Ana Ruiz", "“she”")],
        [("Kim", "“Kim”")],
        [("Ana Ruiz", "“Ruiz”"), ("Bo Lind", "“Bo Lind”")],
        [],
    ]


def test_words_that_are_no_mention_were_read_from_those_around_them() -> None:
    text = "Lee, who said yes, left"
    said = Said("yes", "who", "said", who="e1", sure=0.8)
    record = record_of(Article(id="a", text=text), [said], [Known("Lee", [Called("Lee")])])
    ((who, reason),) = speaker_reasons(record.statements[0], record)
    assert (who.name, reason.words, reason.probability) == ("Lee", "“who”", 0.8)
    assert reason.decided == "by the words around it"


def test_a_statement_without_source_words_has_nothing_to_explain(record: Record) -> None:
    assert [speaker_reasons(one, record) for one in record.statements] == [()] * 3


def test_the_entitys_own_row_is_told_only_of_roles_that_it_decided() -> None:
    text = "Lee spoke. The mayor left"
    called = [
        Called("Lee", rule="surname", row="Q7"),
        Called("The mayor", MentionForm.ROLE, "role-on-date", row="Q7"),
    ]
    record = record_of(Article(id="a", text=text), (), [Known("Lee", called, row="Q7")])
    assert [one.decided for one in reasons(record.entities[0], text)] == [
        "surname",
        "role-on-date, register row Q7",
    ]
