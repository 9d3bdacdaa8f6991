"""Evening out leaves the products as they were, and int8 nearer to them; the weights can still be read back."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")
onnxruntime = pytest.importorskip("onnxruntime")

from training.equalise import best_scale, ease_name, round_inputs, round_weights, train_windows  # noqa: E402
from training.export import lift_constants, manifest, write_float, write_int8  # noqa: E402
from training.network import HEADS, HIDDEN, TAG_HEADS, Network  # noqa: E402
from training.operators import quicken  # noqa: E402
from training.shipped import start_from_shipped  # noqa: E402

from sayso.understand.encoder import CLS, SEP, load_tokenizer, model_folder  # noqa: E402
from training import equalise  # noqa: E402

LOUD, LOUDNESS = 7, 30.0  # the channel of the states that is far larger than the others, and how often
FEEDS = [
    {"ids": np.random.default_rng(length).integers(1000, 20000, (1, length)), "marks": np.zeros((1, length), np.int64)}
    for length in (24, 40, 31, 57, 44)
]


def loud_network() -> Network:
    """Give an untrained network whose states have one loud channel, of little weight; its tables of words lose nothing in int8."""
    torch.manual_seed(3)
    network = Network().eval()
    with torch.no_grad():
        for table in (network.words, network.positions):
            table.weight.copy_(torch.randint(-127, 128, table.weight.shape) / 64)
        for table in (network.shapes, network.quoted, network.layout):
            table.weight.zero_()
        for layer in network.layers:
            for norm in (layer.attention_norm, layer.output_norm):
                norm.weight[LOUD] = LOUDNESS
            for product in (layer.query, layer.key, layer.value, layer.widen):
                product.weight[:, LOUD] /= LOUDNESS
        for head in network.heads.values():
            head.weight[:, LOUD] = 0.0
    return network


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with one network in float, in int8 as it is, and in int8 with its products evened."""
    place = tmp_path_factory.mktemp("evened")
    write_float(loud_network(), place / "float.onnx")
    lift_constants(place / "float.onnx")
    for name, feeds in (("plain", None), ("evened", FEEDS)):
        write_int8(place / "float.onnx", place / f"{name}.onnx", feeds)
        quicken(place / f"{name}.onnx")
    return place


def answers(path: Path) -> np.ndarray:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    ids = np.random.default_rng(99).integers(1000, 20000, (1, 50))
    return session.run(None, {"ids": ids, "marks": np.zeros_like(ids)})[0]


def test_int8_answers_are_nearer_to_float(folder: Path) -> None:
    tags = sum(TAG_HEADS.values())  # the other heads are a product of their own, which is not evened
    exact, plain, evened = (answers(folder / f"{name}.onnx")[..., :tags] for name in ("float", "plain", "evened"))
    assert np.abs(evened - exact).mean() < 0.2 * np.abs(plain - exact).mean()


def test_evening_changes_nothing_in_float(folder: Path, tmp_path: Path) -> None:
    from onnxruntime.transformers.fusion_options import FusionOptions
    from onnxruntime.transformers.optimizer import optimize_model

    fusion = FusionOptions("bert")
    fusion.enable_embed_layer_norm = fusion.enable_attention = False
    fused = optimize_model(
        str(folder / "float.onnx"), "bert", num_heads=HEADS, hidden_size=HIDDEN, optimization_options=fusion, opt_level=0
    )
    fused.save_model_to_file(str(tmp_path / "fused.onnx"))
    lines = equalise.equalise(tmp_path / "fused.onnx", FEEDS)
    assert any(line.startswith("layers.3.widen ") for line in lines)
    exact = answers(folder / "float.onnx")
    assert np.abs(answers(tmp_path / "fused.onnx") - exact).max() < 1e-3 * exact.std()


def test_a_loud_channel_is_turned_down() -> None:
    rng = np.random.default_rng(5)
    values = rng.normal(size=(90, 32)).astype(np.float32)
    values[0, 3] = 80.0
    scale, before, after = best_scale([values] * 4, rng.normal(size=(32, 16)).astype(np.float32))
    assert scale.argmax() == 3
    assert after < before / 4


def test_dead_channels_and_still_inputs_give_finite_scales() -> None:
    values = np.zeros((10, 8), np.float32)
    values[:, 0] = 1.0
    scale, before, after = best_scale([values], np.eye(8, dtype=np.float32))
    assert np.isfinite(scale).all() and (scale > 0).all()
    assert after <= before + 1e-12


def test_rounding_keeps_zero_and_the_ends() -> None:
    values = np.array([[-0.17, 0.0, 3.0]])
    assert round_inputs(values)[0, 1] == 0
    assert np.abs(round_inputs(values) - values).max() <= 3.17 / 255
    assert (round_inputs(np.zeros((2, 2))) == 0).all()
    weights = np.array([[1.27, 0.0], [-0.014, 0.0]])
    assert np.allclose(round_weights(weights), [[1.27, 0.0], [-0.01, 0.0]])


def test_products_are_named_alike_before_and_after_quantising() -> None:
    assert ease_name("/layers.2/widen/MatMul") == ease_name("/layers.2/widen/MatMul_quant") == "layers.2.widen.ease"
    assert ease_name("/layers.0/Attention_quant") == "layers.0.Attention.ease"


def test_the_weights_are_read_back_without_the_scales(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "tokenizer.json").write_bytes(b"{}")
    (tmp_path / "encoder.onnx").write_bytes((folder / "evened.onnx").read_bytes())
    stored = {t.name for t in onnx.load(str(tmp_path / "encoder.onnx")).graph.initializer}
    assert "layers.3.widen.ease" in stored
    network, given = Network(), loud_network()
    (tmp_path / "model.json").write_text(json.dumps(manifest(network, tmp_path, name="test/1")))
    assert start_from_shipped(network, tmp_path) == []
    for name in ("query", "value", "joined", "widen", "narrow"):
        read, was = (getattr(n.layers[3], name).weight for n in (network, given))
        assert (read - was).norm() < 0.1 * was.norm(), name


def test_windows_are_read_as_the_encoder_reads_them(tmp_path: Path) -> None:
    if not (model_folder() / "tokenizer.json").is_file():
        pytest.skip("no shipped model: training/export.py makes it")
    (tmp_path / "polnear").mkdir()
    with gzip.open(tmp_path / "polnear" / "train.jsonl.gz", "wt", encoding="utf8") as out:
        for text in ("The mayor of Ostrel said on Friday that the ferry would sail again.\n", "Two guards were hurt.\n"):
            out.write(json.dumps({"text": text}) + "\n")
    feeds = train_windows(tmp_path, load_tokenizer())
    assert len(feeds) == 2
    for feed in feeds:
        assert feed["ids"].shape == feed["marks"].shape and feed["ids"].dtype == np.int64
        assert (feed["ids"][0, 0], feed["ids"][0, -1]) == (CLS, SEP)
