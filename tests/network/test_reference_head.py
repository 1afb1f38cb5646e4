"""References are written stretch by stretch, each to its own words."""

import numpy as np

from onrecord.network.reference_head import ReferenceHead

RNG = np.random.default_rng(1)
WEIGHTS = {
    "asks.weight": RNG.normal(size=(3, 5)).astype(np.float32),
    "asks.bias": RNG.normal(size=3).astype(np.float32),
    "answers.weight": RNG.normal(size=(3, 5)).astype(np.float32),
    "answers.bias": RNG.normal(size=3).astype(np.float32),
}


def test_stretches_give_what_the_whole_report_gives() -> None:
    head = ReferenceHead(WEIGHTS)
    states = RNG.normal(size=(7, 5)).astype(np.float32)
    whole, parted = head.blank(7), head.blank(7)
    head.fill(whole, 0, states)
    head.fill(parted, 0, states[:4])
    head.fill(parted, 4, states[4:])
    expected = states @ WEIGHTS["asks.weight"].T + WEIGHTS["asks.bias"]
    assert np.allclose(whole.asks, expected, atol=1e-5)
    assert np.allclose(parted.asks, whole.asks, atol=1e-5)
    assert np.allclose(parted.answers, whole.answers, atol=1e-5)
    assert not np.allclose(whole.asks, whole.answers)
