"""Attribution on PolNeAR dev, through `sayso parse`: F1 of sources, cues, contents and whole attributions.

usage: python benchmarks/attribution.py [--data DIR] [--scorer FILE]
Prints the scorer's JSON and writes results/attribution.json. Intervals: 95 %, bootstrap over documents. PolNeAR has one level, and where speech
stands in speech its annotators marked the outer one: so the figures count outermost statements; "innermost" is the scorer's default, to which
every second level found is a loss.
"""

from __future__ import annotations

import json

from sets import digest_of, keep, options_of, readings_of, rows_of, scorer_of


def main() -> None:
    """Read, score, print and keep."""
    options = options_of(__doc__, scorer=True).parse_args()
    path = options.data / "polnear" / "dev.jsonl.gz"
    gold = rows_of(path)
    readings, scorer = readings_of(gold), scorer_of(options)
    figures = scorer.score(gold, readings, "outermost") | {"innermost": scorer.score(gold, readings, "innermost")}
    print(json.dumps(figures, indent=1))
    keep("attribution", figures, data=f"PolNeAR dev, {len(gold)} articles, digest {digest_of(path)}", arguments=())


if __name__ == "__main__":
    main()
