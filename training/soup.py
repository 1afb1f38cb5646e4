"""Average several runs of one trunk into one network (Wortsman et al. 2022, "model soups").

    python -m training.soup --trained var/branch1.pt var/branch2.pt --out var/soup.pt

It costs no more to read with than one of them. Of each run the running average is taken.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training import checkpoint

Network = dict[str, dict[str, Tensor]]


def averaged(saved: dict[str, Any]) -> Network:
    """Encoder and head of a finished run, the trained weights by their running average."""
    average: dict[str, Tensor] = saved.get("averaged", {})
    return {
        part: {
            name: average.get(prefix + name, weight).float().cpu()
            for name, weight in saved[part].items()
        }
        for part, prefix in (("encoder", "encoder."), ("head", "task.head."))
    }


def mean_of(networks: list[Network]) -> Network:
    """The mean of each weight over the networks."""
    return {
        part: {
            name: torch.stack([network[part][name] for network in networks]).mean(0)
            for name in networks[0][part]
        }
        for part in ("encoder", "head")
    }


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--trained", type=Path, nargs="+", required=True)
    ap.add_argument("--out", type=Path, required=True)
    args = ap.parse_args()
    runs = [averaged(torch.load(path, weights_only=False)) for path in args.trained]
    checkpoint.save(args.out, mean_of(runs))


if __name__ == "__main__":
    main()
