"""Write the shipped model: float ONNX → fused → evened → int8 → quick operators, checked against the float network, with its manifest.

usage: python -m training.export --run DIR --out src/sayso/model --name NAME [--before DIR --kept SHARE] [--data DIR]

--before  the run, or the folder of the shipped model, it went on from, of whose weights a share is kept: between the two what was learned anew and what was known stand best
          (Wortsman et al. 2022, robust fine-tuning)

The manifest (model.json) holds labels, the slice of the output each head answers in, the chain's parameters, calibration (filled in by
training.calibrate) and the SHA-256 of encoder.onnx and tokenizer.json, which the package checks when it loads them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from .corpora import (
    ATTRIBUTION,
    CLASSES,
    ENTITIES,
    EVENT_TYPES,
    EVENTS,
    FACTUAL,
    MAY,
    PARTS,
    REALITIES,
    RELATIONS,
    TOPONYMS,
    TRIGGERS,
    UPOS,
)
from .equalise import Feed, equalise, train_windows
from .losses import FORBIDDEN
from .network import HEADS, HIDDEN, OUTPUTS, PAIR_HEADS, TAG_HEADS, Network
from .operators import quicken
from .shipped import start_from_shipped
from .train import tokenizer

FORBIDDEN_SCORE = -1e4


class Joined(nn.Module):
    """The network with its heads as two products side by side, so that a pass gives one tensor (batch, positions, sum of widths).

    `heads_0` chooses tags and stays in float; `heads_1` gives the vectors whose products choose other pieces, and is quantised.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        network.fold()
        for number, names in enumerate((TAG_HEADS, PAIR_HEADS)):
            product = nn.Linear(HIDDEN, sum(names.values()))
            with torch.no_grad():
                product.weight.copy_(torch.cat([network.heads[n].weight for n in names]))
                product.bias.copy_(torch.cat([network.heads[n].bias for n in names]))
            setattr(self, f"heads_{number}", product)

    def forward(self, ids: Tensor, marks: Tensor) -> Tensor:
        states = self.network.encode(ids, marks)
        return torch.cat([self.heads_0(states), self.heads_1(states)], dim=-1)


def load_average(run: Path) -> Network:
    """Give the averaged network of a run, ready to answer."""
    state = torch.load(run / "state.pt", weights_only=False)
    network = Network()
    network.load_state_dict(state["average"])
    return network.eval()


def write_float(network: Network, path: Path) -> None:
    """Export the float network with free batch and length."""
    ids = torch.randint(1, 1000, (2, 16))
    axes = {"ids": {0: "batch", 1: "positions"}, "marks": {0: "batch", 1: "positions"}, "answers": {0: "batch", 1: "positions"}}
    torch.onnx.export(
        Joined(network).eval(), (ids, torch.zeros_like(ids)), str(path), input_names=["ids", "marks"], output_names=["answers"],
        dynamic_axes=axes, opset_version=17, dynamo=False, custom_opsets={"com.microsoft": 1},
    )  # fmt: skip


