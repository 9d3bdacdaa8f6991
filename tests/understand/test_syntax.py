"""Trees from scores: one root, no cycle, the best there is."""

from __future__ import annotations

from itertools import product
from types import SimpleNamespace

import numpy as np
import pytest

from sayso.understand.syntax import LONGEST_TREE, best_tree, parse


def is_tree(head: np.ndarray) -> bool:
    roots = [i for i, h in enumerate(head) if i == h]
    for start in range(len(head)):
        at, steps = start, 0
        while head[at] != at and steps <= len(head):
            at, steps = int(head[at]), steps + 1
        if at != roots[0]:
            return False
    return len(roots) == 1


def log_shares(scores: np.ndarray) -> np.ndarray:
    return scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))


@pytest.mark.parametrize("seed", range(30))
def test_the_best_tree_is_found_where_greedy_heads_form_cycles(seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(0, 2, (5, 5)).astype(np.float32)
    head = best_tree(scores)
    assert is_tree(head)
    root = int(np.flatnonzero(head == np.arange(5))[0])
    rated = log_shares(scores.astype(np.float64))

    def total(heads: tuple[int, ...] | np.ndarray) -> float:
        return float(sum(rated[i, h] for i, h in enumerate(heads)))

    trees = [h for h in product(range(5), repeat=5) if h[root] == root and is_tree(np.array(h))]
    assert total(head) == pytest.approx(max(map(total, trees)), abs=1e-4)


def test_a_sentence_of_one_word_is_its_root() -> None:
    assert best_tree(np.zeros((1, 1), dtype=np.float32)).tolist() == [0]


def manifest() -> SimpleNamespace:
    slices = {"arc_from": (0, 2), "arc_to": (2, 4), "root": (4, 5), "relation_from": (5, 8), "relation_to": (8, 11)}
    return SimpleNamespace(slices=slices, labels={"relation": ["nsubj", "obj", "root"]}, distances=None)


def test_only_the_root_has_the_relation_root_and_sentences_do_not_mix() -> None:
    rng = np.random.default_rng(1)
    answers = rng.normal(0, 1, (40, 11)).astype(np.float32)
    heads, relations = parse(answers, np.arange(0, 40, 2), [0, 7, 7, 20], manifest())  # type: ignore[arg-type]
    assert [i for i, h in enumerate(heads) if h == -1] == [i for i, r in enumerate(relations) if r == "root"]
    assert sum(h == -1 for h in heads[:7]) == sum(h == -1 for h in heads[7:]) == 1
    assert all(h < 7 for h in heads[:7]) and all(h == -1 or h >= 7 for h in heads[7:])


def test_a_line_without_end_is_cut_into_trees() -> None:
    count = LONGEST_TREE + 10
    answers = np.zeros((count, 11), dtype=np.float32)
    heads, _ = parse(answers, np.arange(count), [0, count], manifest())  # type: ignore[arg-type]
    assert sum(h == -1 for h in heads) == 2
