"""Training sets → documents of pieces with gold labels. Each reader gives what its set knows; what it does not know is masked.

Sets of unstated licence are left out by `open_only`. No text of any set leaves this folder's run directory.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from sayso.understand.word_pieces import Pieces, cut_pieces

ATTRIBUTION = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ENTITY_LABELS = ("PER", "ORG", "LOC", "NORP", "MISC")
ENTITIES = ("O", *(f"{edge}-{label}" for label in ENTITY_LABELS for edge in "BI"))
UPOS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
# Relations of UD v2 as EWT uses them; rare ones go to their universal part.
RELATIONS = (
    "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp", "compound",
    "compound:prt", "conj", "cop", "csubj", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list",
    "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent",
    "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp", "dep",
)  # fmt: skip
# Heads of single words: is it an event, did it happen (in a window's words), and what an event sentence is about (PLOVER; CAMEO's five classes).
TRIGGERS = ("none", "occurrence", "other")
FACTUAL = ("no", "unsure", "yes")
EVENT_TYPES = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "RETREAT",
    "SANCTION", "SUPPORT", "THREATEN",
)  # fmt: skip
CLASSES = ("statement", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
# Who acts on whom in an event sentence; places, and uses of a place's name for its government or people.
# What a word tells: an act of a type, what may come, and what its words make of the act (benchmarks/marks).
EVENTS = ("none", *EVENT_TYPES)
MAY = ("none", "possibility", "conditional", "threat", "question", "deadline", "forecast")
REALITIES = ("happened", "ongoing", "planned", "hypothetical", "negated", "demanded", "threatened", "promised", "historical")
PARTS = ("O", "B-actor", "I-actor", "B-recipient", "I-recipient", "B-both", "I-both")
TOPONYMS = ("O", "B-place", "I-place", "B-use", "I-use")
MASK = -100
# `arc` of a word whose head lies outside the window, and `chain` of a noun phrase that no chain of its set holds.
OUTSIDE, NO_CHAIN = -200, -1
# `arc` of a word of a tree whose head is not known; it may still be the head of others.
OPEN_ARC = -300

# Arrays over pieces that a document carries; the second row holds indices of other pieces.
TAGS = (
    "attribution", "inner", "entities", "phrases", "upos", "trigger", "factual", "parts", "toponyms", "bag", "event_type", "event_class",
    "event", "may", "reality", "relation", "sentence", "chain",
)  # fmt: skip
POINTERS = ("link", "arc")


@dataclass(slots=True, eq=False)
class Gold:
    """One text with its labels per piece; MASK where the set says nothing. All Int64 (pieces,).

    Attributes:
        attribution, inner: labels of the outer and of the nested attribution. entities, phrases, upos, trigger, factual, parts,
            toponyms: label indices; `phrases` are noun phrases that name or describe somebody, with the labels of entities.
        event, may, reality: of a word, the type of the act it tells ("none" for other words of a passage that was read whole), the kind of what may
            come, and the reality of the act.
        bag: number of the sentence or story of which only the whole is labelled; event_type, event_class: its label, on all its pieces.
        link: for a piece of a source or content, the first piece of its cue; MASK elsewhere.
        arc: for the first piece of a word, the first piece of its head, itself for a root; relation: its label.
        sentence: number of the sentence of a piece that carries an arc.
        acts: who takes part in which act, (parts, 4): first piece of the trigger, 0 for the actor and 1 for the recipient, first piece and end.
        chain: number of the coreference chain of a mention's head word; NO_CHAIN for noun phrases in none.
    """

    id: str
    set: str
    pieces: Pieces
    attribution: np.ndarray
    inner: np.ndarray
    entities: np.ndarray
    phrases: np.ndarray
    upos: np.ndarray
    trigger: np.ndarray
    factual: np.ndarray
    parts: np.ndarray
    toponyms: np.ndarray
    bag: np.ndarray
    event_type: np.ndarray
    event_class: np.ndarray
    event: np.ndarray
    may: np.ndarray
    reality: np.ndarray
    relation: np.ndarray
    sentence: np.ndarray
    chain: np.ndarray
    link: np.ndarray
    arc: np.ndarray
    text: str = field(repr=False, default="")
    acts: np.ndarray = field(default_factory=lambda: np.zeros((0, 4), dtype=np.int64))


def blank(ident: str, name: str, text: str, tokenizer: Any) -> Gold:
    """Give a document with every label masked."""
    pieces = cut_pieces(text, tokenizer)
    count = len(pieces.ids)
    return Gold(ident, name, pieces, *(np.full(count, MASK, dtype=np.int64) for _ in (*TAGS, *POINTERS)), text=text)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Read a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            yield json.loads(line)


def covered(pieces: Pieces, span: tuple[int, int]) -> tuple[int, int]:
    """Give the range of pieces that lie in the span."""
    low = int(np.searchsorted(pieces.starts, span[0]))
    high = int(np.searchsorted(pieces.starts, span[1]))
    return low, high


def paint(tags: np.ndarray, low: int, high: int, begin: int) -> None:
    """Write B- at `low` and I- up to `high`; the I- label follows its B- label."""
    tags[low] = begin
    tags[low + 1 : high] = begin + 1


def paint_attributions(gold: Gold, tags: np.ndarray, found: list[dict[str, Any]]) -> None:
    """Paint sources, cues and contents and their links; of two that overlap the first in the record stays."""
    for one in found:
        cues = [covered(gold.pieces, tuple(p)) for p in one.get("cue") or []]
        cues = [c for c in cues if c[0] < c[1]]
        for role, begin in (("cue", 3), ("source", 1), ("content", 5)):
            for piece in one.get(role) or []:
                low, high = covered(gold.pieces, tuple(piece))
                if low >= high or (tags[low:high] > 0).any():
                    continue
                paint(tags, low, high, begin)
                if role != "cue" and cues and tags is gold.attribution:
                    gold.link[low:high] = cues[0][0]


def joined(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Write tokens as a sentence would be printed; give each token's place."""
    text, spans, tight = "", [], True
    for i, token in enumerate(tokens):
        if i and not tight and not (token[0] in ".,;:!?)]%’”" or token.startswith(("'s", "n't", "'"))):
            text += " "
        spans.append((len(text), len(text) + len(token)))
        text += token
        tight = token in ("(", "[", "$", "“", "#", "@", "``")
    return text, spans


