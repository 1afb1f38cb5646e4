"""From a trained network to the files that are read with.

    python -m training.export --trained var/soup.pt --out src/onrecord/network/weights

Writes the encoder (int8), its tables, the heads and the vocabulary, and a manifest whose
calibration is still blank: ``training.calibrate`` fills it in.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import Tensor

from onrecord.attribute.probability import FEATURES
from onrecord.network.decoder import TAGS
from onrecord.network.weights import FILES, FORMAT
from training.model import EncoderSizes
from training.onnx_graph import GraphBuilder
from training.soup import averaged
from training.start import package_folder

Arrays = dict[str, NDArray[Any]]


def _arrays(state: dict[str, Tensor]) -> Arrays:
    return {name: weight.numpy() for name, weight in state.items()}


def export(encoder: Arrays, head: Arrays, out: Path, made_from: dict[str, Any]) -> None:
    """Write all files of the weights into ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    onnx.save(GraphBuilder(encoder, EncoderSizes()).build(), str(out / "encoder.onnx"))
    _save(out / "tables.npz", tables(encoder))
    _save(
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


def _save(path: Path, arrays: Arrays) -> None:
    """As ``np.savez``, whose files differ from run to run by the time in them, but for that."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, array in sorted(arrays.items()):
            with archive.open(zipfile.ZipInfo(f"{name}.npy"), "w", force_zip64=True) as file:
                np.lib.format.write_array(file, np.ascontiguousarray(array), allow_pickle=False)


def write_manifest(folder: Path, manifest: dict[str, Any]) -> None:
    """Write the manifest with the digests of the files as they lie in ``folder``."""
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    text = json.dumps({**manifest, "sha256": digests}, indent=1, sort_keys=True)
    (folder / "manifest.json").write_text(text + "\n", "utf-8")


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
