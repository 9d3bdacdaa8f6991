"""Even out what goes into each product before it is quantised, so that a few large values no longer take the grid of all others.

A product's input is quantised with one step for all its channels, as wide as its largest value asks. Here a handful of channels reach fifty to
ninety times the mean, at the first piece of a window, and the rest is left with few steps. Dividing each channel by a scale and multiplying its
row of the weights by the same leaves the product as it was and moves the difficulty into the weights, which have a step for every column:

    Xiao, Lin, Seznec, Wu, Demouth, Han (2023): SmoothQuant: Accurate and Efficient Post-Training Quantization for Large Language Models. ICML.

Their scale is a power of the channel's largest value. A floor, below which channels stay as they are, suits the activation's outputs better:
there few weights grow. Both are tried, and the one kept that leaves the least error between the product and its int8 form on train texts.
The states before a product are also added to what comes after it, and the activation bends, so no scale can be folded into what is before:
each evened product costs one multiplication by a vector; all 24 together cost 0.4 of 13.6 milliseconds for a window on one core.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.understand.encoder import CLS, SEP
from sayso.understand.windows import plan_windows
from sayso.understand.word_pieces import cut_pieces

from .corpora import rows

Floats = NDArray[np.floating[Any]]
Feed = dict[str, NDArray[np.int64]]

POWERS = (0.5, 0.6, 0.7, 0.8, 0.9)
FLOORS = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0)
LEAST = 1e-3  # smallest largest value of a channel that counts: dead channels keep a finite scale
# A product is evened where int8 costs more than this share of its squares. Largest loss of a head on dev, encoder/5 (training.heads_dev), and
# time for a window beside no evening: 1e-4 (24 products) 0.15 points, +3 %; 3e-4 (21) 0.40, +3 %; 1e-3 (9) 0.47, +1 %; none 0.83.
WORTH = 1e-4
# Texts, and windows of each, that the channels' largest values are taken from; every fourth window of them judges the scales.
TEXTS, WINDOWS, JUDGES = 24, 2, 4


def train_windows(data: Path, tokenizer: Any) -> list[Feed]:
    """Give windows of the first train texts, as the encoder reads them."""
    feeds = []
    for row in islice(rows(data / "polnear" / "train.jsonl.gz"), TEXTS):
        pieces = cut_pieces(row["text"], tokenizer)
        for window in plan_windows(pieces.borders)[:WINDOWS]:
            own = slice(window.start, window.end)
            ids = np.array([[CLS, *pieces.ids[own], SEP]], dtype=np.int64)
            feeds.append({"ids": ids, "marks": np.array([[0, *pieces.marks[own], 0]], dtype=np.int64)})
    return feeds


def equalise(path: Path, feeds: list[Feed]) -> list[str]:
    """Rewrite a fused float model in place; gives a line for each product evened: its name, the error before and after."""
    import onnx
    from onnx import numpy_helper
    from onnx.helper import make_node

    model = onnx.load(str(path))
    stored = {t.name: t for t in model.graph.initializer}
    inputs = _inputs(path, model, feeds)
    nodes, lines = [], []
    for node in model.graph.node:
        if is_product(node):
            weights, name = stored[node.input[1]], ease_name(node.name)
            values = numpy_helper.to_array(weights)
            scale, before, after = best_scale(inputs[node.input[0]], values)
            if before > WORTH and after < before:
                weights.CopyFrom(numpy_helper.from_array(values * scale[:, None], weights.name))
                model.graph.initializer.append(numpy_helper.from_array(1 / scale, name))
                nodes.append(make_node("Mul", [node.input[0], name], [f"{name}d"]))
                node.input[0] = f"{name}d"
                lines.append(f"{name.removesuffix('.ease')} {before:.1e} → {after:.1e}")
        nodes.append(node)
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    onnx.save(model, str(path))
    return lines


def is_product(node: Any) -> bool:
    """Whether a node of the fused graph is a product within a layer."""
    return node.op_type in ("Attention", "MatMul") and node.name.startswith("/layers.")


def ease_name(product: str) -> str:
    """Give the name of the vector that a product's input is multiplied by: /layers.0/widen/MatMul → layers.0.widen.ease, quantised or not."""
    return product.removeprefix("/").removesuffix("_quant").removesuffix("/MatMul").replace("/", ".") + ".ease"


def _inputs(path: Path, model: Any, feeds: list[Feed]) -> dict[str, list[Floats]]:
    """Give what goes into each product, window by window."""
    import onnx
    import onnxruntime

    names = list(dict.fromkeys(n.input[0] for n in model.graph.node if is_product(n)))
    watched = onnx.load(str(path))
    watched.graph.output.extend(onnx.helper.make_tensor_value_info(n, onnx.TensorProto.FLOAT, None) for n in names)
    session = onnxruntime.InferenceSession(watched.SerializeToString(), providers=["CPUExecutionProvider"])
    seen = [session.run(names, feed) for feed in feeds]
    return {name: [values[0] for values in column] for name, column in zip(names, zip(*seen, strict=True), strict=True)}


def best_scale(inputs: list[Floats], weights: Floats) -> tuple[Floats, float, float]:
    """Give the scale of each channel with the least error, and the error without and with it, as shares of the product's squares."""
    peaks = np.maximum(LEAST, np.max([np.abs(values).max(axis=0) for values in inputs], axis=0))
    judges = inputs[::JUDGES]
    whole = [values @ weights for values in judges]
    total = sum(float((product**2).sum()) for product in whole)

    def error(scale: Floats) -> float:
        rounded = round_weights(weights * scale[:, None])
        made = (round_inputs(values / scale) @ rounded for values in judges)
        return sum(float(((m - w) ** 2).sum()) for m, w in zip(made, whole, strict=True)) / total

    before = error(np.ones_like(peaks))
    after, best = min(((error(scale), scale) for scale in _scales(peaks)), key=lambda pair: pair[0])
    return best, before, after


def _scales(peaks: Floats) -> Iterator[Floats]:
    for power in POWERS:
        yield peaks**power / np.exp(np.log(peaks**power).mean())
    for floor in FLOORS:
        yield np.maximum(1, peaks / floor)


def round_inputs(values: Floats) -> Floats:
    """Round as `DynamicQuantizeLinear` does: 256 steps from the smallest to the largest value, zero among them."""
    low, high = min(0.0, float(values.min())), max(0.0, float(values.max()))
    step = (high - low) / 255 or 1.0
    zero = np.round(-low / step)
    return (np.clip(np.round(values / step) + zero, 0, 255) - zero) * step


def round_weights(weights: Floats) -> Floats:
    """Round to 255 steps around zero, each column with its own."""
    step = np.maximum(np.abs(weights).max(axis=0), 1e-12) / 127
    return np.round(weights / step) * step
