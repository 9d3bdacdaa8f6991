"""The trees that weigh tellings learn what is there to learn, in the direction they are bound to."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

FILE = Path(__file__).resolve().parents[2] / "benchmarks" / "claims" / "boosting.py"


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("claims_boosting", FILE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["claims_boosting"] = module
    spec.loader.exec_module(module)
    return module


BOOSTING = script()
ROWS = np.array([[at / 40, (7 * at % 11) / 11] for at in range(40)])
ABOVE = ROWS[:, 0] > 0.5


def likelihood(directions: list[int]) -> np.ndarray:
    shape = BOOSTING.Shape(trees=30, least_rows=4)
    found: np.ndarray = BOOSTING.likelihood(BOOSTING.boosted(ROWS, ABOVE, np.ones(len(ROWS)), directions, shape), ROWS)
    return found


def test_a_bound_is_learnt() -> None:
    assert ((likelihood([1, 1]) > 0.5) == ABOVE).all()


def test_what_would_count_against_its_direction_is_not() -> None:
    assert likelihood([-1, 1]) != pytest.approx(likelihood([1, 1]))
    assert not ((likelihood([-1, -1]) > 0.5) == ABOVE).all()


def test_the_same_rows_give_the_same_trees() -> None:
    assert (likelihood([1, 1]) == likelihood([1, 1])).all()
