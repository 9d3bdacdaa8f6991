"""Treebanks → documents with part of speech, heads and relations on the first piece of each word."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .corpora import MASK, RELATIONS, UPOS, Gold, blank, covered


@dataclass(slots=True)
class Word:
    """One syntactic word of a treebank. `head` counts from 1 in its sentence, 0 for the root; [start, end) counts in the document's text."""

    start: int
    end: int
    upos: str
    head: int
    relation: str
    misc: str


@dataclass(slots=True)
class Tree:
    """One document: its text, a paragraph a line, and its sentences."""

    id: str
    text: str
    sentences: list[list[Word]]
    comments: list[str]
    multiword: tuple[int, int] = (0, 0)  # letters of the multiword token being read


def trees(path: Path) -> Iterator[Tree]:
    """Read a CoNLL-U file of documents; words of a multiword token share its letters in order."""
    tree: Tree | None = None
    shared = 0
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            if line.startswith("# newdoc id = "):
                if tree is not None:
                    yield tree
                tree = Tree(line.split(" = ", 1)[1].strip(), "", [], [])
            elif tree is None:
                continue
            elif line.startswith("#"):
                tree.comments.append(line.rstrip("\n"))
                if line.startswith("# newpar") and tree.text and not tree.text.endswith("\n"):
                    tree.text += "\n"
                if line.startswith("# sent_id"):
                    tree.sentences.append([])
                    shared = 0
            elif line[:1].isdigit():
                shared = _read_word(tree, line.rstrip("\n").split("\t"), shared)
    if tree is not None:
        yield tree


def _read_word(tree: Tree, columns: list[str], shared: int) -> int:
    """Add one line to the document; gives how many words still share the letters of a multiword token."""
    number, form = columns[0], columns[1]
    space = "" if "SpaceAfter=No" in columns[9] else " "
    if "." in number:
        return shared
    if "-" in number:
        low, high = (int(n) for n in number.split("-"))
        tree.text += form + space
        tree.multiword = (len(tree.text) - len(space) - len(form), len(tree.text) - len(space))
        return high - low + 1
    if shared:
        begin, stop = tree.multiword
        end = stop if shared == 1 else min(stop, begin + len(form))
        start = begin if begin < end else max(0, end - 1)
        tree.multiword = (end, stop)
    else:
        start, end = len(tree.text), len(tree.text) + len(form)
        tree.text += form + space
    tree.sentences[-1].append(Word(start, end, columns[3], int(columns[6]), columns[7], columns[9]))
    return max(0, shared - 1)


def relation_index(name: str) -> int:
    """Give the index of a relation, of its universal part where the subtype is rare."""
    if name in RELATIONS:
        return RELATIONS.index(name)
    plain = name.split(":")[0]
    return RELATIONS.index(plain if plain in RELATIONS else "dep")


def labelled(tree: Tree, name: str, tokenizer: Any) -> Gold:
    """Give a treebank document as pieces with labels; a word that shares its first piece with another carries none."""
    gold = blank(tree.id, name, tree.text + "\n", tokenizer)
    for number, sentence in enumerate(tree.sentences):
        firsts = [_first(gold, word) for word in sentence]
        for word, low in zip(sentence, firsts, strict=True):
            if low < 0 or gold.upos[low] != MASK:
                continue
            if word.upos in UPOS:
                gold.upos[low] = UPOS.index(word.upos)
            head = low if word.head == 0 else firsts[word.head - 1]
            if head >= 0:
                gold.arc[low], gold.relation[low], gold.sentence[low] = head, relation_index(word.relation), number
    return gold


def _first(gold: Gold, word: Word) -> int:
    low, high = covered(gold.pieces, (word.start, word.end))
    return low if low < high else -1


def treebank(folder: Path, name: str, split: str, tokenizer: Any) -> Iterator[Gold]:
    """Documents of a treebank (ewt; gum to measure only)."""
    for tree in trees(folder / name / f"{split}.conllu.gz"):
        yield labelled(tree, name, tokenizer)
