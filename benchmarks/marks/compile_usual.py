"""Compile understand/events/usual.json: how often a word told an act of a type in the passages that the heads learn from, and how often it was met.

usage: python benchmarks/marks/compile_usual.py [--below N]
    --below  only passages with a number under N, to see what the rest gains
    prints how many keys there are; run it before fit_belief.py

Counts of single words and of words with a small word behind them; no text. What never told an act stands there where it was met often.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parents[1])]

from training.marking import marked, part_of  # noqa: E402

from sayso.understand.events import usual  # noqa: E402

OUT = Path(usual.__file__).parent / "usual.json"
# Times that a word without any act must have been met to stand in the table.
OFTEN = 15
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_OWNER = re.compile(r"[’']s?$")


def counts_of(below: int) -> dict[str, Counter[str]]:
    """Count every word of the sentences that were read."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for segment, row, text in marked():
        if part_of(segment) != "train" or segment["n"] >= below:
            continue
        told = {event["trigger"][0]: event["type"] for event in row["events"]}
        for start, end in segment["sentences"]:
            words = list(_WORD.finditer(text, start, end))
            for number, word in enumerate(words, 1):
                after = words[number] if number < len(words) else None
                follows = after is not None and text[word.end() : after.start()] == " "
                for key in usual.keys_of(_OWNER.sub("", word.group()), after.group() if after is not None and follows else ""):
                    counts[key].update(["n", *([told[word.start()]] if word.start() in told else [])])
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--below", type=int, default=10**9)
    counts = counts_of(parser.parse_args().below)
    kept = {key: dict(c) for key, c in sorted(counts.items()) if len(c) > 1 or (c["n"] >= OFTEN and "|" not in key)}
    lines = ",\n".join(f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(c)}" for key, c in kept.items())
    OUT.write_text("{\n" + lines + "\n}\n", encoding="utf8")
    print(len(kept), "keys")


if __name__ == "__main__":
    main()
