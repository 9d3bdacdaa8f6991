"""The answers of the antecedent head, asked for pairs of tokens."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.understand.encoder import Manifest
from sayso.understand.likeness import likeness_of

SLICES = {"upos": (0, 1), "chain_from": (1, 5), "chain_to": (5, 9)}


def manifest(slices: dict[str, tuple[int, int]]) -> Manifest:
    return Manifest("m", {}, slices, {}, {}, {})


def test_a_pair_is_the_product_of_its_two_answers() -> None:
    answers = np.zeros((3, 9), np.float32)
    answers[2, 1:5] = 2.0  # the later word, as what points back
    answers[0, 5:9] = 3.0  # the earlier one, as what is pointed to
    found = likeness_of(answers, np.array([0, 2]), manifest(SLICES))
    assert found is not None
    assert found.of(1, [0, 1]).tolist() == pytest.approx([12.0, 0.0])


def test_a_model_without_the_head_says_nothing() -> None:
    assert likeness_of(np.zeros((3, 9), np.float32), np.array([0, 2]), manifest({"upos": (0, 1)})) is None
