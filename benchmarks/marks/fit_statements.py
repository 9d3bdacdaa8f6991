"""Fit understand/extract/statement_trust.json: whether an attribution that is found is one, by the heads and by its cue, source and content.

usage: python benchmarks/marks/fit_statements.py [--check]
    --check  five-fold, by document: area under the curve of what the heads alone say, and of all signs; writes nothing

Learned from every attribution found in the passages to tune on of which all were marked (speech.jsonl): right where its content shares half of all words with a marked one
whose source it touches, of whatever level. Run it after new weights of the encoder and before training/calibrate.py.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent), str(HERE.parents[1]), str(HERE)]

from fitting import Example, area, logistic  # noqa: E402
from training.calibrate import is_right, letters  # noqa: E402
from training.marking import part_of  # noqa: E402
from training.speech_marking import spoken  # noqa: E402

from sayso.report import Report  # noqa: E402
from sayso.understand.encoder import Encoder  # noqa: E402
from sayso.understand.extract import statement_trust  # noqa: E402
from sayso.understand.extract.speech import attributions_of  # noqa: E402
from sayso.understand.first_pass import make_doc  # noqa: E402

OUT = Path(statement_trust.__file__).parent / "statement_trust.json"
PENALTY, RAREST, LEAST = 3.0, 6, 0.03


def examples() -> list[Example]:
    """Give (signs, whether it is right, document) of every attribution found in the passages to tune on."""
    encoder, found = Encoder(), []
    for passage, marked, text in spoken():
        if part_of(passage) != "tune":
            continue
        low, high = passage["sentences"][0][0], passage["sentences"][-1][1]
        gold = [(letters(text, one["content"] or []), letters(text, one["source"] or [])) for one in marked]
        for one in attributions_of(make_doc(Report(text), encoder)):
            if one.cue and low <= one.cue[0].start < high and not one.is_imputed:
                found.append(
                    (statement_trust.signs_of(one, text), is_right(one, text, gold), f"{passage['set']}/{passage['doc']}")
                )
    return found


def weights_of(rows: list[Example]) -> dict[str, float]:
    """Give the weights of all signs that count."""
    return {name: weight for name, weight in logistic(rows, penalty=PENALTY, rarest=RAREST).items() if abs(weight) >= LEAST}


def main() -> None:
    rows = examples()
    if "--check" in sys.argv:
        keys = sorted({key for _, _, key in rows})
        scored: list[tuple[float, bool]] = []
        for fold in range(5):
            out = set(keys[fold::5])
            made = weights_of([r for r in rows if r[2] not in out])
            scored += [(sum(made.get(n, 0.0) * v for n, v in signs.items()), right) for signs, right, key in rows if key in out]
        alone = [(signs["heads"], right) for signs, right, _ in rows]
        print(
            len(rows), "attributions,", sum(right for _, right, _ in rows), "right; area: heads", area(alone), "all", area(scored)
        )
        return
    OUT.write_text(json.dumps(weights_of(rows), indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf8")
    print(len(rows), "attributions,", sum(right for _, right, _ in rows), "right")


if __name__ == "__main__":
    main()
