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

from sets import ROOT, digest_of, interval_of, keep, options_of

sys.path.insert(0, str(ROOT))

from training.heads_dev import judge_tree
from training.trees import Tree, trees

from sayso.understand.encoder import Encoder


def figures_of(documents: Iterable[Tree], encoder: Encoder) -> dict[str, object]:
    """Give the three shares in percent with their intervals."""
    counts = [judge_tree(tree, encoder) for tree in documents]

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
