"""Runs the encoder: embeddings by numpy from an int8 table, layers by ONNX Runtime.

One window a call: activations are quantised by one scale a call, so in a batch of windows a
report's numbers would depend on its neighbours'.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Encoder:
    """Pieces with their features -> a state for each piece."""

    def __init__(self, path: Path, tables: Mapping[str, NDArray[Any]], threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_mem_pattern = False  # lengths differ from call to call
        # The graph is built fused; further fusing makes SkipLayerNormalization, which is slower.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        self._session = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"]
        )
        self._pieces = tables["pieces"]
        self._scales = tables["scales"]
        self._positions = tables["positions"].astype(np.float32)
        self._shapes = tables["shapes"].astype(np.float32)
        self._quotes = tables["quotes"].astype(np.float32)

    def embed(self, ids: NDArray[np.int32]) -> Floats:
        """Embeddings of pieces by themselves: (pieces,) -> (pieces, D)."""
        embedded: Floats = self._pieces[ids] * self._scales[ids, None]
        return embedded

    def encode(
        self, ids: NDArray[np.int32], shapes: NDArray[np.int8], quotes: NDArray[np.int8]
    ) -> Floats:
        """One window, (pieces,) each -> states (pieces, D)."""
        embedded = self.embed(ids)
        embedded += self._positions[: len(ids)]
        embedded += self._shapes[shapes]
        embedded += self._quotes[quotes]
        states: Floats = self._session.run(None, {"embedded": embedded[None]})[0][0]
        return states
