"""Fit chains/somebody.json: which common nouns mean people or a body.

usage: python benchmarks/marks/fit_somebody.py [--check]
    --check  five-fold, by report: made, right and found at several least likelihoods, of chains of several mentions and of nouns that stand alone; writes nothing

What head words and their endings tell is counted over the reports of chains.jsonl that train; what it counts beside grammar is fitted on those to tune on, on
the chains that name nobody as sayso finds them. Right is a chain whose first noun is marked as somebody. Everything is counted: the same data give the same file.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from math import log
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parents[1]), str(HERE)]

from fitting import Example, logistic  # noqa: E402
from training.chain_marking import marked_chains  # noqa: E402
from training.marking import part_of  # noqa: E402

from sayso.report import Report  # noqa: E402
from sayso.span import Span  # noqa: E402
from sayso.understand.analysis import encoder  # noqa: E402
from sayso.understand.chains.mention import Form  # noqa: E402
from sayso.understand.chains.parse import Parse  # noqa: E402
from sayso.understand.chains.somebody import ENDING, signs_of  # noqa: E402
from sayso.understand.chains.words import singular  # noqa: E402
from sayso.understand.doc import Doc  # noqa: E402
from sayso.understand.extract.cast import Cast  # noqa: E402
from sayso.understand.extract.nameless import words_beside  # noqa: E402
from sayso.understand.extract.naming import name_actors  # noqa: E402
from sayso.understand.extract.referents import Referents, phrases_of  # noqa: E402
from sayso.understand.extract.speech import attributions_of  # noqa: E402
from sayso.understand.first_pass import make_doc  # noqa: E402

OUT = HERE.parents[1] / "src/sayso/understand/chains/somebody.json"
# Times that a word must be met to be kept; examples of its ending that are added to its own, and of all words to those of the ending.
RAREST, OF_ENDING, OF_ALL = 2, 1.5, 2.0
PENALTY, FOLDS = 1.0, 5
LEAST = (0.5, 0.6, 0.7, 0.8, 0.9)


def docs_of(part: str) -> Iterator[tuple[Doc, set[int], int]]:
    """Give the reports of a part, with the tokens that are heads of marked mentions, and the report's number."""
    for segment, row, text in marked_chains():
        if part_of(segment) == part:
            doc = make_doc(Report(text), encoder())
            parse = Parse(doc)
            spans = (Span(*place) for chain in row["chains"] for place in chain)
            yield doc, {parse.phrase(tokens).head for span in spans if len(tokens := doc.tokens_in(span))}, row["n"]


def told_by_words() -> dict[str, Any]:
    """Count over the reports that train how often a head word means somebody."""
    met, meant = Counter[str](), Counter[str]()
    for doc, heads, _ in docs_of("train"):
        parse = Parse(doc)
        for span in phrases_of(doc):
            head = parse.phrase(doc.tokens_in(span)).head
            word = singular(doc.low(head))
            if doc.pos[head] == "NOUN" and word[-1].isalpha() and word[0].isalpha():
                met[word] += 1
                meant[word] += head in heads
    share = sum(meant.values()) / sum(met.values())
    many, somebody = Counter[str](), Counter[str]()
    for word, count in met.items():  # each word counts three times at most: an ending is told by many words
        many[word[-ENDING:]] += min(count, 3)
        somebody[word[-ENDING:]] += min(count, 3) * meant[word] / count
    endings = {e: (somebody[e] + OF_ALL * share) / (count + OF_ALL) for e, count in many.items()}
    words = {
        w: (meant[w] + OF_ENDING * endings[w[-ENDING:]]) / (count + OF_ENDING) for w, count in met.items() if count >= RAREST
    }
    return {
        "any": _odds(share), "words": {w: _odds(words[w]) for w in sorted(words)},
        "endings": {e: _odds(endings[e]) for e in sorted(endings) if many[e] >= RAREST},
    }  # fmt: skip


def _odds(share: float) -> float:
    kept = min(max(share, 0.01), 0.99)
    return round(log(kept / (1 - kept)), 1)


def examples(told: dict[str, Any]) -> list[tuple[Example, bool]]:
    """Give the chains that name nobody of the reports to tune on, each with whether it has several mentions."""
    found = []
    for doc, heads, number in docs_of("tune"):
        cast = Cast(doc.text)
        name_actors(doc, cast, None)
        for members in Referents(doc, cast, attributions_of(doc)).nameless():
            first = next(m for m in members if m.form is Form.NOUN)
            word = singular(first.head)
            odds = told["words"].get(word, told["endings"].get(word[-ENDING:], told["any"]))
            signs = signs_of(members, *words_beside(doc, first), odds)
            found.append(((signs, first.token in heads, str(number)), len(members) > 1))
    return found


def check(rows: list[tuple[Example, bool]]) -> None:
    """Say how many are found and right where the report had no part in the weights."""
    order = {text: n for n, text in enumerate(sorted({one[2] for one, _ in rows}))}
    scored = []
    for fold in range(FOLDS):
        weights = logistic([one for one, _ in rows if order[one[2]] % FOLDS != fold], penalty=PENALTY, rarest=5)
        held = [(one, several) for one, several in rows if order[one[2]] % FOLDS == fold]
        scored += [
            (sum(weights.get(n, 0.0) * v for n, v in one[0].items()), one[1], several, "subject" in one[0])
            for one, several in held
        ]
    for name, group in (
        ("several mentions", [s for s in scored if s[2]]), ("alone, subject", [s for s in scored if not s[2] and s[3]]),
        ("alone, other", [s for s in scored if not s[2] and not s[3]]),
    ):  # fmt: skip
        print(name, len(group), "chains,", sum(right for _, right, _, _ in group), "of somebody")
        for least in LEAST:
            made = [right for score, right, _, _ in group if score >= log(least / (1 - least))]
            print(
                f"  {least}: {len(made)} taken, {100 * sum(made) / len(made):.1f} % right, {100 * sum(made) / sum(r for _, r, _, _ in group):.1f} % found"
            )


def main() -> None:
    told = told_by_words()
    rows = examples(told)
    if "--check" in sys.argv:
        check(rows)
        return
    kept = {"signs": logistic([one for one, _ in rows], penalty=PENALTY, rarest=5), **told}
    OUT.write_text("{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in kept.items()) + "\n}\n", encoding="utf8")
    print(f"wrote {OUT.name}: {len(told['words'])} words, {len(told['endings'])} endings, {len(rows)} chains")


if __name__ == "__main__":
    main()
