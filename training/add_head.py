"""Put one head into a folder of weights, or replace it there; all else stays as it is.

    python -m training.add_head --head references --arrays var/references.npz \\
        --settings var/references.json --weights src/onrecord/network/weights

``--arrays`` is an .npz of the head's matrices under their bare names ("asks.weight"); they are
written in half precision as "references.asks.weight". ``--settings`` is a JSON object that becomes
the manifest's ``heads[head]``.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.network.weights import SHIPPED, Weights
from training.weights_folder import Arrays, save_arrays, write_manifest


def add_head(folder: Path, head: str, arrays: Arrays, settings: dict[str, Any]) -> None:
    """Write ``arrays`` and ``settings`` as those of ``head`` into the weights in ``folder``.

    Raises WeightsError when what lies there is not whole, ValueError when a number does not fit
    half precision.
    """
    manifest = Weights(folder).manifest
    prefix = f"{head}."
    with np.load(folder / "heads.npz") as there:
        kept = {name: there[name] for name in there.files if not name.startswith(prefix)}
    save_arrays(folder / "heads.npz", kept | {prefix + n: _half(n, w) for n, w in arrays.items()})
    write_manifest(folder, {**manifest, "heads": {**manifest["heads"], head: settings}})


def _half(name: str, array: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    with np.errstate(over="ignore"):
        half = array.astype(np.float16)
    if not np.isfinite(half).all():
        raise ValueError(f"{name} holds numbers that half precision cannot")
    return half


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--head", required=True, help="names, references ...")
    ap.add_argument("--arrays", type=Path, required=True)
    ap.add_argument("--settings", type=Path, help="JSON; without it the head has none")
    ap.add_argument("--weights", type=Path, default=SHIPPED)
    args = ap.parse_args()
    settings = json.loads(args.settings.read_text("utf-8")) if args.settings else {}
    add_head(args.weights, args.head, dict(np.load(args.arrays)), settings)
    print(f"{args.weights}: {args.head} written")


if __name__ == "__main__":
    main()
