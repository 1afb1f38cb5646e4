"""Figures by hand on small reports, and equal to the scorer that the published ones came from."""

from __future__ import annotations

import importlib.util
import random
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from evaluation.brat import LabelledReport, labelled_reports
from evaluation.linked import Linked
from evaluation.scoring import Figure, score
from evaluation.words import ScoredText
from onrecord.domain.span import Span, Spans

TEXT = "The minister said “taxes will fall” soon. Critics doubt that it helps anyone."
MINISTER = Linked((Span(0, 12),), (Span(13, 17),), (Span(18, 41),))
CRITICS = Linked((Span(42, 49),), (Span(50, 55),), (Span(56, 76),))


def figures(gold: Sequence[Linked], predicted: Sequence[Linked]) -> dict[str, Figure]:
    text = ScoredText(TEXT)
    return score([(text.worded(gold), text.worded(predicted))])


def test_the_labels_themselves_score_one_everywhere() -> None:
    perfect = figures([MINISTER, CRITICS], [MINISTER, CRITICS])
    assert {figure.f1 for figure in perfect.values()} == {1.0}


def test_nothing_predicted_scores_nought_and_does_not_raise() -> None:
    assert {figure.f1 for figure in figures([MINISTER], []).values()} == {0.0}


def test_a_missed_label_costs_recall_alone() -> None:
    found = figures([MINISTER, CRITICS], [CRITICS])["attribution"]
    assert (found.precision, found.recall) == (1.0, 0.5)


def test_a_wrong_source_is_found_but_not_attributed() -> None:
    wrong = Linked(MINISTER.source, CRITICS.cue, CRITICS.content)
    scored = figures([CRITICS], [wrong])
    assert (scored["found"].f1, scored["attribution"].f1) == (1.0, 0.0)


def test_two_without_a_source_agree_on_it() -> None:
    bare = Linked((), CRITICS.cue, CRITICS.content)
    assert figures([bare], [bare])["strict"].f1 == 1.0


def test_one_prediction_is_matched_once() -> None:
    twice = figures([CRITICS], [CRITICS, CRITICS])["attribution"]
    assert (twice.precision, twice.recall) == (0.5, 1.0)


def test_a_shorter_content_matches_loosely_but_not_strictly() -> None:
    shorter = Linked(CRITICS.source, CRITICS.cue, (Span(61, 76),))
    scored = figures([CRITICS], [shorter])
    assert (scored["attribution"].f1, scored["strict"].f1) == (1.0, 0.0)


def test_quoted_figures_leave_unquoted_attributions_out() -> None:
    scored = figures([MINISTER, CRITICS], [MINISTER])
    assert (scored["quoted_attribution"].f1, scored["attribution"].recall) == (1.0, 0.5)


def test_a_mark_just_outside_the_content_makes_it_quoted() -> None:
    inner = ScoredText(TEXT).worded([Linked((), (), (Span(19, 34),))])
    assert inner[0].quoted


def test_marks_given_from_outside_decide_what_is_quoted() -> None:
    text = TEXT.replace("“", "‘").replace("”", "’")
    assert not ScoredText(text).worded([MINISTER])[0].quoted
    assert ScoredText(text, (Span(18, 19),)).worded([MINISTER])[0].quoted


def test_an_attribution_without_a_word_of_content_is_left_out() -> None:
    assert ScoredText(TEXT).worded([Linked((Span(0, 12),), (), (Span(18, 19),))]) == ()


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    path = shared / "evaluation" / "attribution_score.py"
    spec = importlib.util.spec_from_file_location("attribution_score", path)
    if spec is None or spec.loader is None or not path.is_file():
        pytest.skip("needs ../shared/evaluation/attribution_score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def reports(polnear_dev: Path) -> tuple[LabelledReport, ...]:
    return labelled_reports(polnear_dev)


def as_published(scorer: ModuleType, cases: list[tuple[str, list[Linked], list[Linked]]]) -> object:
    pairs = []
    for text, gold, predicted in cases:
        doc = scorer.Doc(text)
        pairs.append((doc.attrs(_raw(gold)), doc.attrs(_raw(predicted))))
    return scorer.score(pairs)


def as_ours(cases: list[tuple[str, list[Linked], list[Linked]]]) -> object:
    scored = score(
        (ScoredText(text).worded(gold), ScoredText(text).worded(predicted))
        for text, gold, predicted in cases
    )
    return {
        name: {"p": round(one.precision, 4), "r": round(one.recall, 4), "f1": round(one.f1, 4)}
        for name, one in scored.items()
    }


def test_labels_are_read_as_the_published_scorer_reads_them(
    scorer: ModuleType, reports: tuple[LabelledReport, ...], polnear_dev: Path
) -> None:
    docs, gold = scorer.load_gold(str(polnear_dev))
    assert [report.stem for report in reports] == sorted(gold)
    for report in reports:
        assert docs[report.stem].text == report.text
        for annotator, labels in report.by_annotator.items():
            assert gold[report.stem][annotator] == _raw(labels)


def test_figures_equal_the_published_scorers_on_altered_labels(
    scorer: ModuleType, reports: tuple[LabelledReport, ...]
) -> None:
    chance = random.Random(7)
    cases = [
        (report.text, list(report.labels), altered(report.labels, len(report.text), chance))
        for report in reports[:30]
    ]
    assert as_ours(cases) == as_published(scorer, cases)


@pytest.mark.parametrize("seed", range(5))
def test_figures_equal_the_published_scorers_on_random_spans(scorer: ModuleType, seed: int) -> None:
    chance = random.Random(seed)
    cases = []
    for _ in range(20):
        text = "".join(chance.choices("ab '’\"“”'`«. \n", k=200))
        gold = [anything(len(text), chance) for _ in range(12)]
        cases.append((text, gold, [anything(len(text), chance) for _ in range(12)]))
    assert as_ours(cases) == as_published(scorer, cases)


def altered(labels: Sequence[Linked], length: int, chance: random.Random) -> list[Linked]:
    """Some labels dropped, some bounds moved, some sources exchanged, some made up."""
    kept = [label for label in labels if chance.random() > 0.2]
    made = []
    for label in kept:
        shift = chance.choice([0, 0, -15, 25])
        content = tuple(Span(max(0, s - shift), min(length, e + shift)) for s, e in label.content)
        source = chance.choice([label.source, label.source, chance.choice(kept).source, ()])
        made.append(Linked(source, label.cue, content))
    return made + [anything(length, chance) for _ in range(4)]


def anything(length: int, chance: random.Random) -> Linked:
    def spans(most: int) -> Spans:
        starts = [chance.randrange(length) for _ in range(chance.randint(0, most))]
        return tuple(Span(s, min(length, s + chance.randint(0, 40))) for s in starts)

    return Linked(spans(1), spans(1), spans(2))


def _raw(labels: Sequence[Linked]) -> list[dict[str, list[Span]]]:
    return [
        {"source": list(one.source), "cue": list(one.cue), "content": list(one.content)}
        for one in labels
    ]
