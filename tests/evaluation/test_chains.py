"""Names and chains of whole records beside GUM's."""

from __future__ import annotations

from evaluation.chains import score_chains
from evaluation.gum import GumMention, GumReport, GumWord
from evaluation.named_report import NamedReport, misses
from onrecord.domain.article import Article
from onrecord.domain.entity import Entity, EntityKind, Mention, MentionForm
from onrecord.domain.record import Derivation, Record
from onrecord.domain.span import Span

TEXT = "Hill met Lee . Hill left ."


def document() -> GumReport:
    words, place = [], 0
    for form in TEXT.split():
        tag = "NNP" if form.istitle() else "VBD"
        words.append(GumWord(form, form, "X", tag, "dep", None, Span(place, place + len(form))))
        place += len(form) + 1
    people = tuple(
        GumMention(entity, "person", n, n + 1, n, None)
        for n, entity in ((0, "1"), (2, "2"), (4, "1"))
    )
    return GumReport("x", None, TEXT, tuple(words), people)


def person(id: str, *places: Span, kind: EntityKind = EntityKind.PERSON) -> Entity:
    mentions = tuple(Mention(place, MentionForm.NAME, "surname") for place in places)
    return Entity(id, id, kind, mentions)


def named(*entities: Entity) -> NamedReport:
    record = Record(Article("x", TEXT), (), Derivation("fake", "0", "", ""), entities)
    return NamedReport.of(document(), record)


FIRST, LEE, SECOND = Span(0, 4), Span(9, 12), Span(15, 19)


def test_right_chains_are_perfect() -> None:
    figures = score_chains([named(person("e1", FIRST, SECOND), person("e2", LEE))])
    assert (figures.linking.f1, figures.reading.f1, figures.found.f1) == (1.0, 1.0, 1.0)
    assert figures.names == 3


def test_people_in_one_chain_cost_precision_in_both_figures() -> None:
    figures = score_chains([named(person("e1", FIRST, LEE, SECOND))])
    assert figures.linking.precision == figures.reading.precision < 1
    assert figures.linking.recall == 1.0


def test_a_made_up_name_costs_reading_alone() -> None:
    made_up = named(person("e1", FIRST, SECOND), person("e2", LEE), person("e3", Span(20, 24)))
    figures = score_chains([made_up])
    assert (figures.linking.f1, figures.reading.precision) == (1.0, 0.75)


def test_a_place_or_a_pronoun_is_no_name_of_a_person() -> None:
    place = person("e1", FIRST, SECOND, kind=EntityKind.PLACE)
    pronoun = Entity("e2", "Lee", EntityKind.PERSON, (Mention(LEE, MentionForm.PRONOUN, "she"),))
    assert score_chains([named(place, pronoun)]).found.recall == 0.0


def test_every_miss_is_told_with_its_words() -> None:
    told = "\n".join(misses(named(person("e1", FIRST, LEE), person("e2", Span(20, 24)))))
    assert "not found | x | Hill | entity 1" in told
    assert "made up | x | left | rule surname" in told
    assert "merged | x | Hill (1), Lee (2)" in told
    split = "\n".join(misses(named(person("e1", FIRST), person("e2", SECOND))))
    assert "split | x | Hill (e1), Hill (e2)" in split
