"""Figures for he and she: what counts as right, and GAP's F1."""

from __future__ import annotations

import pytest

from evaluation.gum import read_gum
from evaluation.pronoun_labels import apart, chain_share, gum_document
from evaluation.pronouns import Given, PronounFigures, read_pronouns, score_gap
from onrecord.domain.article import Article
from onrecord.domain.entity import Entity, EntityKind, Mention, MentionForm
from onrecord.domain.record import Derivation, Record
from onrecord.domain.span import Span
from onrecord.identify.anchors import Anchor

RIGHT, WRONG, SILENT = Given(True, True, True), Given(True, True, False), Given(True, False, False)
FOR_NOBODY = Given(False, True, False)
CONLLU = """# newpar
1\tAna\tAna\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new-cf1-1-coref-Ana_Ruiz
2\tRuiz\tRuiz\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3\tsaw\tsee\tVERB\tVBD\t_\t0\troot\t_\t_
4\ta\ta\tDET\tDT\t_\t5\tdet\t_\tEntity=(2-person-new-cf2-1-sgl
5\tman\tman\tNOUN\tNN\t_\t3\tobj\t_\tEntity=2)|SpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv-cf1-1-ana)
2\tknew\tknow\tVERB\tVBD\t_\t0\troot\t_\t_
3\thim\the\tPRON\tPRP\t_\t2\tobj\t_\tEntity=(2-person-giv-cf2-1-ana)|SpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


def row(number: int, pronoun: str, a: bool, b: bool) -> dict[str, str]:
    return {
        "ID": str(number),
        "Pronoun": pronoun,
        "A-coref": str(a).upper(),
        "B-coref": str(b).upper(),
    }


def record_of(text: str, *entities: tuple[str, list[tuple[str, MentionForm]]]) -> Record:
    """A record whose entities have the words given as mentions."""
    made = []
    for number, (name, mentions) in enumerate(entities):
        spans = [(Span(text.index(w), text.index(w) + len(w)), form) for w, form in mentions]
        found = tuple(Mention(span, form, "rule") for span, form in spans)
        made.append(Entity(f"e{number}", name, EntityKind.PERSON, found))
    derivation = Derivation("test", "0", "", "")
    return Record(Article("a", text), (), derivation, tuple(made))


def test_right_is_of_the_answered_and_answered_of_the_named() -> None:
    figures = PronounFigures.of([RIGHT, RIGHT, WRONG, SILENT, FOR_NOBODY])
    assert (figures.pronouns, figures.named) == (5, 4)
    assert figures.right == pytest.approx(2 / 4)
    assert figures.answered == pytest.approx(3 / 4)


def test_nothing_answered_is_no_division_by_nothing() -> None:
    assert PronounFigures.of([]).right == 0


def test_labels_give_anchors_and_whom_each_pronoun_means() -> None:
    labelled = gum_document(read_gum("one", CONLLU), {"Ana": 0.99}.get)
    (anchor,) = labelled.anchors
    assert labelled.article.words[anchor.first : anchor.last] == ("Ana", "Ruiz")
    assert anchor.share_female == 0.99
    means = {labelled.article.words[w]: truth.right for w, truth in labelled.truths.items()}
    assert means == {"She": {anchor.chain}, "him": frozenset()}


def test_a_reading_is_right_when_the_pronoun_stands_with_its_name() -> None:
    report = read_gum("one", CONLLU)
    labelled = gum_document(report, {}.get)
    name, she, him = (
        ("Ana Ruiz", MentionForm.NAME),
        ("She", MentionForm.PRONOUN),
        ("him", MentionForm.PRONOUN),
    )
    read = record_of(report.text, ("Ana Ruiz", [name, she]))
    assert list(read_pronouns(report, labelled, read)) == [RIGHT, Given(False, False, False)]
    read = record_of(report.text, ("Ana Ruiz", [name, him]))
    assert list(read_pronouns(report, labelled, read)) == [SILENT, FOR_NOBODY]


def test_gap_counts_each_name_of_each_snippet() -> None:
    rows = [row(1, "he", True, False), row(2, "He", False, True), row(3, "her", False, False)]
    figures = score_gap(rows, {"1": [0.9, 0.05], "2": [0.6, 0.3], "3": [0.1, 0.05]})
    assert figures.male == pytest.approx(0.5)
    assert figures.f1 == pytest.approx(0.5)
    assert figures.female == 0


def test_a_chain_has_the_share_of_its_full_name_first() -> None:
    shares = {"Ana": 0.99, "Ruiz": 0.4}.get
    assert chain_share(["Ruiz", "Ms. Ana Ruiz"], shares) == 0.99
    assert chain_share(["Ruiz"], shares) == 0.4
    assert chain_share(["Hall"], shares) is None


def test_of_overlapping_anchors_the_name_stays() -> None:
    role = Anchor(0, 5, 0, MentionForm.ROLE, None)
    name = Anchor(3, 5, 0, MentionForm.NAME, None)
    assert apart([role, name]) == (name,)
