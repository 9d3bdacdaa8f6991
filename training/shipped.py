"""The shipped int8 model → a network to train on: a start that needs nothing but the package.

Each quantised weight becomes scale × (value − zero point), its row turned back to what it was before training.equalise; what int8 lost is a
fraction of what an epoch changes. Heads that the shipped model lacks keep their random start. The graph may be the one training.operators
writes or the exporter's own, before it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from sayso.understand.word_pieces import LAYOUT, QUOTED, SHAPES

from .equalise import ease_name
from .network import HIDDEN, LAYERS, Network

# A product in int8, before and after training.operators.
PRODUCTS = ("MatMulInteger", "DynamicQuantizeMatMul")


def start_from_shipped(network: Network, folder: Path) -> list[str]:
    """Load the weights of a model folder; gives the heads that were not in it."""
    import onnx
    from onnx import numpy_helper

    stored = {t.name: numpy_helper.to_array(t) for t in onnx.load(str(folder / "encoder.onnx")).graph.initializer}
    nodes = list(onnx.load(str(folder / "encoder.onnx")).graph.node)
    manifest = json.loads((folder / "model.json").read_text(encoding="utf8"))
    state = network.state_dict()

    def whole(name: str) -> Tensor:
        values = stored[f"{name}_quantized"].astype(np.float32) - stored[f"{name}_zero_point"].astype(np.float32)
        return torch.from_numpy(values * stored[f"{name}_scale"])

    state["words.weight"], state["positions.weight"] = whole("network.words.weight"), whole("network.positions.weight")
    types = next(stored[i] for n in nodes if n.op_type == "Add" for i in n.input if i in stored and stored[i].shape == (HIDDEN,))
    state["types.weight"][0] = torch.from_numpy(types.copy())
    marks = next(
        i.removesuffix("_quantized")
        for n in nodes
        if n.op_type == "Gather" and "marks" in n.input
        for i in n.input
        if i != "marks"
    )
    _spread_marks(state, whole(marks).view(len(LAYOUT), len(QUOTED), len(SHAPES), HIDDEN))
    for name, values in stored.items():
        if name.startswith("network.") and name.removeprefix("network.") in state:
            state[name.removeprefix("network.")] = torch.from_numpy(values.copy())
    for layer in range(LAYERS):
        _fill_layer(state, layer, nodes, stored, whole)
    missing = _fill_heads(state, nodes, stored, whole, manifest["slices"])
    for name in ("transitions", "begins", "finishes"):
        state[name] = torch.tensor(manifest["chain"][name]).clamp(min=-50.0)
    state["distances"] = torch.tensor(manifest["distances"])
    network.load_state_dict(state)
    return missing


def _spread_marks(state: dict[str, Tensor], table: Tensor) -> None:
    """The three tables were folded into their sum: the corner goes to the first, differences to the others."""
    state["shapes.weight"] = table[0, 0].clone()
    state["quoted.weight"] = (table[0, :, :] - table[0, :1, :]).mean(1)
    state["layout.weight"] = (table - table[:1]).mean((1, 2))


def _fill_layer(state: dict[str, Tensor], layer: int, nodes: list[Any], stored: dict[str, Any], whole: Any) -> None:
    place = f"layers.{layer}"
    fused = next(n for n in nodes if n.name == f"/{place}/Attention_quant")
    given = fused.input[2 if fused.op_type == "QAttention" else 4]
    weight, bias = _product(fused, stored, whole), torch.from_numpy(stored[given].copy())
    for part, name in enumerate(("query", "key", "value")):
        state[f"{place}.{name}.weight"] = weight[:, part * HIDDEN : (part + 1) * HIDDEN].T.contiguous()
        state[f"{place}.{name}.bias"] = bias[part * HIDDEN : (part + 1) * HIDDEN]
    for name in ("joined", "widen", "narrow"):
        product = next(n for n in nodes if n.op_type in PRODUCTS and n.name.startswith(f"/{place}/{name}/"))
        state[f"{place}.{name}.weight"] = _product(product, stored, whole).T.contiguous()


def _product(node: Any, stored: dict[str, Any], whole: Any) -> Tensor:
    """Give the weights of a product as they were before its input was evened out."""
    ease = stored.get(ease_name(node.name))
    weights: Tensor = whole(node.input[1].removesuffix("_quantized"))
    return weights if ease is None else weights * torch.from_numpy(ease.copy())[:, None]


def _fill_heads(
    state: dict[str, Tensor], nodes: list[Any], stored: dict[str, Any], whole: Any, slices: dict[str, list[int]]
) -> list[str]:
    """Cut the joined heads apart; they are one float product, or a float and an int8 one side by side."""
    weights, biases = [], []
    for name in sorted(n for n in stored if n.startswith("heads") and n.endswith(".bias")):
        biases.append(torch.from_numpy(stored[name].copy()))
        owner = next(
            n for n in nodes if n.name.startswith(f"/{name.removesuffix('.bias')}/MatMul") and n.op_type in ("MatMul", *PRODUCTS)
        )
        given = owner.input[1]
        weights.append(
            (
                torch.from_numpy(stored[given].copy())
                if given in stored and owner.op_type == "MatMul"
                else whole(given.removesuffix("_quantized"))
            ).T
        )
    weight, bias = torch.cat(weights), torch.cat(biases)
    missing = []
    for name in [n.split(".")[1] for n in state if n.startswith("heads.") and n.endswith(".weight")]:
        if name not in slices or slices[name][1] - slices[name][0] != len(state[f"heads.{name}.bias"]):
            missing.append(name)
            continue
        low, high = slices[name]
        state[f"heads.{name}.weight"], state[f"heads.{name}.bias"] = weight[low:high].contiguous(), bias[low:high].contiguous()
    return missing
