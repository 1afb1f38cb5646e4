"""Starts the bench's peers: one process each, one thread, texts handed over in a file."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from evaluation.results import Json

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS")
_ONE_THREAD = dict.fromkeys(_THREADS, "1") | {"TOKENIZERS_PARALLELISM": "false"}


@dataclass(frozen=True, slots=True)
class Peer:
    """A program to compare: the Python it runs in and its module under evaluation.peers."""

    name: str
    python: Path
    module: str


def run_command(command: Sequence[str]) -> str:
    """What ``command`` prints, run on one thread. Raises CalledProcessError when it fails."""
    environment = os.environ | _ONE_THREAD
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def run_peer(peer: Peer, texts: Sequence[str], scratch: Path) -> Json:
    """What ``peer`` says about reading ``texts`` (evaluation/peers/timing.py)."""
    path = scratch / "texts.json"
    path.write_text(json.dumps(texts), encoding="utf-8")
    told: Json = json.loads(run_command([str(peer.python), "-m", peer.module, str(path)]))
    return told


def long_texts(texts: Sequence[str], kilobytes: Iterable[int]) -> list[str]:
    """One report of each size, in UTF-8, made of ``texts`` one after the other."""
    return [_of_size(texts, 1000 * size) for size in kilobytes]


def _of_size(texts: Sequence[str], size: int) -> str:
    pieces, length = [], 0
    for text in cycle(texts):
        piece = (text.rstrip("\n") + "\n\n").encode()
        pieces.append(piece)
        length += len(piece)
        if length >= size:
            break
    return b"".join(pieces)[:size].decode("utf-8", "ignore")
