"""The exported int8 graph → the same sums in the operators that are quickest on a CPU, for one window at a time.

usage: python -m training.operators --model src/sayso/model        (rewrites encoder.onnx there, and its digest in model.json)

What the exporter makes is right and slow in four places, milliseconds for a window of 152 pieces on one core, before and after:
    the fused normalisation adds up one number at a time: 4.5; `InstanceNormalization` with a sum before and scale and shift after: 0.9
    the fused attention multiplies head by head: 4.7; one int8 product, then two products over all heads and a softmax: 3.9
    the activation with its bias: 1.6; without, the bias inside the product before it: 0.9
    padding: windows no longer stand side by side, so none is needed and none is masked
The integers are the same; floats are added in another order, so answers differ as between two kinds of processor. benchmarks/int8.py
says what that costs beside the float model. Names of weights stay: training/shipped.py reads either graph.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from .network import HEADS, HIDDEN

OURS = {"domain": "com.microsoft"}
WIDTH = HIDDEN // HEADS
LONGEST = 512  # positions the encoder knows
EPSILON = 1e-12
CONSTANTS = {
    "quick_ones": np.ones(LONGEST, np.float32),
    "quick_zeros": np.zeros(LONGEST, np.float32),
    "quick_start": np.array([0], np.int64),
    "quick_parts": np.array([HEADS] * 3, np.int64),
    "quick_by_head": np.array([-1, 3 * HEADS, WIDTH], np.int64),
    "quick_joined": np.array([1, -1, HIDDEN], np.int64),
}


def quicken(path: Path) -> None:
    """Rewrite a model file in place; a graph that is quick already stays as it is."""
    import onnx
    from onnx import numpy_helper

    model = onnx.load(str(path))
    graph = model.graph
    if not any(node.op_type == "QAttention" for node in graph.node):
        return
    nodes = _living(_rewritten(_Graph(graph)), graph.output[0].name)
    used = {name for node in nodes for name in node.input}
    stored = [t for t in graph.initializer if t.name in used]
    stored += [numpy_helper.from_array(values, name) for name, values in CONSTANTS.items()]
    for field, values in ((graph.node, nodes), (graph.initializer, stored)):
        del field[:]
        field.extend(values)
    for given in (*graph.input, *graph.output):
        given.type.tensor_type.shape.dim[0].dim_value = 1
    onnx.save(model, str(path))


class _Graph:
    """The nodes in their order, and who makes and who uses each value."""

    def __init__(self, graph: Any) -> None:
        self.nodes = list(graph.node)
        self.stored = {t.name for t in graph.initializer}
        self.maker = {name: node for node in self.nodes for name in node.output}
        self.users: dict[str, list[Any]] = {}
        for node in self.nodes:
            for name in node.input:
                self.users.setdefault(name, []).append(node)

    def other(self, node: Any, name: str) -> str:
        """Give the input of a node of two that is not this one."""
        return next(i for i in node.input if i != name)


def _rewritten(graph: _Graph) -> list[Any]:
    """Give the new nodes in order; those of the old ones that are no longer needed may be among them."""
    from onnx.helper import make_node

    made = [
        make_node("Shape", ["ids"], ["quick_length"], start=1, end=2),
        make_node("Slice", ["quick_ones", "quick_start", "quick_length"], ["quick_scale"]),
        make_node("Slice", ["quick_zeros", "quick_start", "quick_length"], ["quick_shift"]),
    ]
    rewrite = {
        "MatMulInteger": _product,
        "QAttention": _attention,
        "SkipLayerNormalization": _normalised,
        "BiasGelu": _activation,
    }
    for node in graph.nodes:
        made += rewrite[node.op_type](graph, node) if node.op_type in rewrite else [node]
    last = {node.output[0]: number for number, node in enumerate(made) if node.domain == OURS["domain"]}
    return [node for number, node in enumerate(made) if last.get(node.output[0], number) == number]


def _product(graph: _Graph, node: Any) -> Iterator[Any]:
    """One product with its quantising, scale and bias, for four or five nodes."""
    from onnx.helper import make_node

    quantised, weight, _, zero = node.input
    cast = graph.users[node.output[0]][0]
    scaled = graph.users[cast.output[0]][0]
    scale = next(i for i in graph.maker[graph.other(scaled, cast.output[0])].input if i in graph.stored)
    bias, out = _bias(graph, scaled.output[0])
    given = [graph.maker[quantised].input[0], weight, scale, zero, bias]
    yield make_node("DynamicQuantizeMatMul", given, [out], name=node.name, **OURS)


def _bias(graph: _Graph, name: str) -> tuple[str, str]:
    """Give the bias of a product, wherever it was added, and the name of the value with it."""
    user = graph.users[name][0]
    if user.op_type == "Add":
        return graph.other(user, name), user.output[0]
    return user.input[4 if user.op_type == "SkipLayerNormalization" else 1], name


def _attention(graph: _Graph, node: Any) -> Iterator[Any]:
    """Queries, keys and values in one product; then all heads at once, read where they lie: no value is moved but the result."""
    from onnx.helper import make_node

    quantised, weight, bias, _, scale, _, _, zero = node.input[:8]
    out = node.output[0]
    query, key, value, scores, shares, mixed, turned = (
        f"{out}_{part}" for part in ("q", "k", "v", "scores", "shares", "mixed", "turned")
    )
    given = [graph.maker[quantised].input[0], weight, scale, zero, bias]
    yield make_node("DynamicQuantizeMatMul", given, [f"{out}_joint"], name=node.name, **OURS)
    yield make_node("Reshape", [f"{out}_joint", "quick_by_head"], [f"{out}_heads"])
    yield make_node("Split", [f"{out}_heads", "quick_parts"], [query, key, value], axis=1)
    yield make_node("FusedMatMul", [query, key], [scores], alpha=WIDTH**-0.5, transB=1, transBatchA=1, transBatchB=1, **OURS)
    yield make_node("Softmax", [scores], [shares], axis=-1)
    yield make_node("FusedMatMul", [shares, value], [mixed], transBatchB=1, **OURS)
    yield make_node("Transpose", [mixed], [turned], perm=[1, 0, 2])
    yield make_node("Reshape", [turned, "quick_joined"], [out])


def _normalised(graph: _Graph, node: Any) -> Iterator[Any]:
    """The sum of two, each position normalised by itself, then scaled and shifted; a bias was added in the product before."""
    from onnx.helper import make_node

    out = node.output[0]
    yield make_node("Add", list(node.input[:2]), [f"{out}_sum"])
    yield make_node("InstanceNormalization", [f"{out}_sum", "quick_scale", "quick_shift"], [f"{out}_even"], epsilon=EPSILON)
    yield make_node("Mul", [f"{out}_even", node.input[2]], [f"{out}_scaled"])
    yield make_node("Add", [f"{out}_scaled", node.input[3]], [out])


def _activation(graph: _Graph, node: Any) -> Iterator[Any]:
    from onnx.helper import make_node

    yield make_node("Gelu", [node.input[0]], [node.output[0]], **OURS)


def _living(nodes: list[Any], answer: str) -> list[Any]:
    """Leave out what nothing leads from to the answer."""
    wanted, kept = {answer}, []
    for node in reversed(nodes):
        if wanted & set(node.output):
            wanted |= set(node.input)
            kept.append(node)
    return kept[::-1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", type=Path, required=True)
    folder: Path = parser.parse_args().model
    quicken(folder / "encoder.onnx")
    manifest = json.loads((folder / "model.json").read_text(encoding="utf8"))
    manifest["sha256"]["encoder.onnx"] = hashlib.sha256((folder / "encoder.onnx").read_bytes()).hexdigest()
    (folder / "model.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
