"""Pieces → answers of all heads, in one pass of the shipped model. The only file that imports the inference runtime.

The weights are checked against the manifest's SHA-256 before they are loaded, and never come from a path that text could name.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ..errors import ModelError
from .windows import Window, plan_windows, stitch

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from .word_pieces import Pieces

CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True, eq=False)
class Manifest:
    """What the shipped model says of itself.

    Attributes:
        name: its name and version, written into `by`.
        labels: label names of each tagging head, in order.
        slices: head → [from, to) in the last axis of the answers.
        chain: transitions, begins and finishes of the attribution chain (log scores).
        calibration: raw confidence → probability, per record type.
        sha256: digest per file.
        distances: what a head's distance from its word adds to its score, by `syntax.distance_steps`; None where the model has none.
    """

    name: str
    labels: dict[str, list[str]]
    slices: dict[str, tuple[int, int]]
    chain: dict[str, Any]
    calibration: dict[str, Any]
    sha256: dict[str, str]
    distances: NDArray[np.float32] | None = None

    @property
    def digest(self) -> str:
        """Twelve hex digits that stand for weights, tokenizer and calibration together."""
        joined = json.dumps([self.sha256, self.calibration, self.chain], sort_keys=True)
        return hashlib.sha256(joined.encode()).hexdigest()[:12]


def model_folder() -> Path:
    """Give the folder of the shipped weights."""
    return Path(str(resources.files("sayso.model")))


@cache
def load_manifest(folder: Path | None = None) -> Manifest:
    """Read model.json; raises ModelError where it is missing or broken."""
    path = (folder or model_folder()) / "model.json"
    try:
        raw = json.loads(path.read_text(encoding="utf8"))
        slices = {head: (int(low), int(high)) for head, (low, high) in raw["slices"].items()}
        distances = np.array(raw["distances"], dtype=np.float32) if "distances" in raw else None
        return Manifest(raw["name"], raw["labels"], slices, raw["chain"], raw.get("calibration", {}), raw["sha256"], distances)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path}: expected the model's manifest, found {error!r}; reinstall sayso") from error


def check_digests(folder: Path | None = None) -> None:
    """Compare every model file with the manifest; raises ModelError naming the first that differs."""
    folder = folder or model_folder()
    for name, expected in load_manifest(folder).sha256.items():
        path = folder / name
        found = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "no such file"
        if found != expected:
            raise ModelError(f"{path}: expected SHA-256 {expected[:12]}…, found {found[:12]}…; reinstall sayso")


class Encoder:
    """The loaded model: `answers(pieces)` gives what every head says of every piece."""

    def __init__(self, folder: Path | None = None, *, threads: int = 1) -> None:
        import onnxruntime

        folder = folder or model_folder()
        check_digests(folder)
        self.manifest = load_manifest(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = True  # a fifth faster than without; runs are small, so it keeps little
        self._session = onnxruntime.InferenceSession(str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"])
        self.tokenizer = load_tokenizer(folder)
        self.width = max(high for _, high in self.manifest.slices.values())

    def answers(self, pieces: Pieces) -> NDArray[np.float32]:
        """Answer for every piece of a text: (pieces, width), float32; slice by `manifest.slices`.

        Windows are run one by one: on a CPU several side by side are no faster, and all would be as long as the longest.
        """
        windows = plan_windows(pieces.borders)
        return stitch(windows, (self._run(pieces, window) for window in windows), len(pieces.ids), self.width)

    def _run(self, pieces: Pieces, window: Window) -> NDArray[np.float32]:
        length = window.end - window.start + 2
        ids, marks = np.zeros((1, length), dtype=np.int64), np.zeros((1, length), dtype=np.int64)
        ids[0, 0], ids[0, -1] = CLS, SEP
        ids[0, 1:-1] = pieces.ids[window.start : window.end]
        marks[0, 1:-1] = pieces.marks[window.start : window.end]
        answers: NDArray[np.float32] = self._session.run(None, {"ids": ids, "marks": marks})[0][0]
        return answers


def load_tokenizer(folder: Path | None = None) -> Tokenizer:
    """Load the model's tokenizer."""
    from tokenizers import Tokenizer

    path = (folder or model_folder()) / "tokenizer.json"
    try:
        return Tokenizer.from_file(str(path))
    except Exception as error:  # the library raises bare Exception
        raise ModelError(f"{path}: expected a tokenizer, found {error}; reinstall sayso") from error
