"""What is trained in torch reads the same in numpy and ONNX."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is for training only and not installed")
onnx = pytest.importorskip("onnx", reason="onnx is for training only and not installed")

from onrecord.network.attribution_head import AttributionHead as Reading  # noqa: E402
from onrecord.network.attribution_head import distances, paragraph_distances  # noqa: E402
from onrecord.network.encoder import Encoder as ReadingEncoder  # noqa: E402
from onrecord.network.name_head import NameHead as ReadingNames  # noqa: E402
from onrecord.network.spelling import FEATURES  # noqa: E402
from training.export import tables  # noqa: E402
from training.heads import AttributionHead  # noqa: E402
from training.model import Encoder, EncoderSizes  # noqa: E402
from training.name_model import NameHead, seen_at  # noqa: E402
from training.onnx_graph import GraphBuilder  # noqa: E402


def test_the_head_gives_the_same_tags_and_links() -> None:
    torch.manual_seed(1)
    head = AttributionHead(16)
    states = torch.randn(9, 16)
    paragraphs = np.array([0, 0, 0, 1, 1, 1, 1, 2, 2], np.int32)
    reading = Reading({name: w.detach().numpy() for name, w in head.state_dict().items()})

    tags = torch.log_softmax(head.tags(states), -1).detach().numpy()
    assert np.allclose(reading.tags(states.numpy()), tags, atol=1e-5)

    near = torch.from_numpy(distances(3, 5, np.arange(9, dtype=np.int32)))[None]
    close = torch.from_numpy(paragraph_distances(1, paragraphs).astype(np.int64))[None]
    scores = head.links(head.asked(states[[3]], states[[4]]), head.compared(states), near, close)
    expected = torch.softmax(scores[0], -1).detach().numpy()
    given = reading.links((3, 5), states.numpy(), reading.keys(states.numpy()), paragraphs)
    assert np.allclose(given, expected, atol=1e-5)


def test_the_name_head_gives_the_same_tags() -> None:
    torch.manual_seed(1)
    head = NameHead(16).eval()
    rows = torch.randn(9, 2 * 16 + FEATURES)
    paragraphs = np.array([0, 0, 0, 1, 1, 1, 1, 2, 2], np.int32)
    weights = {name: w.detach().numpy() for name, w in head.state_dict().items()}
    seen = seen_at(rows, torch.from_numpy(paragraphs), torch.arange(9))
    expected = torch.log_softmax(head(seen), -1).detach().numpy()
    given = ReadingNames(weights, np.zeros(7, np.float32)).tags(
        rows.numpy(), paragraphs, np.arange(9)
    )
    assert np.allclose(given, expected, atol=1e-5)


def test_the_int8_encoder_is_close_to_the_one_that_was_trained(tmp_path: Path) -> None:
    torch.manual_seed(1)
    sizes = EncoderSizes(vocabulary=50, width=64, layers=2, heads=4, inner=128, positions=32)
    encoder = Encoder(sizes).eval()
    arrays = {name: w.detach().numpy() for name, w in encoder.state_dict().items()}
    onnx.save(GraphBuilder(arrays, sizes).build(), str(tmp_path / "encoder.onnx"))
    reading = ReadingEncoder(tmp_path / "encoder.onnx", tables(arrays))
    ids = np.arange(1, 21, dtype=np.int32)
    features = np.ones(20, np.int8)
    given = reading.encode(ids, features, features)
    as_long = [torch.from_numpy(row.astype(np.int64))[None] for row in (ids, features, features)]
    expected = encoder(*as_long)[0].detach().numpy()
    assert np.corrcoef(given.ravel(), expected.ravel())[0, 1] > 0.999
