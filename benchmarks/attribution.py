"""Attribution on PolNeAR dev, through `sayso parse`: F1 of sources, cues, contents and whole attributions.

usage: python benchmarks/attribution.py [--data DIR] [--scorer FILE]
Prints the scorer's JSON and writes results/attribution.json. Intervals: 95 %, bootstrap over documents.
"""

from __future__ import annotations

import json

from sets import digest_of, keep, options_of, readings_of, rows_of, scorer_of


def main() -> None:
    """Read, score, print and keep."""
    options = options_of(__doc__, scorer=True).parse_args()
    path = options.data / "polnear" / "dev.jsonl.gz"
    gold = rows_of(path)
    figures = scorer_of(options).score(gold, readings_of(gold))
    print(json.dumps(figures, indent=1))
    keep("attribution", figures, data=f"PolNeAR dev, {len(gold)} articles, digest {digest_of(path)}", arguments=())


if __name__ == "__main__":
    main()
