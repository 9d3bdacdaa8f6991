"""Words of two tellings → how near they lie in meaning, by a table of vectors for single words: lexicons/en/word_vectors.bin.

The table is what a sentence encoder makes of each word alone (training/word_vectors.py). Near is not alike: "open" and "closed", "church" and
"mosque" are near. So it says whether two tellings are of one thing, and never by itself that they tell the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from .telling import Word

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Table:
    """The vectors.

    Attributes:
        rows: the row of each stem.
        weights: how much each stem says, 0..1, the less the oftener it stands in the news.
        vectors: of length 1; the last row is nought, for words that are not in the table.
    """

    rows: dict[str, int]
    weights: Floats  # (words + 1,)
    vectors: Floats  # (words + 1, dimensions)


@cache
def table() -> Table:
    """Give the table, read once."""
    about, words, weights, numbers = (
        resources.files("sayso.lexicons").joinpath("en/word_vectors.bin").read_bytes().split(b"\n", 3)
    )
    vectors = np.frombuffer(numbers, dtype=np.int8).reshape(-1, json.loads(about)["dimensions"]).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    rows = {word: at for at, word in enumerate(words.decode("utf8").split(" "))}
    weighed: Floats = np.array([*weights.split(), 0], dtype=np.float32) / np.float32(100)
    return Table(rows, weighed, np.vstack([vectors, np.zeros_like(vectors[:1])]))


def nearness(ones: Iterable[Word], others: Iterable[Word]) -> float:
    """Give the cosine of what the words mean together, -1..1; 0 where the table holds none of the one or of the other."""
    a, b = _together(ones), _together(others)
    length = float(np.sqrt((a @ a) * (b @ b)))
    return float(a @ b) / length if length else 0.0


def each_to_each(ones: Iterable[Word], others: Iterable[Word]) -> list[list[float]]:
    """Give the cosine of every word of the one with every word of the other; 0 for names and for words that the table lacks."""
    held = table()
    a, b = ([-1 if w.name else held.rows.get(w.stem, -1) for w in words] for words in (ones, others))
    found: list[list[float]] = (held.vectors[a] @ held.vectors[b].T).tolist() if a and b else []
    return found


def _together(words: Iterable[Word]) -> Floats:
    held = table()
    rows = [held.rows.get(word.stem, -1) for word in words] or [-1]
    summed: Floats = held.weights[rows] @ held.vectors[rows]
    return summed
