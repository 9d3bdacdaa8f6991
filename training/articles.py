"""Articles → documents with attributions, nested attributions and coreference: PolNeAR, ECB+, and the nested cases of benchmarks/nested."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from sayso.understand.extract.cues import nouns, verbs

from .corpora import ENTITIES, MASK, NO_CHAIN, OPEN_ARC, Gold, blank, covered, paint, paint_attributions, rows
from .silver import Silver, silver_articles
from .tree_marking import settled_trees
from .trees import relation_index

NESTED = Path(__file__).resolve().parents[1] / "benchmarks" / "nested"
# A sentence is wrapped into reported speech of our own writing so often in a thousand, each article's sentences counted apart.
WRAPPED = 0.12
# Share of contents with a reporting word, but without a nested attribution that the earlier model found, that say nothing of nesting.
UNSURE = 0.7
_BEFORE = (
    ("Local media", "reported", "on {day} that "), ("The news agency", "reported", "that "), ("State television", "said", "that "),
    ("The paper", "wrote", "that "), ("Two diplomats", "told", "this newspaper that "), ("A spokesman for the ministry", "confirmed", "that "),
    ("The {place} Times", "reported", "{day} that "), ("The general", "believes", "that "), ("{person}", "told", "reporters that "),
    ("His lawyer", "denied", "that "), ("", "According to", " the state broadcaster, "), ("Officials in {place}", "say", ""),
    ("A report seen by the agency", "claims", "that "), ("{person}, the group’s leader,", "said", "on {day} that "),
)  # fmt: skip
_AFTER = (
    ("local media", "reported", False), ("the {place} news agency", "reported", False), ("according to", "the state news agency", True),
    ("the broadcaster", "said", False), ("{person}", "told", False), ("according to", "{person}", True),
)  # fmt: skip
_FILL = {
    "day": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "place": ("Baku", "Lima", "Dakar", "Oslo", "Manila", "Tunis", "Ankara", "Quito", "Vilnius", "Hanoi"),
    "person": ("Ana Reyes", "Colonel Idris", "Petr Halas", "Mr. Osei", "Governor Lund", "Mina Farah", "General Okoro", "Tomas Vidal"),
}  # fmt: skip
_PRONOUNS = frozenset(
    "the a an he she it they we his her its their this that these those in on at for some many most two three there".split()
)


def polnear(folder: Path, split: str, tokenizer: Any, *, silver: Path | None = None) -> Iterator[Gold]:
    """PolNeAR articles, one document for each annotator; train also carries silver names, chains and nested attributions."""
    known = silver_articles(folder) if split == "train" else {}
    for ident, trees in (_settled_by_article() if split == "train" else {}).items():
        if ident in known:
            settled_starts = {tree[0][0] for tree in trees}
            known[ident].trees = [t for t in known[ident].trees if t[0][0] not in settled_starts] + trees
    whole = labelled_articles() if split == "train" else {}
    inner = {row["id"]: row["inner"] for row in map(json.loads, silver.open())} if silver is not None and split == "train" else {}
    for name in ["train", "annotator_training"] if split == "train" else [split]:
        for row in rows(folder / "polnear" / f"{name}.jsonl.gz"):
            others = row.get("other_annotations") or [] if split == "train" else []
            for found in (row["attributions"], *(o["attributions"] for o in others)):
                gold = blank(row["id"], "polnear", row["text"], tokenizer)
                gold.attribution[:] = 0
                paint_attributions(gold, gold.attribution, found)
                if row["id"] in whole:
                    gold.set = "labelled"
                    _paint_whole(gold, whole[row["id"]])
                elif row["id"] in inner:
                    _paint_inner(gold, found, inner[row["id"]])
                if row["id"] in known:
                    _paint_silver(gold, known[row["id"]])
                yield gold


def labelled_articles() -> dict[str, dict[str, Any]]:
    """Articles of PolNeAR train in which every nested attribution was labelled (benchmarks/nested/articles.jsonl), by id."""
    path = NESTED / "articles.jsonl"
    return {row["id"]: row for row in map(json.loads, path.open(encoding="utf8"))} if path.is_file() else {}


def _paint_whole(gold: Gold, row: dict[str, Any]) -> None:
    """Paint all nested attributions of an article; where its labels leave a content open, nothing is said."""
    gold.inner[:] = 0
    paint_attributions(gold, gold.inner, row["inner"])
    for start, end in row["unsure"]:
        low, high = covered(gold.pieces, (start, end))
        gold.inner[low:high] = MASK


def _paint_inner(gold: Gold, outer: list[dict[str, Any]], inner: list[dict[str, Any]]) -> None:
    """Paint nested attributions that an earlier model found; most contents with a reporting word in which it found none are masked: it misses many."""
    gold.inner[:] = 0
    reporting = {"according", *verbs(), *nouns()}
    rng = np.random.default_rng(len(gold.text))
    places = [start for one in inner for start, _ in one["cue"]]
    for start, end in (piece for one in outer for piece in one["content"] or []):
        words = set(re.findall(r"[a-z]+", gold.text[start:end].lower()))
        if words & reporting and not any(start <= place < end for place in places) and rng.random() < UNSURE:
            low, high = covered(gold.pieces, (start, end))
            gold.inner[low:high] = MASK
    paint_attributions(gold, gold.inner, inner)


def _paint_silver(gold: Gold, silver: Silver) -> None:
    gold.entities[:] = 0
    for start, end, label in silver.names:
        low, high = covered(gold.pieces, (start, end))
        if low < high:
            paint(gold.entities, low, high, ENTITIES.index(f"B-{label}"))
    _paint_trees(gold, silver)
    for start, chain in silver.heads.items():
        low, high = covered(gold.pieces, (start, start + 1))
        if low < high and gold.chain[low] in (MASK, NO_CHAIN):
            gold.chain[low] = NO_CHAIN if chain is None else chain


def _paint_trees(gold: Gold, silver: Silver) -> None:
    for number, sentence in enumerate(silver.trees):
        firsts = [covered(gold.pieces, (start, end)) for start, end, _, _ in sentence]
        for (low, high), (_, _, head, relation) in zip(firsts, sentence, strict=True):
            if low >= high or gold.sentence[low] != MASK:
                continue
            gold.sentence[low] = number
            if head is not None:
                other = firsts[head] if head >= 0 else (low, high)
                gold.arc[low] = other[0] if other[0] < other[1] else OPEN_ARC
            else:
                gold.arc[low] = OPEN_ARC
            if relation is not None and head is not None:
                gold.relation[low] = relation_index(relation)


def settled(folder: Path, tokenizer: Any) -> Iterator[Gold]:
    """Sentences of PolNeAR train whose trees were settled (benchmarks/marks/trees.jsonl), in their articles; nothing else is labelled."""
    wanted = _settled_by_article()
    for row in rows(folder / "polnear" / "train.jsonl.gz"):
        if row["id"] in wanted:
            gold = blank(row["id"], "settled", row["text"], tokenizer)
            _paint_trees(gold, Silver(trees=wanted[row["id"]]))
            yield gold


def _settled_by_article() -> dict[str, list[list[tuple[int, int, int | None, str | None]]]]:
    found: dict[str, list[list[tuple[int, int, int | None, str | None]]]] = {}
    for ident, words in settled_trees():
        found.setdefault(ident, []).append([(start, end, head, relation) for start, end, head, relation in words])
    return found


def wrapped(folder: Path, tokenizer: Any, *, seed: int = 7) -> Iterator[Gold]:
    """Sentences of PolNeAR train that hold one whole attribution, put into reported speech by templates of our own: two levels, both known."""
    rng = np.random.default_rng(seed)
    for row in rows(folder / "polnear" / "train.jsonl.gz"):
        for one in row["attributions"]:
            spans = [tuple(s) for role in ("source", "cue", "content") for s in one[role] or []]
            if rng.random() >= WRAPPED or not one["cue"] or not one["content"]:
                continue
            low, high = min(s for s, _ in spans), max(e for _, e in spans)
            words = row["text"][low:high]
            alone = not any(o is not one and any(low <= s < high for s, _ in o["cue"] or []) for o in row["attributions"])
            if not alone or "\n" in words or not 30 < len(words) < 300 or not words[0].isalpha():
                continue
            made = _wrap(words, {r: [[s - low, e - low] for s, e in one[r] or []] for r in ("source", "cue", "content")}, rng)
            gold = blank(f"{row['id']} {low}", "wrapped", made["text"], tokenizer)
            gold.attribution[:] = gold.inner[:] = 0
            paint_attributions(gold, gold.attribution, [made["outer"]])
            paint_attributions(gold, gold.inner, [made["inner"]])
            yield gold


def _wrap(words: str, inner: dict[str, Any], rng: np.random.Generator) -> dict[str, Any]:
    fill = {name: str(rng.choice(values)) for name, values in _FILL.items()}
    words = words.rstrip(" .")
    first = words.split()[0]
    if rng.random() < 0.7:
        source, cue, joint = (part.format(**fill) for part in _BEFORE[rng.integers(len(_BEFORE))])
        lead = f"{source} {cue} {joint}" if source else f"{cue}{joint}"
        words = words[0].lower() + words[1:] if first.lower() in _PRONOUNS else words
        text, shift = f"{lead}{words}.", len(lead)
        at = len(source) + 1 if source else 0
        begin = shift - 5 if lead.endswith("that ") else shift
        spans = {"source": [[0, len(source)]], "cue": [[at, at + len(cue)]]}
        if not source:
            spans["source"] = [[len(cue) + 1, shift - 2]]
        content = [begin, len(text) - 1]
    else:
        source, cue, turned = _AFTER[rng.integers(len(_AFTER))]
        source, cue = source.format(**fill), cue.format(**fill)
        words = words[0].upper() + words[1:]
        text, shift = f"{words}, {source} {cue}.", 0
        at = len(words) + 2
        spans = {"source": [[at, at + len(source)]], "cue": [[at + len(source) + 1, at + len(source) + 1 + len(cue)]]}
        if turned:
            spans = {"source": spans["cue"], "cue": spans["source"]}
        content = [0, len(words)]
    moved = {role: [[s + shift, min(e + shift, content[1])] for s, e in inner[role] if s + shift < content[1]] for role in inner}
    return {"text": text, "outer": {**spans, "content": [content]}, "inner": moved}


def nested(folder: Path, tokenizer: Any, *, open_only: bool) -> Iterator[Gold]:
    """The train part of the nested cases: of our own writing, and by reference to train texts, where only the case's extent is labelled."""
    for row in _cases("own.jsonl"):
        gold = blank(row["id"], "own", row["text"], tokenizer)
        gold.attribution[:] = gold.inner[:] = 0
        paint_attributions(gold, gold.attribution, [row["outer"]])
        paint_attributions(gold, gold.inner, [row["inner"]] if row["inner"] else [])
        yield gold
    texts: dict[tuple[str, str], str] = {}
    for name in ("re3d",) if open_only else ("polnear", "re3d"):
        texts |= {(name, row["id"]): row["text"] for row in rows(folder / name / "train.jsonl.gz")}
    for row in _cases("reference.jsonl"):
        if (row["set"], row["doc"]) not in texts:
            continue
        gold = blank(row["doc"], "nested", texts[row["set"], row["doc"]], tokenizer)
        spans = [s for level in ("outer", "inner") for role in ("source", "cue", "content") for s in row[level][role] or []]
        low, high = covered(gold.pieces, (min(s for s, _ in spans), max(e for _, e in spans)))
        gold.attribution[low:high] = gold.inner[low:high] = 0
        paint_attributions(gold, gold.attribution, [row["outer"]])
        paint_attributions(gold, gold.inner, [row["inner"]])
        yield gold


def _cases(name: str) -> Iterator[dict[str, Any]]:
    path = NESTED / name
    for row in map(json.loads, path.open(encoding="utf8")) if path.is_file() else ():
        if row["part"] == "train":
            yield row


def ecbplus(folder: Path, tokenizer: Any) -> Iterator[Gold]:
    """ECB+ documents with chains of people, bodies, places and things; only fully annotated sentences are read."""
    for row in rows(folder / "ecbplus" / "train.jsonl.gz"):
        gold = blank(row["id"], "ecbplus", row["text"], tokenizer)
        numbers: dict[str, int] = {}
        for mention in row["mentions"]:
            tokens = mention["tokens"]
            if not mention["chain"] or mention["type"].startswith(("ACTION", "NEG", "TIME")) or not tokens:
                continue
            if row["tokens_sentence"][tokens[-1]] not in row["gold_sentences"]:
                continue
            start, end = row["token_spans"][tokens[-1]]
            low, high = covered(gold.pieces, (start, end))
            if low < high:
                gold.chain[low] = numbers.setdefault(mention["chain"], len(numbers))
        if numbers:
            yield gold
