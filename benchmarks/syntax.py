"""Part of speech and dependencies, gold tokens and sentences: EWT dev, and the news documents of GUM (measured only, never trained on).

usage: python benchmarks/syntax.py [--data DIR]
    UPOS   share of words with the right universal part of speech
    UAS    share of words with the right head; LAS: and the right relation, subtypes aside; punctuation counts
Prints and writes results/syntax.json. Intervals: 95 %, bootstrap over documents, 1,000 draws.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from sets import ROOT, digest_of, interval_of, keep, options_of

sys.path.insert(0, str(ROOT))

from training.trees import Tree, trees

from sayso.understand.encoder import Encoder
from sayso.understand.syntax import parse
from sayso.understand.word_pieces import cut_pieces


def judged(tree: Tree, encoder: Encoder) -> Counter[str]:
    """Count the words of a document, and those that are right."""
    pieces = cut_pieces(tree.text, encoder.tokenizer)
    answers = encoder.answers(pieces)
    words = [word for sentence in tree.sentences for word in sentence]
    places = np.searchsorted(pieces.starts, [word.start for word in words])
    # A word within a piece ("cannot" is one piece and two words) takes the piece it stands in.
    places = np.array(
        [p if p < len(pieces.starts) and pieces.starts[p] < w.end else max(0, p - 1) for p, w in zip(places, words, strict=True)]
    )
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


def figures_of(documents: Iterable[Tree], encoder: Encoder) -> dict[str, object]:
    """Give the three shares in percent with their intervals."""
    counts = [judged(tree, encoder) for tree in documents]

    def share(name: str, some: list[Counter[str]]) -> float:
        return 100 * sum(c[name] for c in some) / max(1, sum(c["words"] for c in some))

    made: dict[str, object] = {"documents": len(counts), "words": sum(c["words"] for c in counts)}
    for name in ("upos", "uas", "las"):
        made[name.upper()] = {
            "value": round(share(name, counts), 2),
            "interval": interval_of(counts, lambda some, name=name: share(name, some)),
        }
    return made


def gum_news(data: Path) -> list[Tree]:
    """Give the documents of GUM whose genre is news."""
    every = [tree for split in ("train", "dev") for tree in trees(data / "gum" / f"{split}.conllu.gz")]
    return [tree for tree in every if "# meta::genre = news" in tree.comments]


def main() -> None:
    """Measure, print and keep."""
    options = options_of(__doc__).parse_args()
    encoder = Encoder(threads=2)
    paths = [options.data / "ewt" / "dev.conllu.gz", *(options.data / "gum" / f"{s}.conllu.gz" for s in ("train", "dev"))]
    figures = {"EWT dev": figures_of(trees(paths[0]), encoder), "GUM news": figures_of(gum_news(options.data), encoder)}
    print(json.dumps(figures, indent=1))
    keep("syntax", figures, data=f"EWT dev, GUM news, digest {digest_of(*paths)}", arguments=())


if __name__ == "__main__":
    main()
