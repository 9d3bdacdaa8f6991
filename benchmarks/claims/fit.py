"""Fit the trees of sayso.link.claims.weighing on pairs that may be seen; write src/sayso/link/claims/weights.json.

usage: python benchmarks/claims/fit.py --kept DIR [--data DIR] [--folds N]
    --kept   folder where tellings are kept from one run to the next, as long as the model is the same
    --folds  write nothing; say how the pairs come out that were left out of fitting, whole stories of ecbplus and whole shapes at a time
Pairs: the part `tune`; natural.jsonl, judged one by one; tests/link/claims/pairs.yml; written.jsonl. No story of ecbplus that a held-out pair is of is among
them. Each label is fitted against the others; pairs that are decided before, by a denial or a silence, are left out.
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
from unittest.mock import patch

import numpy as np

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent), str(HERE)]

from boosting import Shape, boosted, plain  # noqa: E402
from measure import LABELS, cases_of, document_of, macro_f1, readings_of, texts_of  # noqa: E402

from sayso.link.claims import weighing  # noqa: E402
from sayso.link.claims.likeness import likeness  # noqa: E402
from sayso.link.claims.relation import decided_before, differences, sorted_two, verdict_of  # noqa: E402
from sayso.link.claims.signals import signals  # noqa: E402
from sayso.link.claims.telling import Telling  # noqa: E402
from sayso.link.claims.weighing import SIGNALS  # noqa: E402
from sets import options_of  # noqa: E402

PAIRS = HERE.parents[1] / "tests/link/claims/pairs.yml"
OUT = HERE.parents[1] / "src/sayso/link/claims/weights.json"
# How much a pair counts, by where it is from: the fewer and the nearer to what is measured, the more.
COUNTS = {"tune": 3.0, "natural": 2.0, "pairs": 0.75, "written": 1.0}
# The modules and lexicons that make a telling.
OF_TELLINGS = ("amounts.py", "stances.py", "telling.py", "words.py")
LEXICONS = ("alike", "claim_stances", "claim_words")
Pair = tuple[str, str, Telling, Telling, str]  # where it is from, its story, both tellings, the label


@dataclass(frozen=True)
class Asked:
    """What is known of a pair: where it is from, of which story, its label, its signals, and what the rules say before."""

    source: str
    story: str
    label: str
    found: dict[str, float]
    decided: str | None


def pairs_of(data: Path) -> Iterator[Pair]:
    """Give every pair that may be seen."""
    import yaml

    from sayso import parse
    from sayso.link.claims import telling_of
    from sayso.span import Span

    by_reference = {"tune": [c for name in ("own", "reference") for c in cases_of(name) if c["part"] == "tune"]}
    by_reference |= {name: cases_of(name) for name in ("natural", "written")}
    readings = readings_of(texts_of([case for cases in by_reference.values() for case in cases], data))
    for name, cases in by_reference.items():
        for case in cases:
            a, b = (telling_of(readings[document_of(case, side)], Span(*case[side]["span"])) for side in ("a", "b"))
            story = case["template"] if name == "written" else document_of(case, "a")[1].split("_")[0]
            yield name, story, a, b, case["label"]
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


def asked(pairs: Iterable[Pair]) -> list[Asked]:
    """Give the signals of every pair."""
    made = []
    for source, story, a, b, label in pairs:
        one, other = sorted_two(a, b)
        matter = likeness(one.matter, other.matter)
        before = decided_before(one, other, matter)
        found = signals(one, other, matter)
        found["a reason is named"] = float(bool(differences(found)))
        made.append(Asked(source, story, label, found, str(before.relation) if before else None))
    return made


def trees_of(rows: list[Asked]) -> dict[str, Any]:
    """Fit each label against all others, on the pairs that no rule decides before."""
    free = [row for row in rows if row.decided is None]
    x = np.array([[row.found[name] for name in SIGNALS] for row in free])
    weights = np.array([COUNTS[row.source] for row in free])
    either = [0] * len(SIGNALS)
    made = {}
    for label in LABELS:
        fitted = boosted(x, np.array([row.label == label for row in free]), weights, either, Shape())
        made[label] = [plain(tree, SIGNALS) for tree in fitted]
    return made


def left_out(pairs: list[Pair], rows: list[Asked], folds: int) -> Iterator[str]:
    """Say how the judged pairs come out when they were left out of fitting, with all of their story or shape."""
    ordered = sorted({r.story for r in rows}, key=lambda story: hashlib.sha256(story.encode()).hexdigest())
    fold = {story: at % folds for at, story in enumerate(ordered)}
    given: dict[str, list[tuple[str, str]]] = {source: [] for source in COUNTS}
    for at in range(folds):
        made = trees_of([row for row in rows if fold[row.story] != at])
        with patch.object(weighing, "trees", lambda made=made: made):
            for (source, story, a, b, label), _ in zip(pairs, rows, strict=True):
                if fold[story] == at:
                    given[source].append((label, str(verdict_of(a, b).relation)))
    for source, found in given.items():
        counted = Counter(found)
        confusion = {gold: {ours: counted[gold, ours] for ours in LABELS if counted[gold, ours]} for gold in LABELS}
        yield f"{source}: {len(found)} pairs, macro F1 {macro_f1(found):.1f}, {confusion}"


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
    pairs = kept_pairs(options.data, options.kept)
    rows = asked(pairs)
    print(dict(sorted(Counter((row.source, row.label) for row in rows).items())))
    if options.folds:
        print("\n".join(left_out(pairs, rows, options.folds)))
        return
    OUT.write_text(as_text(trees_of(rows)), encoding="utf8")


if __name__ == "__main__":
    main()
