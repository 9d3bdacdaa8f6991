"""What context each head needs: dev scores and pieces a second by the size of windows and the pieces of context before them.

usage: python benchmarks/windows.py [--data DIR] [--sizes 62,94,126,190,254] [--contexts 0,8,24]
Heads alone, without rules, as training.heads_dev scores them: exact F1 of source, cue and content (PolNeAR dev), names (wikigold dev),
part of speech and dependencies (150 documents of EWT dev). Seconds are those of the encoder's runs, two threads, on PolNeAR dev.
Prints and writes results/windows.json.
"""

from __future__ import annotations

import json
import sys
import time
from functools import partial

from sets import ROOT, Row, digest_of, keep, options_of

sys.path.insert(0, str(ROOT))

from training.articles import polnear
from training.heads_dev import scores

from sayso.understand import encoder as engine
from sayso.understand.windows import plan_windows


def measured(options: object, size: int, context: int) -> Row:
    """Give the scores of every head and the speed with windows of a size."""
    engine.plan_windows = partial(plan_windows, size=size, context=context)
    data = options.data  # type: ignore[attr-defined]  # argparse gives attributes by name
    model = engine.Encoder(threads=2)
    articles = [gold.pieces for gold in polnear(data, "dev", model.tokenizer)]
    began = time.perf_counter()
    for pieces in articles:
        model.answers(pieces)
    seconds = time.perf_counter() - began
    read = sum(w.end - w.start + 2 for pieces in articles for w in plan_windows(pieces.borders, size=size, context=context))
    own = sum(len(pieces.ids) for pieces in articles)
    made = scores(engine.model_folder(), data)
    return {
        "size": size,
        "context": context,
        "pieces a second": round(own / seconds),
        "read for each piece": round(read / own, 3),
    } | made


def main() -> None:
    """Sweep, print and keep."""
    parser = options_of(__doc__)
    parser.add_argument("--sizes", default="62,94,126,190,254")
    parser.add_argument("--contexts", default="8")
    options = parser.parse_args()
    rows = []
    for size in map(int, options.sizes.split(",")):
        for context in map(int, options.contexts.split(",")):
            rows.append(measured(options, size, context))
            print(json.dumps(rows[-1]), flush=True)
    digest = digest_of(options.data / "polnear" / "dev.jsonl.gz")
    keep("windows", {"rows": rows}, data=f"dev of PolNeAR (digest {digest}), wikigold, EWT")


if __name__ == "__main__":
    main()
