"""Mentions and zones → chains. Front door: `resolve`. A pure function; its weights are numbers in a file.

First names (by their words), third persons and nouns (weighed, left to right, each against the clusters before it), then first and second
persons by whose voice they stand in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import islice
from typing import Any

import numpy as np

from .clusters import Cluster, Clusters
from .features import ALONE, PAIR, Kind, alone, fits, is_ruled_out, kind_of, pair
from .mention import Being, Form, Mention, Role, Zone
from .names import is_same_name, telling
from .voices import join_voices

# A mention → how alike it and each mention of the text are by the encoder, as log odds that they are one.
Similarity = Callable[[int], Sequence[float]]
# What the encoder says of a pair stands between the features of pairs and of mentions alone.
ALIKE = "alike"
FEATURES = (*PAIR, ALIKE, *ALONE)
# Mentions of an earlier name that are compared with a new one.
NAMES_COMPARED = 12
CHAIN_MEMBERS_COMPARED = 3


@dataclass(frozen=True, slots=True)
class Scorer:
    """Scores the choices of one kind of mention: a sum of the features, and of a hidden layer over them.

    Attributes:
        plain: (features,): the weights of the sum; the features are those of PAIR, what the encoder says of a pair, those of ALONE.
        inner, bias: (hidden, features), (hidden,): of the hidden layer, before tanh; none hidden for a plain sum.
        outer: (hidden,): what each hidden one counts.
    """

    plain: np.ndarray
    inner: np.ndarray
    bias: np.ndarray
    outer: np.ndarray

    def scores(self, rows: np.ndarray) -> np.ndarray:
        """Give the score of each row of features."""
        return np.asarray(rows @ self.plain + np.tanh(rows @ self.inner.T + self.bias) @ self.outer)


Weights = dict[Kind, Scorer]


@dataclass(frozen=True, slots=True)
class Chains:
    """What was found.

    Attributes:
        antecedents: index of an earlier mention of the same chain (for a first person the mention that names the voice, which may
            stand later); -1 where the mention begins a chain.
        scores: probability (0..1) of that answer; of rules 1.
        chain: number of the chain of each mention.
        names: index of the name that stands for each mention: its chain's last name before it, else the first after it; -1 where
            the chain has none.
    """

    antecedents: tuple[int, ...]
    scores: tuple[float, ...]
    chain: tuple[int, ...]
    names: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The clusters a mention may belong to, with the features of each."""

    clusters: list[Cluster]
    near: list[int]
    features: np.ndarray  # (clusters, len(PAIR))


@cache
def weights() -> Weights:
    """Load the shipped weights once per process."""
    kept = json.loads(resources.files("sayso").joinpath("model/coreference.json").read_text(encoding="utf8"))
    return weights_of(kept)


def weights_of(kept: dict[str, Any]) -> Weights:
    """Read weights from the contents of a file; a feature it does not name weighs nothing."""
    names = kept["features"]
    places = [names.index(name) if name in names else len(names) for name in FEATURES]

    def ordered(rows: list[list[float]]) -> np.ndarray:
        read = np.array(rows, np.float64).reshape(-1, len(names))
        return np.column_stack([read, np.zeros(len(read))])[:, places]

    def scorer(kind: dict[str, Any]) -> Scorer:
        return Scorer(ordered([kind["plain"]])[0], ordered(kind["inner"]), np.array(kind["bias"]), np.array(kind["outer"]))

    return {kind: scorer(kept[kind]) for kind in Kind}


