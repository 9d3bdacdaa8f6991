"""The model's files are proven before they are loaded; with the model, a window's answer does not hang on other windows."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from sayso.errors import ModelError
from sayso.understand.encoder import Encoder, check_digests, load_manifest, load_tokenizer, model_folder
from sayso.understand.windows import WINDOW
from sayso.understand.word_pieces import cut_pieces

SENTENCES = (
    "The harbour master told Radio Norr on Tuesday that two barges had sunk.",
    "“We will rebuild the dam,” Governor Ana Reyes said, “but not this year.”",
    "The palace has not denied reports that the treasury is empty.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a manifest and two small files of the right digest."""
    files = {"encoder.onnx": b"weights", "tokenizer.json": b"{}"}
    for name, body in files.items():
        (tmp_path / name).write_bytes(body)
    manifest = {
        "name": "test/1",
        "labels": {"attribution": ["O"]},
        "slices": {"attribution": [0, 1]},
        "chain": {"transitions": [[0.0]], "begins": [0.0], "finishes": [0.0]},
        "sha256": {name: hashlib.sha256(body).hexdigest() for name, body in files.items()},
    }
    (tmp_path / "model.json").write_text(json.dumps(manifest))
    return tmp_path


def test_whole_files_pass(folder: Path) -> None:
    check_digests(folder)
    assert load_manifest(folder).slices == {"attribution": (0, 1)}
    assert len(load_manifest(folder).digest) == 12


@pytest.mark.parametrize("name", ["encoder.onnx", "tokenizer.json"])
def test_a_tampered_file_is_refused_by_name(folder: Path, name: str) -> None:
    (folder / name).write_bytes((folder / name).read_bytes() + b"\0")
    with pytest.raises(ModelError, match=name):
        check_digests(folder)
    with pytest.raises(ModelError, match=name):
        Encoder(folder)


def test_a_missing_file_is_refused_by_name(folder: Path) -> None:
    (folder / "encoder.onnx").unlink()
    with pytest.raises(ModelError, match="encoder.onnx.*no such file"):
        check_digests(folder)


@pytest.mark.parametrize(
    "body",
    [None, "", "[]", "{}", '{"name": "x"}', "{not json", '{"name":"x","labels":{},"slices":{"a":[0]},"chain":{},"sha256":{}}'],
)
def test_a_missing_or_broken_manifest_is_refused(tmp_path: Path, body: str | None) -> None:
    if body is not None:
        (tmp_path / "model.json").write_text(body)
    with pytest.raises(ModelError, match="model.json"):
        load_manifest(tmp_path)
    with pytest.raises(ModelError, match="reinstall"):
        Encoder(tmp_path)


def test_a_broken_tokenizer_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelError, match="tokenizer.json"):
        load_tokenizer(tmp_path)


def test_the_digest_tells_calibrations_apart(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    value = json.loads((folder / "model.json").read_text()) | {"calibration": {"statement": [[0, 1], [0, 0.5]]}}
    (other / "model.json").write_text(json.dumps(value))
    assert load_manifest(folder).digest != load_manifest(other).digest


needs_model = pytest.mark.skipif(
    not (model_folder() / "encoder.onnx").is_file(), reason="no shipped model: run training/export.py first"
)


@pytest.fixture(scope="module")
def engine() -> Encoder:
    return Encoder()


@pytest.mark.model
@needs_model
def test_a_window_answers_as_it_would_alone(engine: Encoder) -> None:
    # int8 scales are those of one window: what stands in other windows changes nothing, whatever its length.
    filler = "\n".join(f"Line {n} of the log was dull and the river was low again that day." for n in range(20))
    first = " ".join(SENTENCES * 3) + " The log was dull." * 6
    alone = engine.answers(cut_pieces(first, engine.tokenizer))
    assert 120 < len(alone) <= WINDOW and alone.shape[1] == engine.width and np.isfinite(alone).all()
    long_line = " The river was low." * 30
    beside = engine.answers(cut_pieces(f"{first}\n{long_line}\n{filler}", engine.tokenizer))
    assert (alone == beside[: len(alone)]).all()


@pytest.mark.model
@needs_model
def test_what_shares_its_window_hardly_changes_an_answer(engine: Encoder) -> None:
    tags = slice(*engine.manifest.slices["attribution"])
    filler = "\n".join(f"Line {n} of the log was dull and the river was low again that day." for n in range(20))
    for sentence in SENTENCES:
        alone = engine.answers(cut_pieces(sentence, engine.tokenizer))
        assert alone.shape == (len(cut_pieces(sentence, engine.tokenizer).ids), engine.width) and np.isfinite(alone).all()
        # The sentence leads the text, so that it has no context before it.
        beside = engine.answers(cut_pieces(f"{sentence}\n{filler}", engine.tokenizer))[: len(alone)]
        assert (alone[:, tags].argmax(axis=1) == beside[:, tags].argmax(axis=1)).mean() >= 0.9


@pytest.mark.model
@needs_model
def test_the_shipped_model_is_whole(engine: Encoder) -> None:
    check_digests()
    manifest = load_manifest()
    for head, labels in manifest.labels.items():
        low, high = manifest.slices.get(head) or manifest.slices[f"{head}_from"]
        assert high - low == len(labels)
    width = len(manifest.labels["attribution"])
    assert np.array(manifest.chain["transitions"]).shape == (width, width)
    assert len(manifest.chain["begins"]) == len(manifest.chain["finishes"]) == width
