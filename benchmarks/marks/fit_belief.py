"""Fit understand/events/belief.json: whether a word tells an act of a type, by what the heads, the lexicon's patterns and the rules say.

usage: python benchmarks/marks/fit_belief.py [--check]
    --check  five-fold, by document: precision, recall and F1 at several least beliefs; writes nothing

Learned from every word that patterns or heads propose in the passages to tune on. Run after fit_parts.py: who takes part is one of the signs.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent), str(HERE.parents[1]), str(HERE)]

from fitting import Example, logistic  # noqa: E402
from training.marking import marked, part_of  # noqa: E402

from sayso.understand.events import belief, by_head  # noqa: E402
from sayso.understand.events.certainty import is_certain, without_unread  # noqa: E402
from sayso.understand.events.fitting import fits  # noqa: E402
from sayso.understand.events.happening import Happening  # noqa: E402
from sayso.understand.events.unnamed import without_doubtful  # noqa: E402

OUT = Path(belief.__file__).parent / "belief.json"
PENALTY, RAREST = 1.5, 5


def examples(part: str = "tune") -> tuple[list[Example], int]:
    """Give (signs, whether it is a marked act of the type, document) of all that is proposed, and the number of marked acts."""
    import sayso

    found: list[Example] = []
    wanted: dict[str, list[tuple[list[list[int]], dict[int, Any]]]] = {}
    texts: dict[str, str] = {}
    for segment, row, text in marked():
        if part_of(segment) == part:
            key = f"{segment['set']}/{segment['doc']}"
            texts[key] = text
            wanted.setdefault(key, []).append((segment["sentences"], {e["trigger"][0]: e for e in row["events"]}))

    def judged(one: Happening, head: by_head.ByHead, key: str) -> None:
        start = head.doc.tokens[one.token].start
        acts = next((acts for spans, acts in wanted[key] if any(s <= start < e for s, e in spans)), None)
        if acts is None:
            return
        is_accepted = False
        if not one.is_by_head:
            one = without_unread(without_doubtful(one), head.doc)
            is_accepted = fits(one) and is_certain(one, head.doc)
            head.mend(one, is_accepted=is_accepted)
        told = [acts.get(head.doc.tokens[i].start) for i in one.tellers()]
        is_right = any(event is not None and event["type"] == one.sense.event for event in told)
        found.append((belief.signs_of(one, head.doc, head.acts, is_accepted=is_accepted), is_right, key))

    current = ""
    complete = by_head.ByHead.complete

    def watched(self: by_head.ByHead, known: Any, taken: Any, sentence: Any) -> None:
        self.tellers = taken
        for one in self.told(sentence):
            if one.token not in known or known[one.token].sense.event != one.sense.event:
                judged(one, self, current)
        self.told = lambda *_: iter(())  # type: ignore[method-assign]
        complete(self, known, taken, sentence)
        for one in list(known.values()):
            judged(one, self, current)

    by_head.ByHead.complete = watched  # type: ignore[method-assign]
    for key, text in texts.items():
        current = key
        sayso.parse(text)
    by_head.ByHead.complete = complete  # type: ignore[method-assign]
    return found, sum(len(acts) for given in wanted.values() for _, acts in given)


def main() -> None:
    rows, total = examples()
    if "--check" in sys.argv:
        keys = sorted({key for _, _, key in rows})
        scored: list[tuple[float, bool]] = []
        for fold in range(5):
            out = set(keys[fold::5])
            made = logistic([r for r in rows if r[2] not in out], penalty=PENALTY, rarest=RAREST)
            belief.weights = lambda made=made: made  # type: ignore[assignment]
            scored += [(belief.belief(signs), right) for signs, right, key in rows if key in out]
        for least in (0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7):
            shown = [right for share, right in scored if share >= least]
            print(
                least,
                len(shown),
                "precision",
                round(100 * sum(shown) / len(shown), 1),
                "recall",
                round(100 * sum(shown) / total, 1),
                "f1",
                round(200 * sum(shown) / (len(shown) + total), 1),
            )
        return
    OUT.write_text(json.dumps(logistic(rows, penalty=PENALTY, rarest=RAREST), indent=0, sort_keys=True) + "\n", encoding="utf8")
    print(len(rows), "words,", sum(right for _, right, _ in rows), "right of", total)


if __name__ == "__main__":
    main()
