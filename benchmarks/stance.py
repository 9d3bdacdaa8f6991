"""Stance: FEVER-Symmetric dev, a claim and a sentence of Wikipedia that supports or refutes it, against what `sayso.link.claims` makes of the two.

usage: python benchmarks/stance.py [--data DIR]

Never trained on, and no example of it looked at. Every claim stands there with evidence for and against it, so that the claim alone tells nothing. SUPPORTS is
met by `same`; REFUTES by `denies` or `differs`. `taken a side` counts the pairs given as one of these three, `right where a side is taken` the share of them
that is right; `refuting given as same` is what would count as support and is none. Wikipedia, not news; names are of films and singers more than of states.
Intervals: 95 %, bootstrap over claims, 1,000 draws, seed 0.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from sayso import parse
from sayso.link.claims import relation_of
from sayso.span import Span
from sets import Row, digest_of, interval_of, keep, options_of, rows_of

SET = "fever_symmetric/dev.jsonl.gz"
MEETS = {"SUPPORTS": ("same",), "REFUTES": ("denies", "differs")}
Pair = tuple[str, str]  # the gold label and our relation


def relation_between(claim: str, evidence: str) -> str:
    """Give our relation of two texts, each taken whole."""
    one, other = ((parse(text), Span(0, len(text))) for text in (claim, evidence))
    return str(relation_of(one, other))


def accuracy(pairs: list[Pair]) -> float:
    """Give the share in percent that is right."""
    return 100 * sum(ours in MEETS[gold] for gold, ours in pairs) / len(pairs) if pairs else 0.0


def sided(pairs: Iterable[Pair]) -> list[Pair]:
    """Give the pairs that are not unrelated by us."""
    return [pair for pair in pairs if pair[1] != "unrelated"]


def refuting_given_as_same(pairs: list[Pair]) -> float:
    """Give the share in percent of refuting evidence that would count as support."""
    refuting = [ours for gold, ours in pairs if gold == "REFUTES"]
    return 100 * refuting.count("same") / len(refuting) if refuting else 0.0


def figures_of(by_claim: list[list[Pair]]) -> Row:
    """Give all figures; a claim with its evidence is a unit of the bootstrap."""
    pairs = [pair for claim in by_claim for pair in claim]
    result: Row = {"pairs": len(pairs), "claims": len(by_claim), "taken a side": len(sided(pairs))}
    for name, share in (
        ("accuracy", accuracy),
        ("right where a side is taken", lambda pairs: accuracy(sided(pairs))),
        ("refuting given as same", refuting_given_as_same),
    ):
        spread = interval_of(by_claim, lambda draw, share=share: share([pair for claim in draw for pair in claim]))
        result[name] = {"value": round(share(pairs), 1), "interval": spread}
    counted = Counter(pairs)
    ours = sorted({relation for _, relation in pairs})
    result["confusion"] = {gold: {relation: counted[gold, relation] for relation in ours} for gold in MEETS}
    return result


def main() -> None:
    options = options_of(__doc__).parse_args()
    path = options.data / SET
    by_claim: dict[str, list[Pair]] = defaultdict(list)
    for row in rows_of(path):
        by_claim[row["claim"]].append((row["label"], relation_between(row["claim"], row["evidence"])))
    figures = figures_of(list(by_claim.values()))
    for name, value in figures.items():
        print(f"{name}: {value}")
    keep("stance", figures, data=f"FEVER-Symmetric dev, {figures['pairs']} pairs; digest {digest_of(path)}")


if __name__ == "__main__":
    main()