def resolve(
    mentions: Sequence[Mention], zones: Sequence[Zone], *, similarity: Similarity | None = None, by: Weights | None = None
) -> Chains:
    """Find the chains of the mentions of one text.

    Args:
        mentions: in text order, outer ones before those in them.
        zones: whose voice each zone is in; the first is the report's own.
        similarity: log odds that a mention is one with each of them, by the encoder; weighed with the features of a pair.
        by: other weights than the shipped ones.
    """
    model = by or weights()
    clusters = Clusters(mentions)
    antecedents, scores = [-1] * len(mentions), [1.0] * len(mentions)
    for index, mention in enumerate(mentions):
        kind = kind_of(mention)
        if mention.key:
            found = clusters.keyed.get(mention.key)
            antecedents[index] = -1 if found is None else found
            clusters.join(index, None if found is None else clusters.of[found])
            continue
        if mention.form is not Form.NAME and kind is None:
            continue
        near = beside(clusters, index)
        found = named_before(clusters, index) if kind is None else near
        if found is None and kind is not None:
            found, scores[index] = _weighed(clusters, index, zones, model, similarity)
        if found is not None and near is not None:
            clusters.merge(clusters.of[found], clusters.of[near])
        found = near if found is None else found
        antecedents[index] = -1 if found is None else found
        clusters.join(index, None if found is None else clusters.of[found])
    join_voices(clusters, zones, antecedents)
    return _chains(clusters, antecedents, scores)


def beside(clusters: Clusters, index: int) -> int | None:
    """Give the mention an appositive stands beside: "NAME, the minister," and "the minister, NAME"."""
    ours = clusters.mentions[index]
    if ours.form is Form.PRONOUN:
        return None
    for other in range(index - 1, max(-1, index - 6), -1):
        theirs = clusters.mentions[other]
        if other not in clusters.of or (theirs.form is Form.PRONOUN and not ours.is_predicate):
            continue
        if is_appositive(theirs, ours) or (Being.PERSON is ours.being is theirs.being and is_title(theirs, ours)):
            return other
        if ours.is_predicate and is_said_of(theirs, ours):
            return other
    return None


def is_appositive(outer: Mention, inner: Mention) -> bool:
    """Tell "NAME, the minister" and "the minister, NAME": the inner begins after the comma that ends what the outer's head governs."""
    if not outer.span.covers(inner.span) or inner.span.start - outer.reaches_to != 2 or inner.number == "p":
        return False
    beings = {outer.being, inner.being} - {Being.UNKNOWN}
    return Form.NAME in (outer.form, inner.form) and len(beings) < 2


def is_title(outer: Mention, inner: Mention) -> bool:
    """Tell "professor of art NAME", where the name ends the phrase of the noun, and "her husband NAME", where it follows it."""
    if inner.form is not Form.NAME or outer.number == "p" or not inner.follows_noun:
        return False
    if outer.span.end == inner.span.end:
        return outer.span.start < inner.span.start
    return outer.form is Form.NOUN and inner.span.start - outer.span.end in (1, 2)


def is_said_of(subject: Mention, ours: Mention) -> bool:
    """Tell "NAME is a doctor": one person, the subject of the sentence, and a noun of a person after "is"."""
    return (
        ours.form is Form.NOUN
        and ours.being is subject.being is Being.PERSON
        and ours.number == subject.number == "s"
        and subject.role is Role.SUBJECT
        and subject.sentence == ours.sentence
        and subject.span.end <= ours.span.start
    )


def named_before(clusters: Clusters, index: int) -> int | None:
    """Give the nearest earlier name that is the same by its words."""
    mention = clusters.mentions[index]
    words = telling(mention.words)
    tried: set[int] = set()
    for word in dict.fromkeys((*words[-1:], *words[:1], mention.head)):  # the same order in every run
        for other in clusters.with_word(word):
            theirs = clusters.mentions[other]
            if other in tried or theirs.form is not Form.NAME:
                continue
            tried.add(other)
            if not theirs.span.overlaps(mention.span) and is_same_name(mention, theirs):
                return other
            if len(tried) >= NAMES_COMPARED:
                break
    return None


_NO_PAIRS = np.zeros((0, len(PAIR)), np.float32)


