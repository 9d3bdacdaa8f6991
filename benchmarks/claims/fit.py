"""Fit the trees of sayso.link.claims.weighing on pairs that may be seen; write src/sayso/link/claims/weights.json.

usage: python benchmarks/claims/fit.py --kept DIR [--data DIR] [--folds N]
    --kept   folder where tellings are kept from one run to the next, as long as the model is the same
    --folds  write nothing; say how the pairs come out that were left out of fitting, whole stories of ecbplus at a time
Pairs: the part `tune`; natural.jsonl, judged one by one; coreferent.jsonl, by the chains of ecbplus; those two with a name or word exchanged
(exchanging.py); tests/link/claims/pairs.yml. No story of ecbplus that a held-out pair is of is among them. Two questions: of one thing (same or differs) or not;
then, where no difference can be named, the same or not. Pairs that are decided before, by a denial or a silence, are left out.
"""

from __future__ import annotations

import hashlib
import json
import pickle
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent), str(HERE)]

from boosting import Floats, Shape, boosted, likelihood, plain  # noqa: E402
from exchanging import with_a_name, with_a_word  # noqa: E402
from measure import LABELS, cases_of, document_of, macro_f1, readings_of, texts_of  # noqa: E402

from sayso.link.claims.likeness import likeness  # noqa: E402
from sayso.link.claims.relation import RELATED, asked_of, decided_before, differences, in_doubt, sorted_two  # noqa: E402
from sayso.link.claims.signals import signals  # noqa: E402
from sayso.link.claims.telling import Telling  # noqa: E402
from sayso.link.claims.weighing import OF_ONE_THING, OF_SAMENESS  # noqa: E402
from sets import options_of  # noqa: E402

PAIRS = HERE.parents[1] / "tests/link/claims/pairs.yml"
OUT = HERE.parents[1] / "src/sayso/link/claims/weights.json"
# How much a pair counts, by where it is from: the fewer and the nearer to what is measured, the more.
COUNTS = {"tune": 3.0, "natural": 2.0, "coreferent": 1.0, "exchanged": 1.0, "pairs": 0.75}
# The modules and lexicons that make a telling.
OF_TELLINGS = ("amounts.py", "stances.py", "telling.py", "words.py")
LEXICONS = ("alike", "claim_stances", "claim_words")
JUDGED = ("tune", "natural", "pairs")
Pair = tuple[str, str, Telling, Telling, str]  # where it is from, its story, both tellings, the label


@dataclass(frozen=True)
class Asked:
    """What is known of a pair: where it is from, of which story, its label, its signals, and what the rules say before."""

    source: str
    story: str
    label: str
    found: dict[str, float]
    differs: bool
    decided: str | None


def pairs_of(data: Path) -> Iterator[Pair]:
    """Give every pair that may be seen."""
    import yaml

    from sayso import parse
    from sayso.link.claims import telling_of
    from sayso.span import Span

    by_reference = {"tune": [c for name in ("own", "reference") for c in cases_of(name) if c["part"] == "tune"]}
    by_reference |= {name: cases_of(name) for name in ("natural", "coreferent")}
    readings = readings_of(texts_of([case for cases in by_reference.values() for case in cases], data))
    for name, cases in by_reference.items():
        for case in cases:
            a, b = (telling_of(readings[document_of(case, side)], Span(*case[side]["span"])) for side in ("a", "b"))
            yield name, document_of(case, "a")[1].split("_")[0], a, b, case["label"]
    for at, row in enumerate(yaml.safe_load(PAIRS.read_text(encoding="utf8"))):
        tellings = []
        for marked in (row["a"], row["b"]):
            text = marked.replace("[[", "").replace("]]", "")
            span = Span(marked.index("[["), marked.index("]]") - 2) if "[[" in marked else Span(0, len(text))
            tellings.append(telling_of(parse(text), span))
        yield "pairs", f"pairs {at}", tellings[0], tellings[1], row["label"]


def kept_pairs(data: Path, kept: Path) -> list[Pair]:
    """Give the pairs, read anew only where the model, the code of tellings or a file of pairs has changed."""
    from sayso.understand.analysis import encoder

    code = HERE.parents[1] / "src/sayso/link"
    sources = [*sorted(HERE.glob("*.jsonl")), PAIRS, code / "words.py", *(code / "claims" / name for name in OF_TELLINGS)]
    sources += [HERE.parents[1] / f"src/sayso/lexicons/en/{name}.yml" for name in LEXICONS]
    digest = hashlib.sha256(encoder(None).manifest.digest.encode() + b"".join(path.read_bytes() for path in sources)).hexdigest()
    path = kept / f"pairs-{digest[:20]}.pickle"
    if not path.is_file():
        kept.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps([*pairs_of(data)]))
    made: list[Pair] = pickle.loads(path.read_bytes())
    return made


