"""The network's files: found, checked against their digests, and refused where they do not fit.

weights/manifest.json    format, digests, tag bias, calibration, where it was trained from
weights/encoder.onnx     the layers, int8
weights/tables.npz       embeddings of pieces (int8), positions, shapes, quotation states
weights/heads.npz        matrices of the heads, half precision
weights/tokenizer.json   the vocabulary of word pieces
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import WeightsError
from onrecord.network.attribution_head import AttributionHead
from onrecord.network.encoder import Encoder
from onrecord.network.name_head import NameHead
from onrecord.network.network import Heads, Network
from onrecord.network.occasion_head import OccasionHead
from onrecord.network.pieces import Vocabulary
from onrecord.network.reference_head import ReferenceHead
from onrecord.network.trace_head import TraceHead

FORMAT = 1
"""Goes up whenever code and weights of different versions would misunderstand each other."""
FILES = ("encoder.onnx", "tables.npz", "heads.npz", "tokenizer.json")
SHIPPED = Path(__file__).parent / "weights"


@dataclass(frozen=True)
class Weights:
    """A folder of weights whose digests are right.

    Raises WeightsError on making when a file is missing, altered, or of another format.
    """

    folder: Path = SHIPPED

    def __post_init__(self) -> None:
        if self.manifest.get("format") != FORMAT:
            found = self.manifest.get("format")
            raise WeightsError(
                f"{self.folder}: weights of format {found}, but this version reads "
                f"format {FORMAT}; install code and weights of one version"
            )
        for name in FILES:
            self._check(name)

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """What the weights say of themselves."""
        try:
            found: dict[str, Any] = json.loads(self._bytes("manifest.json"))
        except json.JSONDecodeError as error:
            raise WeightsError(
                f"{self.folder / 'manifest.json'} is damaged; reinstall onrecord"
            ) from error
        return found

    @property
    def sha256(self) -> str:
        """One digest for all the files: that of the manifest, which holds the others."""
        return hashlib.sha256(self._bytes("manifest.json")).hexdigest()

    def network(self, threads: int = 1) -> Network:
        """The network, ready to read with ``threads`` threads."""
        tables = dict(np.load(self.folder / "tables.npz"))
        encoder = Encoder(self.folder / "encoder.onnx", tables, threads)
        vocabulary = Vocabulary(self.folder / "tokenizer.json")
        bias = self._bias("attribution")
        return Network(vocabulary, encoder.encode, encoder.embed, self._heads(), bias)

    def arrays(self, head: str) -> dict[str, NDArray[np.float32]]:
        """The matrices of one head, named as in the training; empty where there is no such head."""
        return _of_head(dict(np.load(self.folder / "heads.npz")), head)

    def _heads(self) -> Heads:
        arrays = dict(np.load(self.folder / "heads.npz"))
        names, references = _of_head(arrays, "names"), _of_head(arrays, "references")
        occasions, deeds = _of_head(arrays, "occasions"), _of_head(arrays, "deeds")
        return Heads(
            AttributionHead(_of_head(arrays, "attribution")),
            NameHead(names, self._bias("names")) if names else None,
            ReferenceHead(references) if references else None,
            OccasionHead(occasions) if occasions else None,
            TraceHead(deeds) if deeds else None,
        )

    def _bias(self, head: str) -> NDArray[np.float32]:
        return np.array(self.manifest["heads"][head]["tag_bias"], np.float32)

    def _check(self, name: str) -> None:
        stated = self.manifest.get("sha256", {}).get(name)
        if hashlib.sha256(self._bytes(name)).hexdigest() != stated:
            raise WeightsError(
                f"{self.folder / name} is not the file it was made as; reinstall onrecord"
            )

    def _bytes(self, name: str) -> bytes:
        try:
            return (self.folder / name).read_bytes()
        except OSError as error:
            raise WeightsError(
                f"{self.folder / name}: cannot be read; reinstall onrecord"
            ) from error


def _of_head(arrays: dict[str, NDArray[Any]], head: str) -> dict[str, NDArray[np.float32]]:
    prefix = head + "."
    return {
        name.removeprefix(prefix): array
        for name, array in arrays.items()
        if name.startswith(prefix)
    }
