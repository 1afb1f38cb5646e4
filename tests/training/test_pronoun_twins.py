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

TEXT = "Ana Ruiz met Mira Okafor. She told her that she liked her plan. His doubts stayed."


def test_reading_gives_the_shares_that_the_trained_model_gives() -> None:
    from evaluation.pronoun_labels import Labelled, Truth
    from training.pronoun_examples import Reading, Report, example
    from training.pronoun_model import PronounModel, Sizes
    from training.pronoun_states import WIDTH, Shown

    article = segment(TEXT)
    anchors = (
        Anchor(0, 2, 0, MentionForm.NAME, 0.9),
        Anchor(3, 5, 1, MentionForm.NAME, None),
    )
    states = np.random.default_rng(1).normal(size=(len(article), WIDTH)).astype(np.float16)
    pronouns = [at for at, word in enumerate(article.words) if word in ("She", "her", "she", "His")]
    truths = {word: Truth(frozenset({0})) for word in pronouns}
    report = Report(Labelled("one", "gum", article, anchors, truths), Shown(states, ()), 1.0)
    torch.manual_seed(1)
    model = PronounModel(Sizes()).eval()
    torch.nn.init.normal_(model.linear.weight)
    torch.nn.init.normal_(model.null)
    projections, scorer = model.arrays()
    settings = {"calibration": [0, 1, 0], "least": [0, 0], "sharpness": [1]}
    reading = Reading(
        PronounScorer({**scorer, **{name: np.array(v) for name, v in settings.items()}}),
        projections,
    )
    trained = example(report, reading)
    assert trained is not None
    with torch.no_grad():
        shares = model(trained).numpy()
    answers = reading.answers(report)
    assert len(answers) == len(pronouns) == 5
    for answer, row in zip(answers, shares, strict=True):
        read = [answer.shares.get(chain, 0.0) for chain in (0, 1, NOBODY)]
        assert read == pytest.approx(row.tolist(), abs=0.005)
        assert sum(read) == pytest.approx(1, abs=1e-4)
