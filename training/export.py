"""From a trained network to the files that are read with.

    python -m training.export --trained var/branch1.pt var/branch2.pt

Several runs from one trunk are averaged into one network (Wortsman et al. 2022, "model soups"): it
costs no more to read with than one of them. Writes the encoder (int8), its tables, the heads and
the vocabulary, and a manifest whose calibration is still blank: ``training.calibrate`` fills it in.
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
from training.start import package_folder

Arrays = dict[str, NDArray[Any]]


def weights_of(path: Path, averaged: bool) -> tuple[Arrays, Arrays]:
    """Encoder and head of a finished run: its last weights, or their running average."""
    saved = torch.load(path, map_location="cpu", weights_only=False)
    encoder, head = dict(saved["encoder"]), dict(saved["head"])
    if averaged:
        for name, weight in saved["averaged"].items():
            if name.startswith("encoder."):
                encoder[name.removeprefix("encoder.")] = weight
            elif name.startswith("task.head."):
                head[name.removeprefix("task.head.")] = weight
    return _arrays(encoder), _arrays(head)


def _arrays(state: dict[str, Tensor]) -> Arrays:
    return {name: weight.detach().float().numpy() for name, weight in state.items()}


def mean_of(runs: list[Arrays]) -> Arrays:
    """The mean of each array over the runs."""
    return {name: np.mean([run[name] for run in runs], 0, dtype=np.float32) for name in runs[0]}


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
    ap.add_argument("--trained", type=Path, nargs="+", required=True)
    ap.add_argument("--out", type=Path, default=Path("src/onrecord/network/weights"))
    ap.add_argument("--last", action="store_true", help="the last weights instead of their average")
    args = ap.parse_args()
    runs = [weights_of(path, averaged=not args.last) for path in args.trained]
    encoder, head = (mean_of(list(parts)) for parts in zip(*runs, strict=True))
    made_from = {"runs": [path.stem for path in args.trained], "averaged": not args.last}
    export(encoder, head, args.out, made_from)


if __name__ == "__main__":
    main()