def training_documents(folder: Path, tokenizer: Any, *, open_only: bool, silver: Path | None = None) -> list[Gold]:
    """Read every set that may train the shipped weights.

    Args:
        silver: file of nested attributions found by an earlier model (training.inner_silver), None for none.
    """
    from .articles import ecbplus, nested, polnear, settled, wrapped
    from .event_sets import cameo_classes, cameo_parts, factuality, marks, places, stories, timeml
    from .name_sets import marked_names, re3d, tagged_names
    from .name_swaps import swapped_names
    from .trees import treebank

    documents: list[Gold] = []
    if not open_only:
        documents += polnear(folder, "train", tokenizer, silver=silver)
        documents += wrapped(folder, tokenizer)
        documents += settled(folder, tokenizer)
        documents += timeml(folder, tokenizer)
        documents += cameo_classes(folder, tokenizer)
        documents += cameo_parts(folder, tokenizer)
        documents += stories(folder, tokenizer)
        documents += marks(tokenizer, held_out=False)
        for name in ("lgl", "geowebnews"):
            documents += places(folder, name, tokenizer)
    for name in ("wikigold", "btc", "wnut17"):
        documents += tagged_names(folder, name, "train", tokenizer)
    documents += swapped_names(folder, tokenizer)
    documents += marked_names(tokenizer, open_only=open_only)
    documents += re3d(folder, "train", tokenizer)
    documents += treebank(folder, "ewt", "train", tokenizer)
    documents += ecbplus(folder, tokenizer)
    documents += factuality(folder, "uds_factuality", tokenizer)
    documents += factuality(folder, "meantime_factuality", tokenizer)
    documents += nested(folder, tokenizer, open_only=open_only)
    return documents
