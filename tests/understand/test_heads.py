"""Heads: the best path is the one brute force finds and obeys the tags' grammar; runs, names and links come out of numbers alone."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from sayso.span import Span
from sayso.understand.encoder import Manifest
from sayso.understand.heads import FARTHEST_CUE, best_paths, roles, runs, softmax
from sayso.understand.word_pieces import Pieces

TAGS = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
ENTITIES = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-NORP", "I-NORP", "B-MISC", "I-MISC"]
NEVER = -10_000.0
LINK = 4
SCORES = arrays.arrays(np.float32, st.tuples(st.integers(0, 6), st.just(7)), elements=st.floats(-8, 8, width=16))


def manifest(seed: int = 0) -> Manifest:
    """Give a chain with the grammar of BIO and otherwise random scores; answers hold tags, then two link vectors of four numbers."""
    random = np.random.default_rng(seed)
    transitions = random.normal(size=(7, 7)).round(3)
    begins, finishes = random.normal(size=7).round(3), random.normal(size=7).round(3)
    for inside in (2, 4, 6):
        begins[inside] = NEVER
        for before in range(7):
            if before not in (inside, inside - 1):
                transitions[before, inside] = NEVER
    chain = {"transitions": transitions.tolist(), "begins": begins.tolist(), "finishes": finishes.tolist()}
    slices = {"attribution": (0, 7), "link_from": (7, 7 + LINK), "link_to": (7 + LINK, 7 + 2 * LINK)}
    return Manifest("test/1", {"attribution": TAGS, "entities": ENTITIES}, slices, chain, {}, {})


def pieces_of(words: list[int], borders: list[int]) -> Pieces:
    """Give pieces of two characters, a blank after each; equal numbers in `words` are one word."""
    count = len(words)
    starts = np.arange(count, dtype=np.int64) * 3
    zeros = np.zeros(count, dtype=np.int64)
    return Pieces(zeros, starts, starts + 2, np.array(words, dtype=np.int64), zeros, (), np.array(borders, dtype=np.int64), ())


def brute_force(scores: np.ndarray, made: Manifest) -> float:
    """Give the score of the best of all tag sequences."""
    return max(path_score(scores, path, made) for path in itertools.product(range(7), repeat=len(scores)))


def path_score(scores: np.ndarray, path: tuple[int, ...], made: Manifest) -> float:
    chain = made.chain
    score = chain["begins"][path[0]] + chain["finishes"][path[-1]] + sum(float(scores[i, t]) for i, t in enumerate(path))
    return score + sum(chain["transitions"][a][b] for a, b in itertools.pairwise(path))


@settings(deadline=None, max_examples=40)
@given(
    arrays.arrays(np.float32, st.tuples(st.integers(1, 4), st.just(7)), elements=st.floats(-8, 8, width=16)), st.integers(0, 5)
)
def test_the_best_path_is_what_brute_force_finds(scores: np.ndarray, seed: int) -> None:
    made = manifest(seed)
    path = best_paths(scores, np.array([0, len(scores)]), made)
    assert path_score(scores, tuple(path.tolist()), made) == pytest.approx(brute_force(scores, made), abs=1e-3)


@settings(deadline=None)
@given(st.lists(SCORES, max_size=8), st.integers(0, 5))
def test_paragraphs_are_decoded_alone_and_legally(parts: list[np.ndarray], seed: int) -> None:
    made = manifest(seed)
    borders = np.concatenate([[0], np.cumsum([len(p) for p in parts], dtype=np.int64)]).astype(np.int64)
    joined = np.concatenate([np.zeros((0, 7), dtype=np.float32), *parts])
    tags = best_paths(joined, borders, made)
    assert len(tags) == len(joined)
    for part, low, high in zip(parts, borders[:-1], borders[1:], strict=True):
        own = tags[low:high].tolist()
        if own:
            alone = best_paths(part, np.array([0, len(part)]), made).tolist()
            assert path_score(part, tuple(own), made) == pytest.approx(path_score(part, tuple(alone), made), abs=1e-3)
        assert all(tag % 2 or tag == 0 or (at and own[at - 1] in (tag, tag - 1)) for at, tag in enumerate(own)), own


@given(st.lists(st.integers(0, 6), max_size=40), st.sets(st.integers(0, 40), max_size=6))
def test_runs_cover_every_tagged_piece_once(tags: list[int], cuts: set[int]) -> None:
    borders = sorted({0, len(tags)} | {c for c in cuts if c < len(tags)})
    found = runs(np.array(tags, dtype=np.int64), np.array(borders, dtype=np.int64))
    covered = [at for _, low, high in found for at in range(low, high)]
    assert covered == [at for at, tag in enumerate(tags) if tag]
    assert all((tags[at] + 1) // 2 == label for label, low, high in found for at in range(low, high))
    assert not any(low < cut < high for _, low, high in found for cut in borders)


def test_a_begin_tag_begins_a_new_run_and_a_border_too() -> None:
    assert runs(np.array([1, 2, 1, 2, 2]), np.array([0, 5])) == [(1, 0, 2), (1, 2, 5)]
    assert runs(np.array([3, 4, 4]), np.array([0, 2, 3])) == [(2, 0, 2), (2, 2, 3)]
    assert runs(np.zeros(0, dtype=np.int64), np.array([0])) == []


def one_hot(tags: list[int], width: int) -> np.ndarray:
    return (np.eye(width, dtype=np.float32)[tags] * 10).astype(np.float32)


def answers_of(tags: list[int], ties: dict[int, int]) -> np.ndarray:
    """Give answers whose piece i links to the cue that begins at piece ties[i]."""
    cues = sorted(set(ties.values()))
    out = np.zeros((len(tags), 7 + 2 * LINK), dtype=np.float32)
    out[:, :7] = one_hot(tags, 7)
    for number, cue in enumerate(cues):
        out[cue, 7 + LINK + number] = 10
    for piece, cue in ties.items():
        out[piece, 7 + cues.index(cue)] = 10
    return out


def test_roles_are_linked_to_their_cues() -> None:
    tags = [1, 3, 5, 6, 0, 1, 3, 5]
    ties = {0: 1, 2: 1, 3: 1, 5: 6, 7: 6}
    found = roles(answers_of(tags, ties), pieces_of(list(range(8)), [0, 8]), plain())
    assert [r.span for r in found["cue"]] == [Span(3, 5), Span(18, 20)]
    assert [r.span for r in found["content"]] == [Span(6, 11), Span(21, 23)]
    assert [max(r.links, key=lambda link: link[1])[0] for r in (*found["source"], *found["content"])] == [0, 1, 0, 1]
    assert all(sum(share for _, share in r.links) == pytest.approx(1, abs=1e-4) for r in (*found["source"], *found["content"]))
    assert all(not cue.links for cue in found["cue"])


def test_without_a_cue_nothing_is_linked() -> None:
    found = roles(answers_of([5, 6, 0], {}), pieces_of([0, 1, 2], [0, 3]), plain())
    assert [r.links for r in found["content"]] == [()] and found["cue"] == ()


def test_a_cue_never_seen_in_one_window_is_no_candidate() -> None:
    far = FARTHEST_CUE + 20
    tags = [3, *[0] * far, 3, 5]
    answers = answers_of(tags, {})
    answers[0, 7 + LINK] = answers[-1, 7] = 10  # the far cue would win by its vector
    content = roles(answers, pieces_of(list(range(len(tags))), [0, len(tags)]), plain())["content"][0]
    assert content.links == ((1, pytest.approx(1.0)),)


def plain() -> Manifest:
    """Give a chain that leaves every choice to the tags."""
    made = manifest()
    chain = {"transitions": np.zeros((7, 7)).tolist(), "begins": [0.0] * 7, "finishes": [0.0] * 7}
    return Manifest(made.name, made.labels, made.slices, chain, {}, {})


def test_softmax_of_large_scores_is_finite() -> None:
    shares = softmax(np.array([[1e4, 0.0, -1e4]], dtype=np.float32))
    assert shares.tolist() == [[1.0, 0.0, 0.0]]
