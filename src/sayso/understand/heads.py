"""Answers of the heads → tags, names, roles and links: numbers in, spans out. No rule about language beyond the tags' grammar."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np

from ..span import Span
from .doc import Role

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .encoder import Manifest
    from .word_pieces import Pieces


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Turn scores into probabilities along the last axis."""
    grown = np.exp(scores - _highest(scores))
    shares: NDArray[np.float32] = grown / grown.sum(axis=-1, keepdims=True)
    return shares


def _highest(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give the highest along the last axis, which stays: of rows as short as a head's labels, laid column beside column in a fifth of the time."""
    tops: NDArray[np.float32] = np.ascontiguousarray(scores.T).max(axis=0)[..., None]
    return tops


# Most paragraphs times the longest's pieces that are decoded together: each step costs much the same for one as for a hundred.
MOST_CELLS = 40_000


def best_paths(scores: NDArray[np.float32], borders: NDArray[np.int64], manifest: Manifest) -> NDArray[np.int64]:
    """Give the best tag of every piece, each paragraph decoded as one chain (Viterbi), the shorter paragraphs together.

    Args:
        scores: attribution emissions, (pieces, tags).
        borders: first piece of each paragraph and the total last.
    """
    transitions = np.array(manifest.chain["transitions"], dtype=np.float32)
    begins = np.array(manifest.chain["begins"], dtype=np.float32)
    finishes = np.array(manifest.chain["finishes"], dtype=np.float32)
    tags = np.zeros(len(scores), dtype=np.int64)
    lengths = np.diff(borders)
    order = [int(i) for i in np.argsort(lengths, kind="stable") if lengths[i]]
    while order:
        size = next((n for n in range(1, len(order)) if (n + 1) * lengths[order[n]] > MOST_CELLS), len(order))
        group, order = order[:size], order[size:]
        longest = int(lengths[group[-1]])
        table = np.zeros((len(group), longest, scores.shape[1]), dtype=np.float32)
        for row, index in enumerate(group):
            table[row, : lengths[index]] = scores[borders[index] : borders[index + 1]]
        paths = _viterbi(table, lengths[group], transitions, begins, finishes)
        for row, index in enumerate(group):
            tags[borders[index] : borders[index + 1]] = paths[row, : lengths[index]]
    return tags


def _viterbi(
    table: NDArray[np.float32],
    lengths: NDArray[np.int64],
    transitions: NDArray[np.float32],
    begins: NDArray[np.float32],
    finishes: NDArray[np.float32],
) -> NDArray[np.int64]:
    rows, longest, width = table.shape
    # (steps, tags, rows): numpy goes along many rows faster than along seven tags.
    alphas = np.array(table.transpose(1, 2, 0), order="C")
    by = transitions[:, :, None]  # (from, to, rows)
    alpha = alphas[0]
    alpha += begins[:, None]
    for step in range(1, longest):
        best = np.maximum.reduce(alpha[:, None] + by, axis=0)
        alpha = alphas[step]
        alpha += best
    final = (alphas[lengths - 1, :, np.arange(rows)] + finishes).argmax(axis=1)
    # Where each tag came from is asked of all steps at once, in a third of the time.
    back = (alphas[:-1, :, None] + by).argmax(axis=1).astype(np.int8)
    paths = np.zeros((rows, longest), dtype=np.int64)
    came_from = back.tobytes()  # asked one by one, bytes answer in a fraction of an array's time
    for row, (length, tag) in enumerate(zip(lengths.tolist(), final.tolist(), strict=True)):
        path = [tag]
        for step in range(length - 1, 0, -1):
            tag = came_from[((step - 1) * width + tag) * rows + row]
            path.append(tag)
        paths[row, :length] = path[::-1]
    return paths


def runs(tags: NDArray[np.int64], borders: NDArray[np.int64]) -> list[tuple[int, int, int]]:
    """Read BIO tags (B- odd, its I- one above) into (label number, first piece, end), never over a paragraph's border."""
    starts = np.flatnonzero(tags)
    found: list[tuple[int, int, int]] = []
    fresh = set(borders.tolist())
    for at in starts.tolist():
        tag = int(tags[at])
        label = (tag + 1) // 2
        if tag % 2 == 0 and found and found[-1][0] == label and found[-1][2] == at and at not in fresh:
            found[-1] = (label, found[-1][1], at + 1)
        else:
            found.append((label, at, at + 1))
    return found


def marked(answers: NDArray[np.float32], pieces: Pieces, manifest: Manifest, head: str) -> tuple[tuple[str, Span, float], ...]:
    """Give label, span and mean probability of what a head of B- and I- tags marks, whole words, in text order; nothing where the model lacks it."""
    if head not in manifest.slices or not len(answers):
        return ()
    first = np.flatnonzero(np.concatenate([[True], pieces.words[1:] != pieces.words[:-1]]))
    last = np.concatenate([first[1:], [len(pieces.words)]]) - 1
    shares = softmax(answers[first, slice(*manifest.slices[head])])
    tags = shares.argmax(axis=1)
    labels = [name[2:] for name in manifest.labels[head][1::2]]
    borders = np.searchsorted(first, pieces.borders)
    made = []
    for label, low, high in runs(tags, borders):
        confidence = float(shares[low:high, [2 * label - 1, 2 * label]].sum(axis=1).mean())
        made.append((labels[label - 1], Span(int(pieces.starts[first[low]]), int(pieces.ends[last[high - 1]])), confidence))
    return tuple(made)


def roles(answers: NDArray[np.float32], pieces: Pieces, manifest: Manifest) -> dict[str, tuple[Role, ...]]:
    """Give sources, cues and contents with the links of the first and last to the cues."""

    def part(head: str) -> NDArray[np.float32]:
        low, high = manifest.slices[head]
        return answers[:, low:high]

    scores = part("attribution")
    shares = softmax(scores)
    found = runs(best_paths(scores, pieces.borders, manifest), pieces.borders)
    labels = [name[2:] for name in manifest.labels["attribution"][1::2]]
    by_role: dict[str, list[tuple[int, int, int]]] = {name: [] for name in labels}
    for label, low, high in found:
        by_role[labels[label - 1]].append((label, low, high))
    cue_starts = [low for _, low, _ in by_role["cue"]]
    link_from, link_to = part("link_from"), part("link_to")[cue_starts] if cue_starts else None
    sums = shares[:, 1::2] + shares[:, 2::2]  # of a label's two tags
    result: dict[str, tuple[Role, ...]] = {}
    for role, spans in by_role.items():
        made = []
        for label, low, high in spans:
            confidence = float(sums[low:high, label - 1].sum() / (high - low))
            links: tuple[tuple[int, float], ...] = ()
            if role != "cue" and link_to is not None:
                middle = (low + high) // 2
                first, stop = (bisect_left(cue_starts, middle + reach) for reach in (-FARTHEST_CUE, FARTHEST_CUE))
                if first < stop:
                    links = tuple(enumerate(_link(link_from[low:high], link_to[first:stop]).tolist(), first))
            made.append(Role(role, Span(int(pieces.starts[low]), int(pieces.ends[high - 1])), confidence, links))
        result[role] = tuple(made)
    return result


def inner_roles(answers: NDArray[np.float32], pieces: Pieces, manifest: Manifest) -> tuple[Role, ...]:
    """Give the sources, cues and contents of attributions inside a content, in text order; none where the model has no such head."""
    if "inner" not in manifest.slices:
        return ()
    scores = answers[:, slice(*manifest.slices["inner"])]
    lengths = np.diff(pieces.borders)
    numbers = np.repeat(np.arange(len(lengths)), lengths)
    busy = np.unique(numbers[scores.argmax(axis=1) > 0])  # paragraphs in which some piece is more than outside
    kept = np.isin(numbers, busy)
    if not len(busy):
        return ()
    borders = np.concatenate([[0], np.cumsum(lengths[busy])])
    shares, places = softmax(scores[kept]), np.flatnonzero(kept)
    labels = [name[2:] for name in manifest.labels["attribution"][1::2]]
    made = []
    for label, low, high in runs(best_paths(scores[kept], borders, manifest), borders):
        confidence = float(shares[low:high, [2 * label - 1, 2 * label]].sum(axis=1).mean())
        span = Span(int(pieces.starts[places[low]]), int(pieces.ends[places[high - 1]]))
        made.append(Role(labels[label - 1], span, confidence))
    return tuple(made)


# A cue further than so many pieces was never in one window with the span while training: its link says nothing.
FARTHEST_CUE = 190


def _link(link_from: NDArray[np.float32], link_to: NDArray[np.float32]) -> NDArray[np.float32]:
    if len(link_to) == 1:
        return np.ones(1, dtype=np.float32)
    scores = link_from @ link_to.T / np.sqrt(link_from.shape[1])
    log_shares = scores - scores.max(axis=1, keepdims=True)
    log_shares = log_shares - np.log(np.exp(log_shares).sum(axis=1, keepdims=True))
    return softmax(log_shares.mean(axis=0).astype(np.float32))