def with_exchanged(pairs: list[Pair]) -> Iterator[Pair]:
    """Give the pairs, and those of one thing once more with something exchanged."""
    yield from pairs
    names = sorted({name for source, _, a, b, _ in pairs if source == "coreferent" for t in (a, b) for name in t.cast})
    for source, story, a, b, label in pairs:
        if source in ("natural", "coreferent") and label == "same":
            for other in (with_a_name(a, b, names, b.text), with_a_word(a, b, b.text)):
                if other is not None:
                    yield "exchanged", story, a, other, "differs"


def asked(pairs: Iterable[Pair]) -> list[Asked]:
    """Give the signals of every pair."""
    made = []
    for source, story, a, b, label in pairs:
        one, other = sorted_two(a, b)
        matter = likeness(one.matter, other.matter)
        before = decided_before(one, other, matter)
        found = signals(one, other, matter)
        made.append(Asked(source, story, label, found, bool(differences(found)), str(before.relation) if before else None))
    return made


def matrix(rows: list[Asked], question: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[Floats, list[int]]:
    """Give the signals of a question as columns, and in which direction each may count."""
    up, down = question
    return np.array([[float(row.found[name]) for name in (*up, *down)] for row in rows]), [1] * len(up) + [-1] * len(down)


def trees_of(rows: list[Asked]) -> tuple[Any, Any]:
    """Fit both questions."""
    related = [row for row in rows if row.decided is None and row.label != "denies"]
    alike = [row for row in related if row.label != "unrelated" and not row.differs]
    made = []
    for some, question, yes in ((related, OF_ONE_THING, ("same", "differs")), (alike, OF_SAMENESS, ("same",))):
        x, directions = matrix(some, question)
        y = np.array([row.label in yes for row in some])
        weights = np.array([COUNTS[row.source] for row in some])
        for side in (y, ~y):
            weights[side] *= len(y) / 2 / weights[side].sum()
        made.append(boosted(x, y, weights, directions, Shape()))
    return made[0], made[1]


def left_out(rows: list[Asked], folds: int) -> Iterator[str]:
    """Say how the judged pairs come out when they were left out of fitting, with all of their story."""
    fold = {
        story: at % folds
        for at, story in enumerate(sorted({r.story for r in rows}, key=lambda s: hashlib.sha256(s.encode()).hexdigest()))
    }
    given: dict[str, list[tuple[str, str]]] = {source: [] for source in JUDGED}
    for at in range(folds):
        one_thing, sameness = trees_of([row for row in rows if fold[row.story] != at])
        here = [row for row in rows if fold[row.story] == at and row.source in JUDGED]
        related, same = (
            likelihood(trees, matrix(here, question)[0])
            for trees, question in ((one_thing, OF_ONE_THING), (sameness, OF_SAMENESS))
        )
        for row, likely, alike in zip(here, related, same, strict=True):
            apart = row.differs or alike < asked_of(row.found) or in_doubt(row.found)
            told = "unrelated" if likely < RELATED else "differs" if apart else "same"
            given[row.source].append((row.label, row.decided or told))
    for source, pairs in given.items():
        counted = Counter(pairs)
        confusion = {gold: {ours: counted[gold, ours] for ours in LABELS if counted[gold, ours]} for gold in LABELS}
        yield f"{source}: {len(pairs)} pairs, macro F1 {macro_f1(pairs):.1f}, {confusion}"


def as_text(made: dict[str, list[Any]]) -> str:
    """Give the trees as JSON, one a line."""
    each = (
        f"  {json.dumps(name)}: [\n" + ",\n".join(f"    {json.dumps(tree)}" for tree in some) + "\n  ]"
        for name, some in made.items()
    )
    return "{\n" + ",\n".join(each) + "\n}\n"


def main() -> None:
    parser = options_of(__doc__)
    parser.add_argument("--kept", type=Path, required=True)
    parser.add_argument("--folds", type=int)
    options = parser.parse_args()
    rows = asked(with_exchanged(kept_pairs(options.data, options.kept)))
    print(dict(sorted(Counter((row.source, row.label) for row in rows).items())))
    if options.folds:
        print("\n".join(left_out(rows, options.folds)))
        return
    one_thing, sameness = trees_of(rows)
    names = [[*up, *down] for up, down in (OF_ONE_THING, OF_SAMENESS)]
    made = {"of one thing": [plain(t, names[0]) for t in one_thing], "the same": [plain(t, names[1]) for t in sameness]}
    OUT.write_text(as_text(made), encoding="utf8")


if __name__ == "__main__":
    main()
