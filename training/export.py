"""From a trained network to the files that are read with.

    python -m training.export --trained var/soup.pt --out src/onrecord/network/weights

Writes the encoder (int8), its tables, the heads and the vocabulary, and a manifest whose
calibration is still blank: ``training.calibrate`` fills it in.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from torch import Tensor

from onrecord.attribute.probability import FEATURES
from onrecord.network.decoder import TAGS
from onrecord.network.weights import FORMAT
from training.model import EncoderSizes
from training.onnx_graph import GraphBuilder
from training.soup import averaged
from training.start import package_folder
from training.weights_folder import Arrays, save_arrays, write_manifest


def _arrays(state: dict[str, Tensor]) -> Arrays:
    return {name: weight.numpy() for name, weight in state.items()}


def export(encoder: Arrays, head: Arrays, out: Path, made_from: dict[str, Any]) -> None:
    """Write all files of the weights into ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    onnx.save(GraphBuilder(encoder, EncoderSizes()).build(), str(out / "encoder.onnx"))
    save_arrays(out / "tables.npz", tables(encoder))
    save_arrays(
        out / "heads.npz", {f"attribution.{name}": w.astype(np.float16) for name, w in head.items()}
    )
    shutil.copyfile(package_folder() / "tokenizer.json", out / "tokenizer.json")
    blank = [0.0] * len(FEATURES)
    write_manifest(
        out,
        {
            "format": FORMAT,
            "made_from": made_from,
            "heads": {
                "attribution": {
                    "tag_bias": [0.0] * TAGS,
                    "calibration": {
                        "features": list(FEATURES),
                        "attribution": blank,
                        "source": blank,
                        "least": 0.0,
                    },
                }
            },
        },
    )


def tables(encoder: Arrays) -> Arrays:
    """Embeddings: of pieces in int8 with one scale a piece, the small ones in half precision."""
    pieces = encoder["pieces.weight"]
    scales = np.maximum(np.abs(pieces).max(1), 1e-8) / 127
    return {
        "pieces": np.rint(pieces / scales[:, None]).astype(np.int8),
        "scales": scales.astype(np.float32),
        **{
            name: encoder[f"{name}.weight"].astype(np.float16)
            for name in ("positions", "shapes", "quotes")
        },
    }


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument(
        "--trained", type=Path, required=True, help="of training.train or training.soup"
    )
    ap.add_argument("--out", type=Path, default=Path("src/onrecord/network/weights"))
    args = ap.parse_args()
    network = averaged(torch.load(args.trained, weights_only=False))
    made_from = {"run": args.trained.stem}
    export(_arrays(network["encoder"]), _arrays(network["head"]), args.out, made_from)


if __name__ == "__main__":
    main()
