"""Word vectors: which words are taken, how they are cut down, and that the table read back is the one written."""

from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("torch", reason="needs the extra `train`")

from training.word_vectors import DIMENSIONS, cut_down, met_in_wordnet, vocabulary, write  # noqa: E402  # needs torch


def test_words_are_taken_by_stem_with_their_commonest_form() -> None:
    known = vocabulary(["The pilots landed; a pilot lands.", "Pilots of the 2nd wing landed, pilots say."])
    assert known["pilot"] == ("pilots", 4)
    assert "wing" not in known  # met once
    assert "of" not in known


def test_rare_words_of_wordnet_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "index.sense").write_text(
        "quay%1:06:00:: 03 1 2\nquern%1:06:00:: 04 1 0\nquick_march%1:04:00:: 05 1 3\n", encoding="utf8"
    )
    assert list(met_in_wordnet(tmp_path)) == ["quay"]


def test_what_is_written_has_a_line_of_stems_one_of_weights_and_a_row_each(tmp_path: Path) -> None:
    vectors = cut_down(np.random.default_rng(0).normal(size=(90, 80)).astype(np.float32))
    assert vectors.shape == (90, DIMENSIONS)
    assert (vectors**2).sum(1) == pytest.approx(1)
    out = tmp_path / "vectors.bin"
    write({f"w{at}": (f"w{at}s", 1 + at) for at in range(90)}, vectors, out)
    about, stems, weights, numbers = out.read_bytes().split(b"\n", 3)
    assert b'"dimensions": 64' in about
    assert len(stems.split()) == len(weights.split()) == 90
    assert len(numbers) == 90 * DIMENSIONS
