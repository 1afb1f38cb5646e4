"""What the scorer computes when reading is what was trained."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.domain.entity import MentionForm
from onrecord.identify.anchors import Anchor
from onrecord.identify.pronoun_scorer import PronounScorer
from onrecord.identify.pronoun_sites import NOBODY
from onrecord.segment.article import segment

torch = pytest.importorskip("torch", reason="training only")

from evaluation.pronoun_labels import Labelled, Truth  # noqa: E402
from training.pronoun_examples import Reading, Report, example  # noqa: E402
from training.pronoun_model import PronounModel, Sizes, merged  # noqa: E402
from training.pronoun_states import WIDTH, Shown  # noqa: E402

TEXT = "Ana Ruiz met Mira Okafor. She told her that she liked her plan. His doubts stayed."


def report_of(text: str, *names: tuple[int, int]) -> Report:
    """A report whose people stand at the words ``names``; every pronoun means the first."""
    article = segment(text)
    anchors = tuple(
        Anchor(first, last, chain, MentionForm.NAME, 0.9 if chain else None)
        for chain, (first, last) in enumerate(names)
    )
    states = np.random.default_rng(1).normal(size=(len(article), WIDTH)).astype(np.float16)
    pronouns = [at for at, word in enumerate(article.words) if word in ("She", "her", "she", "His")]
    truths = {word: Truth(frozenset({0})) for word in pronouns}
    return Report(Labelled("one", "gum", article, anchors, truths), Shown(states, ()), 1.0)


def random_model() -> PronounModel:
    torch.manual_seed(1)
    model = PronounModel(Sizes()).eval()
    torch.nn.init.normal_(model.linear.weight)
    torch.nn.init.normal_(model.null)
    return model


def reading_of(model: PronounModel) -> Reading:
    projections, scorer = model.arrays()
    settings = {"calibration": [0, 1, 0], "least": [0, 0], "sharpness": [1]}
    every = {**scorer, **{name: np.array(value) for name, value in settings.items()}}
    return Reading(PronounScorer(every), projections)


def test_reading_gives_the_shares_that_the_trained_model_gives() -> None:
    report, model = report_of(TEXT, (0, 2), (3, 5)), random_model()
    reading = reading_of(model)
    trained = example(report, reading)
    assert trained is not None
    with torch.no_grad():
        shares = model(trained).numpy()
    answers = reading.answers(report)
    assert len(answers) == 5
    for answer, row in zip(answers, shares, strict=True):
        read = [answer.shares.get(chain, 0.0) for chain in (0, 1, NOBODY)]
        assert read == pytest.approx(row.tolist(), abs=0.005)
        assert sum(read) == pytest.approx(1, abs=1e-4)


def test_reports_that_are_learned_from_together_do_not_mix() -> None:
    model = random_model()
    reading = reading_of(model)
    reports = report_of(TEXT, (0, 2), (3, 5)), report_of("Sam Duff left. She waited.", (0, 2))
    apart = [found for one in reports if (found := example(one, reading))]
    with torch.no_grad():
        alone = torch.cat([(model(one) * one.right).sum(1) for one in apart])
        together = merged(apart)
        both = (model(together) * together.right).sum(1)
    assert both.tolist() == pytest.approx(alone.tolist(), abs=1e-5)
