"""The encoder as an ONNX graph with int8 weights, built op by op.

Every matrix product with weights is ``DynamicQuantizeMatMul``: weights int8, one scale a column,
kept to seven bits because processors without VNNI add two products in sixteen; activations are
quantised by one scale a call. A call therefore gets exactly one window: in a batch a report's
numbers would depend on its neighbours', and the same input would not give the same bytes.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.model import EncoderSizes

Arrays = dict[str, NDArray[Any]]
MICROSOFT = "com.microsoft"
LARGEST = 63


class GraphBuilder:
    """Collects nodes and initialisers; each method returns the name of its output."""

    def __init__(self, weights: Arrays, sizes: EncoderSizes) -> None:
        self._weights = weights
        self._sizes = sizes
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def build(self) -> onnx.ModelProto:
        """Embedded pieces (1, T, D), before their normalisation -> states (1, T, D)."""
        d = self._sizes.width
        x = self._node(
            "LayerNormalization", ["embedded", *self._pair("norm")], axis=-1, epsilon=1e-12
        )
        for number in range(self._sizes.layers):
            x = self._layer(x, f"layers.{number}.")
        self._nodes[-1].output[0] = "states"
        shape = [1, "pieces", d]
        graph = helper.make_graph(
            self._nodes,
            "encoder",
            [helper.make_tensor_value_info("embedded", TensorProto.FLOAT, shape)],
            [helper.make_tensor_value_info("states", TensorProto.FLOAT, shape)],
            self._constants,
        )
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=8)
        model.producer_name = "onrecord"
        return model

    def _layer(self, x: str, prefix: str) -> str:
        qkv = self._product(x, prefix + "qkv")
        parts = self._nodes_out(
            "Split", [qkv, self._constant(prefix + "thirds", self._thirds())], 3, axis=-1
        )
        mixed = self._node(
            "MultiHeadAttention", parts, domain=MICROSOFT, num_heads=self._sizes.heads
        )
        x = self._skip(x, self._product(mixed, prefix + "out"), prefix + "norm1")
        grown = self._node("FastGelu", [self._product(x, prefix + "up")], domain=MICROSOFT)
        return self._skip(x, self._product(grown, prefix + "down"), prefix + "norm2")

    def _thirds(self) -> NDArray[np.int64]:
        return np.array([self._sizes.width] * 3, np.int64)

    def _skip(self, x: str, added: str, norm: str) -> str:
        # Not SkipLayerNormalization: that one took five times as long as both of these.
        total = self._node("Add", [added, x])
        return self._node("LayerNormalization", [total, *self._pair(norm)], axis=-1, epsilon=1e-12)

    def _product(self, x: str, name: str) -> str:
        whole, scale = quantised(self._weights[name + ".weight"].T)
        inputs = [
            x,
            self._constant(name + ".int8", whole),
            self._constant(name + ".scale", scale),
            "",
            self._constant(name + ".bias", self._weights[name + ".bias"]),
        ]
        return self._node("DynamicQuantizeMatMul", inputs, domain=MICROSOFT)

    def _pair(self, name: str) -> list[str]:
        return [
            self._constant(f"{name}.{kind}", self._weights[f"{name}.{kind}"])
            for kind in ("weight", "bias")
        ]

    def _constant(self, name: str, array: NDArray[Any]) -> str:
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def _node(self, kind: str, inputs: list[str], **attributes: Any) -> str:
        return self._nodes_out(kind, inputs, 1, **attributes)[0]

    def _nodes_out(self, kind: str, inputs: list[str], count: int, **attributes: Any) -> list[str]:
        names = [f"{kind}.{len(self._nodes)}.{number}" for number in range(count)]
        self._nodes.append(helper.make_node(kind, inputs, names, name=names[0], **attributes))
        return names


def quantised(matrix: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """(in, out) floats -> seven-bit integers and one scale a column."""
    scale = np.maximum(np.abs(matrix).max(0), 1e-8) / LARGEST
    return np.rint(matrix / scale).astype(np.int8), scale.astype(np.float32)
