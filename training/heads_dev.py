"""Dev scores of every head, of the shipped int8 model and of the float model it was made from: what quantising costs.

usage: python -m training.heads_dev --model src/sayso/model [--float training/runs/RUN/float.onnx] [--data DIR] [--out FILE]

attribution: exact F1 per role on PolNeAR dev, edges trimmed, no rules. entities: strict span F1 of PER, LOC, ORG on wikigold dev.
upos, las: share of words with the right tag, with the right head and relation, on 150 documents of EWT dev, gold tokens. The bar: int8 within half a point of float in each.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from sayso.findings.mention import Label
from sayso.understand.encoder import Encoder
from sayso.understand.heads import best_paths, runs, softmax
from sayso.understand.name_spans import names
from sayso.understand.syntax import parse
from sayso.understand.word_pieces import cut_pieces

from .articles import polnear
from .corpora import ENTITIES, MASK, Gold
from .name_sets import tagged_names
from .trees import Tree, trees

Counts = Counter[tuple[str, str]]


def spans(tags: np.ndarray, gold: Gold) -> set[tuple[int, int, int]]:
    """Give (label, first piece, end) of BIO tags."""
    return set(runs(np.where(tags == MASK, 0, tags), gold.pieces.borders))


def score_article(encoder: Encoder, gold: Gold, count: Counts) -> None:
    """Count right sources, cues and contents of one article."""
    low, high = encoder.manifest.slices["attribution"]
    scores = encoder.answers(gold.pieces)[:, low:high]
    found = spans(best_paths(scores, gold.pieces.borders, encoder.manifest), gold)
    wanted = spans(gold.attribution, gold)
    for label, role in enumerate(("source", "cue", "content"), 1):
        f, w = {s for s in found if s[0] == label}, {s for s in wanted if s[0] == label}
        count[role, "tp"] += len(f & w)
        count[role, "n"] += len(f) + len(w)


def score_names(encoder: Encoder, gold: Gold, count: Counts) -> None:
    """Count right PER, LOC and ORG of one document."""
    low, high = encoder.manifest.slices["entities"]
    made = names(softmax(encoder.answers(gold.pieces)[:, low:high]), gold.pieces, encoder.manifest.labels["entities"], gold.text)
    kinds = {Label.PER, Label.LOC, Label.ORG}
    found = {(n.label.value, n.span.start, n.span.end) for n in made if n.label in kinds}
    wanted = set()
    for label, first, end in spans(gold.entities, gold):
        name = ENTITIES[2 * label - 1][2:]
        if name in ("PER", "LOC", "ORG"):
            wanted.add((name, int(gold.pieces.starts[first]), int(gold.pieces.ends[end - 1])))
    count["entities", "tp"] += len(found & wanted)
    count["entities", "n"] += len(found) + len(wanted)


def judge_tree(tree: Tree, encoder: Encoder) -> Counter[str]:
    """Count the words of a treebank document (gold tokens and sentences), and those with right part of speech, head, head and relation."""
    pieces = cut_pieces(tree.text, encoder.tokenizer)
    answers = encoder.answers(pieces)
    words = [word for sentence in tree.sentences for word in sentence]
    places = np.searchsorted(pieces.starts, [word.start for word in words])
    # A word within a piece ("cannot" is one piece and two words) takes the piece it stands in.
    is_own = [p < len(pieces.starts) and pieces.starts[p] < w.end for p, w in zip(places, words, strict=True)]
    places = np.where(is_own, places, np.maximum(0, places - 1))
    borders = np.cumsum([0, *map(len, tree.sentences)]).tolist()
    heads, relations = parse(answers, places, borders, encoder.manifest)
    tags = answers[places, slice(*encoder.manifest.slices["upos"])].argmax(axis=1)
    count: Counter[str] = Counter(words=len(words))
    for first, sentence in zip(borders, tree.sentences, strict=False):
        for index, word in enumerate(sentence, first):
            count["upos"] += encoder.manifest.labels["upos"][tags[index]] == word.upos
            has_head = heads[index] == (first + word.head - 1 if word.head else -1)
            count["uas"] += has_head
            count["las"] += has_head and relations[index].split(":")[0] == word.relation.split(":")[0]
    return count


def score_trees(encoder: Encoder, documents: Iterator[Tree], count: Counts) -> None:
    """Add the counts of treebank documents, as shares of words."""
    for tree in documents:
        judged = judge_tree(tree, encoder)
        for head in ("upos", "las"):
            count[head, "tp"] += judged[head]
            count[head, "n"] += 2 * judged["words"]


def scores(folder: Path, data: Path) -> dict[str, float]:
    """Give the F1 (or accuracy) of each head in percent."""
    encoder = Encoder(folder, threads=2)
    count: Counts = Counter()
    for gold in polnear(data, "dev", encoder.tokenizer):
        score_article(encoder, gold, count)
    for gold in tagged_names(data, "wikigold", "dev", encoder.tokenizer):
        score_names(encoder, gold, count)
    score_trees(encoder, islice(trees(data / "ewt" / "dev.conllu.gz"), 150), count)
    return {
        head: round(200 * count[head, "tp"] / max(1, count[head, "n"]), 2)
        for head in ("source", "cue", "content", "entities", "upos", "las")
    }


def with_float(model: Path, float_model: Path, folder: Path) -> None:
    """Lay out the float model as a model folder of its own."""
    shutil.copy(float_model, folder / "encoder.onnx")
    shutil.copy(model / "tokenizer.json", folder / "tokenizer.json")
    manifest: dict[str, Any] = json.loads((model / "model.json").read_text(encoding="utf8"))
    manifest["sha256"]["encoder.onnx"] = hashlib.sha256((folder / "encoder.onnx").read_bytes()).hexdigest()
    (folder / "model.json").write_text(json.dumps(manifest), encoding="utf8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--float", type=Path, dest="float_model")
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_DATA", "../shared/data")))
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    result = {"int8": scores(options.model, options.data)}
    if options.float_model:
        with tempfile.TemporaryDirectory() as folder:
            with_float(options.model, options.float_model, Path(folder))
            result["float"] = scores(Path(folder), options.data)
        result["lost"] = {head: round(result["float"][head] - result["int8"][head], 2) for head in result["int8"]}
    print(json.dumps(result, indent=1))
    if options.out:
        options.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