def write_int8(float_path: Path, path: Path, feeds: list[Feed] | None = None) -> list[str]:
    """Fuse attention and normalisation, even out what the products read (where there are texts to see it on), then quantise all weights but the
    heads'; returns the fused operators with their counts, and the products evened with their errors.

    Weights take seven bits: with eight, sums of two products overflow sixteen bits on a processor without VNNI, and two kinds of machine answer otherwise.
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.transformers.fusion_options import FusionOptions
    from onnxruntime.transformers.optimizer import optimize_model

    fusion = FusionOptions("bert")
    fusion.enable_embed_layer_norm = False
    fusion.enable_attention = False  # exported fused already
    fused = optimize_model(str(float_path), "bert", num_heads=HEADS, hidden_size=HIDDEN, optimization_options=fusion, opt_level=0)
    with tempfile.TemporaryDirectory() as folder:
        fused_path = Path(folder) / "fused.onnx"
        fused.save_model_to_file(str(fused_path))
        evened = equalise(fused_path, feeds) if feeds else []
        model = onnx.load(str(fused_path))
        last = [node.name for node in model.graph.node if node.name.startswith("/heads_0")]
        quantize_dynamic(
            fused_path, path, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=last, reduce_range=True,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )  # fmt: skip
    counts = fused.get_fused_operator_statistics()
    return [f"{name} {count}" for name, count in counts.items() if count] + evened


def lift_constants(path: Path) -> None:
    """Turn constant nodes into initialisers: only those are quantised."""
    import onnx

    model = onnx.load(str(path))
    for node in [n for n in model.graph.node if n.op_type == "Constant"]:
        tensor = node.attribute[0].t
        tensor.name = node.output[0]
        model.graph.initializer.append(tensor)
        model.graph.node.remove(node)
    onnx.save(model, str(path))


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def manifest(network: Network, out: Path, *, name: str) -> dict[str, Any]:
    """Describe what the package must know to read the answers."""
    slices, at = {}, 0
    for head, width in OUTPUTS.items():
        slices[head] = [at, at + width]
        at += width
    transitions = network.transitions.detach().masked_fill(FORBIDDEN, FORBIDDEN_SCORE)
    begins = network.begins.detach().masked_fill(torch.tensor([t.startswith("I-") for t in ATTRIBUTION]), FORBIDDEN_SCORE)

    def rounded(values: Tensor) -> Any:
        return np.round(values.double().numpy(), 4).tolist()

    return {
        "name": name, "encoder": "all-MiniLM-L6-v2", "licence": "CC BY-SA 4.0",
        "slices": slices,
        "labels": {
            "attribution": ATTRIBUTION, "entities": ENTITIES, "phrases": ENTITIES, "upos": UPOS, "trigger": TRIGGERS, "factual": FACTUAL,
            "parts": PARTS, "toponyms": TOPONYMS, "event_type": EVENT_TYPES, "event_class": CLASSES, "event": EVENTS, "may": MAY, "reality": REALITIES,
            "relation": RELATIONS,
        },
        "chain": {"transitions": rounded(transitions), "begins": rounded(begins), "finishes": rounded(network.finishes.detach())},
        "distances": rounded(network.distances.detach()),
        "sha256": {f: digest(out / f) for f in ("encoder.onnx", "tokenizer.json")},
    }  # fmt: skip


def agreement(float_path: Path, int8_path: Path) -> float:
    """Share of positions whose attribution tag both models choose alike, on random pieces (a smoke check; the card has dev scores)."""
    import onnxruntime

    rng = np.random.default_rng(0)
    both = [onnxruntime.InferenceSession(str(p), providers=["CPUExecutionProvider"]) for p in (float_path, int8_path)]
    same = []
    for ids in rng.integers(1000, 20000, (8, 1, 128)):
        feed = {"ids": ids, "marks": np.ones_like(ids)}
        tags = [session.run(None, feed)[0][..., : len(ATTRIBUTION)].argmax(-1) for session in both]
        same.append((tags[0] == tags[1]).mean())
    return float(np.mean(same))


def load_before(folder: Path) -> Network:
    """Give the network of a run, or of a model as shipped."""
    if (folder / "state.pt").is_file():
        return load_average(folder)
    network = Network()
    start_from_shipped(network, folder)
    return network


def keep_of(network: Network, before: Network, share: float) -> None:
    """Keep a share (0..1) of the weights of another network of the same shape."""
    old = before.state_dict()
    network.load_state_dict({name: torch.lerp(value, old[name], share) for name, value in network.state_dict().items()})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--before", type=Path)
    parser.add_argument("--kept", type=float, default=0.25)
    parser.add_argument("--name", required=True, help="what the model is called in its manifest, as encoder/7")
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_DATA", "../shared/data")))
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    network = load_average(options.run)
    if options.before is not None:
        keep_of(network, load_before(options.before), options.kept)
    tokenizer().save(str(options.out / "tokenizer.json"), pretty=False)
    with tempfile.TemporaryDirectory() as folder:
        float_path = Path(folder) / "float.onnx"
        write_float(network, float_path)
        lift_constants(float_path)
        done = write_int8(float_path, options.out / "encoder.onnx", train_windows(options.data, tokenizer()))
        print("fused and evened:", *done, sep="\n  ")
        quicken(options.out / "encoder.onnx")
        print("float and int8 agree on", round(agreement(float_path, options.out / "encoder.onnx"), 4), "of random positions")
        shutil.copy(float_path, options.run / "float.onnx")
    old = json.loads((options.out / "model.json").read_text()) if (options.out / "model.json").exists() else {}
    new = manifest(network, options.out, name=options.name)
    new["calibration"] = old.get("calibration", {})
    (options.out / "model.json").write_text(json.dumps(new, indent=1) + "\n", encoding="utf8")
    print("encoder.onnx", round((options.out / "encoder.onnx").stat().st_size / 1e6, 1), "MB")


if __name__ == "__main__":
    main()