def choice(clusters: Clusters, index: int, zones: Sequence[Zone]) -> Choice:
    """Give the clusters a mention may belong to: those of late, and for a noun those that have its head word; for a noun of a thing only the latter."""
    mention = clusters.mentions[index]
    found: list[Cluster] = []
    near: list[int] = []
    counts: list[tuple[float, float]] = []
    flags: list[bytes] = []
    fitting = 0
    is_thing = mention.form is Form.NOUN and mention.being in (Being.THING, Being.UNKNOWN)
    pool = dict.fromkeys(() if is_thing else clusters.recent(mention))
    if mention.form is Form.NOUN:
        pool |= dict.fromkeys(clusters.of[other] for other in islice(clusters.with_word(mention.head), NAMES_COMPARED))
    for cluster in pool:
        last = clusters.nearest(cluster, index)
        if last is None or is_ruled_out(clusters, cluster, index, zones):
            continue
        counted, told = pair(clusters, cluster, index, last, fitting)
        counts.append(counted)
        flags.append(told)
        fitting += fits(clusters, cluster, index)
        found.append(cluster)
        near.append(last)
    return Choice(found, near, _laid_out(counts, flags)) if found else Choice([], [], _NO_PAIRS)


def _laid_out(counts: list[tuple[float, float]], flags: list[bytes]) -> np.ndarray:
    """Give the features of pairs as a row each; what is 0 or 1 is read as bytes, a quarter of the time that numbers of two types take."""
    rows = np.empty((len(counts), len(PAIR)), np.float32)
    rows[:, :2] = counts
    rows[:, 2:] = np.frombuffer(b"".join(flags), np.uint8).reshape(len(flags), -1)
    return rows


def _weighed(
    clusters: Clusters, index: int, zones: Sequence[Zone], model: Weights, similarity: Similarity | None
) -> tuple[int | None, float]:
    mention = clusters.mentions[index]
    kind = kind_of(mention)
    assert kind is not None
    among = choice(clusters, index, zones)
    if not among.clusters:
        return None, 1.0
    alikes = likenesses(among.clusters, index, similarity) if similarity is not None else np.zeros(len(among.clusters))
    scores = model[kind].scores(rows_of(among.features, alikes, alone(mention)))
    odds = np.exp(scores - scores.max())
    odds /= odds.sum()
    best = int(odds.argmax())
    return (None if best == len(among.clusters) else among.near[best]), round(float(odds[best]), 4)


def rows_of(pairs: np.ndarray, odds: np.ndarray, single: Sequence[float]) -> np.ndarray:
    """Lay out what a mention chooses among: a row for each cluster, the last for beginning one of its own.

    Args:
        pairs: features of each cluster, (clusters, len(PAIR)); odds: how alike the encoder finds it, (clusters,).
        single: features of the mention alone, in the order of ALONE.

    Returns:
        (clusters + 1, len(FEATURES)).
    """
    rows = np.zeros((len(pairs) + 1, len(FEATURES)), np.float32)
    rows[:-1, : len(PAIR)], rows[:-1, len(PAIR)] = pairs, odds
    rows[-1, len(PAIR) + 1 :] = single
    return rows


def likenesses(among: Sequence[Cluster], index: int, similarity: Similarity) -> np.ndarray:
    """Give how alike a mention and each cluster are: the most alike of the cluster's last members."""
    if not among:
        return np.zeros(0, np.float32)
    alike = similarity(index)
    return np.array([max([alike[m] for m in c.members[-CHAIN_MEMBERS_COMPARED:]]) for c in among], np.float32)


def _chains(clusters: Clusters, antecedents: list[int], scores: list[float]) -> Chains:
    numbers: dict[int, int] = {}
    chain, names = [], []
    for index in range(len(clusters.mentions)):
        cluster = clusters.of[index]
        chain.append(numbers.setdefault(id(cluster), len(numbers)))
        start = clusters.mentions[index].span.start
        before = [n for n in cluster.names if clusters.mentions[n].span.start <= start]
        names.append(max(before) if before else min(cluster.names, default=-1))
    return Chains(tuple(antecedents), tuple(scores), tuple(chain), tuple(names))
