"""The quick graph reckons what the exporter's does, and the weights can be read back from either."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")
onnxruntime = pytest.importorskip("onnxruntime")

from training.export import lift_constants, write_float, write_int8  # noqa: E402
from training.network import OUTPUTS, Network  # noqa: E402
from training.operators import quicken  # noqa: E402
from training.shipped import start_from_shipped  # noqa: E402


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with an untrained model: as the exporter made it (plain.onnx) and quick (encoder.onnx)."""
    place = tmp_path_factory.mktemp("model")
    torch.manual_seed(3)
    write_float(Network().eval(), place / "float.onnx")
    lift_constants(place / "float.onnx")
    write_int8(place / "float.onnx", place / "plain.onnx")
    (place / "encoder.onnx").write_bytes((place / "plain.onnx").read_bytes())
    quicken(place / "encoder.onnx")
    return place


def answers(path: Path, length: int) -> np.ndarray:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    ids = np.random.default_rng(length).integers(1000, 20000, (1, length))
    return session.run(None, {"ids": ids, "marks": ids % 126})[0]


@pytest.mark.parametrize("length", [3, 64, 192])
def test_the_quick_graph_answers_as_the_plain_one(folder: Path, length: int) -> None:
    quick, plain = answers(folder / "encoder.onnx", length), answers(folder / "plain.onnx", length)
    assert quick.shape == plain.shape == (1, length, sum(OUTPUTS.values()))
    assert np.abs(quick - plain).mean() < 0.05 * plain.std()


def test_nothing_slow_is_left_and_a_quick_graph_stays(folder: Path) -> None:
    before = (folder / "encoder.onnx").read_bytes()
    kinds = {node.op_type for node in onnx.load(str(folder / "encoder.onnx")).graph.node}
    assert not kinds & {"QAttention", "SkipLayerNormalization", "BiasGelu", "MatMulInteger", "DynamicQuantizeLinear"}
    quicken(folder / "encoder.onnx")
    assert (folder / "encoder.onnx").read_bytes() == before


def test_the_weights_can_be_read_back_from_either(folder: Path, tmp_path: Path) -> None:
    from training.export import manifest

    (tmp_path / "tokenizer.json").write_bytes(b"{}")
    read = []
    for name in ("plain.onnx", "encoder.onnx"):
        (tmp_path / "encoder.onnx").write_bytes((folder / name).read_bytes())
        network = Network()
        (tmp_path / "model.json").write_text(json.dumps(manifest(network, tmp_path, name="test/1")))
        assert start_from_shipped(network, tmp_path) == []
        read.append(network.state_dict())
    for name, values in read[0].items():
        if name not in ("types.weight", "distances"):
            assert torch.equal(values, read[1][name]), name
    assert torch.equal(read[0]["types.weight"][0], read[1]["types.weight"][0])
