"""Answers of the syntax heads → a head and a relation for every token: one tree a sentence, Universal Dependencies v2.

The head of a word is chosen by the product of two vectors (Dozat & Manning 2017, without the bilinear map) and by how far it stands, its
relation by a sum of two. Where
the best heads of a sentence form a cycle, the best tree is found (Chu & Liu 1965, Edmonds 1967). Tokens that are not the first of their word
(the "S" of "U.S.") hang on the one before as `goeswith`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from .encoder import Manifest

HEADS = ("arc_from", "arc_to", "root", "relation_from", "relation_to")
# Words of one tree: a longer stretch without a full stop is a list or a table, and is cut.
LONGEST_TREE = 256
NONE = -1e9
# How far a head stands from its word, in words: steps of growing width to either side, 0 for the root.
_STEPS = np.array([1, 2, 3, 4, 5, 7, 10, 15, 25])
DISTANCES = 2 * len(_STEPS) + 1


def distance_steps(size: int) -> NDArray[np.int64]:
    """Give, for each word (row) and possible head (column) of a sentence of so many words, the index of their distance, below DISTANCES."""
    places = np.arange(size)
    apart = places[None] - places[:, None]
    step = np.searchsorted(_STEPS, np.abs(apart), side="right")
    made: NDArray[np.int64] = len(_STEPS) + np.sign(apart) * step
    return made


def parse(
    answers: NDArray[np.float32], words: NDArray[np.int64], borders: Sequence[int], manifest: Manifest
) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """Give the head of every word (index of a word, -1 for a root) and the name of its relation.

    Args:
        answers: of all heads, (pieces, width).
        words: first piece of each word.
        borders: first word of each sentence and the number of words last.
    """
    part = {name: answers[words, slice(*manifest.slices[name])] for name in HEADS}
    names = manifest.labels["relation"]
    root = names.index("root")
    heads = np.full(len(words), -1, dtype=np.int64)
    relations = np.full(len(words), root, dtype=np.int64)
    width = np.sqrt(part["arc_from"].shape[1])
    for low, high in _bearable(borders):
        size = high - low
        scores = part["arc_from"][low:high] @ part["arc_to"][low:high].T / width
        scores.reshape(-1)[:: size + 1] += part["root"][low:high, 0]
        if manifest.distances is not None:
            scores += _by_distance(manifest)[:size, :size]
        head = best_tree(scores)
        is_root = head == np.arange(size)
        heads[low:high] = np.where(is_root, -1, head + low)
        given = part["relation_from"][low:high] + part["relation_to"][low:high][head]
        given[:, root] = np.where(is_root, -NONE, NONE)
        relations[low:high] = given.argmax(axis=1)
    return heads, tuple(names[r] for r in relations.tolist())


@lru_cache(maxsize=2)
def _by_distance(manifest: Manifest) -> NDArray[np.float32]:
    """Give what distances add in the longest tree: of a shorter one it is the first corner."""
    assert manifest.distances is not None
    made: NDArray[np.float32] = manifest.distances[distance_steps(LONGEST_TREE)]
    return made


def _bearable(borders: Sequence[int]) -> list[tuple[int, int]]:
    return [
        (low, min(low + LONGEST_TREE, stop))
        for start, stop in zip(borders[:-1], borders[1:], strict=True)
        for low in range(start, stop, LONGEST_TREE)
    ]


def best_tree(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Give the head of each word in the best tree with one root, whose head is itself.

    Args:
        scores: score of each word (row) for each head (column), that of being the root on the diagonal; (words, words).
    """
    size = len(scores)
    if size == 1:
        return np.zeros(1, dtype=np.int64)
    others = scores.copy()
    np.fill_diagonal(others, NONE)
    root = int((scores.diagonal() - others.max(axis=1)).argmax())
    head: NDArray[np.int64] = others.argmax(axis=1)
    head[root] = root
    if _cycle(head, root) is not None:
        head = _edmonds(_log_shares(scores), root)
    return head


def _log_shares(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give the logarithm of each head's share among those of its word, none for the word itself."""
    top = scores.max(axis=1, keepdims=True)
    rated: NDArray[np.float32] = scores - top - np.log(np.exp(scores - top).sum(axis=1, keepdims=True))
    np.fill_diagonal(rated, NONE)
    return rated


def _cycle(head: NDArray[np.int64], root: int) -> list[int] | None:
    """Give the words of one cycle; None where every word leads to the root."""
    leads = head.tolist()  # a list is asked word by word in a fifth of an array's time
    state = [0] * len(leads)  # 1: on the way, 2: leads to the root
    state[root] = 2
    for start in range(len(leads)):
        way, at = [], start
        while not state[at]:
            state[at] = 1
            way.append(at)
            at = leads[at]
        if state[at] == 1:
            return way[way.index(at) :]
        for word in way:
            state[word] = 2
    return None


def _edmonds(scores: NDArray[np.float32], root: int) -> NDArray[np.int64]:
    """Give the best tree under a known root; `scores` has no word as its own head."""
    size = len(scores)
    head: NDArray[np.int64] = scores.argmax(axis=1)
    head[root] = root
    found = _cycle(head, root)
    if found is None:
        return head
    cycle = np.array(found, dtype=np.int64)
    inside = np.zeros(size, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    own = scores[cycle, head[cycle]]
    # One word stands for the cycle: into it, what breaking it there costs least; out of it, its best word.
    enter = scores[np.ix_(cycle, outside)] - own[:, None]
    leave = scores[np.ix_(outside, cycle)]
    small = np.full((len(outside) + 1, len(outside) + 1), NONE, dtype=scores.dtype)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1], small[:-1, -1] = enter.max(axis=0), leave.max(axis=1)
    made = _edmonds(small, int(np.flatnonzero(outside == root)[0]))
    for place, word in enumerate(outside.tolist()):
        if word == root:
            head[word] = root
        elif made[place] == len(outside):
            head[word] = cycle[int(leave[place].argmax())]
        else:
            head[word] = outside[made[place]]
    entered = int(made[-1])
    head[cycle[int(enter[:, entered].argmax())]] = outside[entered]
    return head
