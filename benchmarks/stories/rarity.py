"""Count in how many news texts each word stands, and write src/sayso/link/stories/rarity.tsv: what a word is worth when two reports are compared.

usage: python benchmarks/stories/rarity.py [--data DIR]
Train splits of five sets of news, each weighed alike however many texts it has, so that no one campaign or city sets what is common. ECB+, on which
stories are measured, is not among them. Words, not sentences: stems and a whole number each.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "benchmarks")]

from sayso.link.words import is_function, stem  # noqa: E402
from sets import options_of, rows_of  # noqa: E402

SETS = ("polnear", "lgl", "tbaq", "geowebnews", "insight_crime")
OUT = ROOT / "src/sayso/link/stories/rarity.tsv"
NOTICE = "# Made by benchmarks/stories/rarity.py. stem, -10 ln of the share of news texts it stands in; stems that stand in fewer than one of 300 are left out"
# Share of texts below which a word is no more told from the rare ones.
RAREST = 1 / 300
# Fewest sets a word must stand in: one that a single set has is of its subject.
SETS_OF_A_WORD = 2


def shares(data: Path) -> dict[str, float]:
    """Give for every stem the share of texts it stands in, the mean of the sets."""
    held: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for name in SETS:
        rows = rows_of(data / name / "train.jsonl.gz")
        counts: Counter[str] = Counter()
        for row in rows:
            words = re.findall(r"\w+(?:[’']\w+)*", f"{row.get('title') or ''}\n{row['text']}")
            counts.update({stem(word) for word in words if not is_function(word) and not word[0].isdigit()})
        for word, count in counts.items():
            held[word] += count / len(rows) / len(SETS)  # type: ignore[assignment]
            spread[word] += 1
    return {word: share for word, share in held.items() if spread[word] >= SETS_OF_A_WORD and share >= RAREST}


def main() -> None:
    found = shares(options_of(__doc__).parse_args().data)
    lines = [f"{word}\t{round(-10 * math.log(share))}" for word, share in sorted(found.items())]
    OUT.write_text("\n".join([NOTICE, *lines]) + "\n", encoding="utf8")
    print(len(lines), "words")


if __name__ == "__main__":
    main()
