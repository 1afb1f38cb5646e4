"""What judges deeds when reading is what was trained."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.domain.entity import MentionForm
from onrecord.domain.statement import Act
from onrecord.network.trace_head import TraceHead
from onrecord.relate.deeds.candidates import FEATURES, Candidate, Named
from onrecord.relate.deeds.deed_scorer import DeedScorer, pool, shown_of
from onrecord.relate.deeds.statement_words import SIGNS, StatementWords

torch = pytest.importorskip("torch", reason="torch is for training only and not installed")

from training.deed_model import DeedModel  # noqa: E402
from training.deed_seen import SeenStatement  # noqa: E402
from training.deeds import Shown, arrays_of, batch_of  # noqa: E402

WIDTH, WORDS = 6, 20
RNG = np.random.default_rng(1)
ROWS = RNG.normal(size=(WORDS, 2 * WIDTH), scale=2).astype(np.float16)


def candidate(entity: int, *within: int) -> Candidate:
    named = tuple(Named(at, at + 1, entity, MentionForm.NAME) for at in within)
    return Candidate(entity, named, RNG.normal(size=FEATURES).astype(np.float32), named)


def said(act: Act, *parts: tuple[int, ...], near: tuple[Candidate, ...] = ()) -> SeenStatement:
    around, source, cue, content = parts
    signs = RNG.random(SIGNS).astype(np.float32)
    words = StatementWords(around, source, cue, content, signs)
    return SeenStatement(words, list(Act).index(act), near, (), True)


STATEMENTS = [
    said(
        Act.DENIES,
        (0, 1),
        (2,),
        (3, 4),
        (5, 6, 7),
        near=(candidate(0, 1), candidate(1), candidate(2, 5, 6)),
    ),
    said(Act.INFORMS, (), (), (), (8, 9)),
    said(Act.WARNS, (10,), (), (11,), (12,), near=(candidate(3, 12),)),
]
SCALE = torch.full((2 * WIDTH,), 0.5), torch.linspace(0.5, 2, 2 * WIDTH)
DIVISOR = 1.3


def test_acts_and_targets_are_the_same_in_torch_and_in_numpy() -> None:
    torch.manual_seed(1)
    model = DeedModel(WIDTH, 0.3).eval()
    torch.nn.init.normal_(model.nobody)
    batch = batch_of([Shown(ROWS, one) for one in STATEMENTS], SCALE)
    with torch.no_grad():
        acts = torch.softmax(model.act_scores(batch) / DIVISOR, 1).numpy()
        targets = model.target_scores(batch).split([len(one.candidates) for one in STATEMENTS])
    arrays = arrays_of(model, SCALE, DIVISOR)
    traces, scorer = traces_of(arrays), DeedScorer(arrays)

    shown = np.stack([shown_of(one.words, traces) for one in STATEMENTS])
    assert np.allclose(scorer.acts(shown), acts, atol=2e-3)
    for one, scores in zip(STATEMENTS, targets, strict=True):
        if one.candidates:
            nobody = model.nobody.detach()[one.act][None]
            expected = torch.softmax(torch.cat([scores, nobody]), 0).numpy()
            rows = np.stack([row_of(found, traces) for found in one.candidates])
            assert np.allclose(scorer.targets(rows, one.act), expected, atol=2e-3)


def traces_of(arrays: dict[str, np.ndarray]) -> np.ndarray:
    head = TraceHead(arrays)
    traces = head.blank(WORDS)
    rows = ROWS.astype(np.float32)
    head.fill(traces, 0, rows[:, :WIDTH], rows[:, WIDTH:])
    return traces


def row_of(found: Candidate, traces: np.ndarray) -> np.ndarray:
    pooled = pool(traces, found.words)
    return np.concatenate([found.row, np.zeros(2 * traces.shape[1]) if pooled is None else pooled])
