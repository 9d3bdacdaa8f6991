"""Events of news passages that were read whole (events.jsonl): how many are found, how much of what is shown is there, and with whom.

usage: python benchmarks/marks/measure.py [--part held-out|tune|train|all] [--show] [--agreement]
    prints precision, recall and F1 of events by their words and with the right type; of those with the right type how often actors, recipients and
    reality are as marked; --show lists what is missed, false or bent (texts of train documents, for the eyes of who works on rules)
    --agreement: no reading; the second annotator's events held against the first's as if they had been found
    writes ../results/marks.json for the part held-out

A found event is a marked one where their triggers touch, or where both are of one type and sentence and the marked trigger lies within the evidence of the found
one; each serves once. A side is right where all its marked places and no other touch places found, or where nobody is marked and nobody found.
Marked events of whose sides their sentence says nothing ("after the attack") count on neither side, nor does one that a found event of its type and sentence tells along
(an attack that "killed two and wounded five" is one). The acts inside promises, threats and demands are marked by nobody and count on neither side. Of documents that train nothing half are there to tune on, half held out (training.marking).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent), str(HERE.parents[1])]

from training.marking import marked, part_of, segments  # noqa: E402

from sets import digest_of, interval_of, keep, options_of, readings_of  # noqa: E402

Event = dict[str, Any]


def touches(a: list[int], b: list[int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def found_in(reading: dict[str, Any], sentences: list[list[int]]) -> list[Event]:
    """Give the events of a reading whose trigger stands in the passage."""
    made = []
    for event in reading["events"]:
        place = next((i for i, s in enumerate(sentences) if s[0] <= event["trigger"][0] < s[1]), None)
        if place is not None:
            made.append({**event, "sentence": place})
    return made


def paired(gold: list[Event], found: list[Event], sentences: list[list[int]]) -> list[tuple[Event | None, Event | None]]:
    """Pair marked and found events, the closest first."""
    scored = []
    for g, one in enumerate(gold):
        where = next((i for i, s in enumerate(sentences) if s[0] <= one["trigger"][0] < s[1]), None)
        for f, other in enumerate(found):
            same = one["type"] == other["event_type"]
            if touches(one["trigger"], other["trigger"]):
                scored.append((2 + same, g, f))
            elif same and where == other["sentence"] and any(touches(one["trigger"], e) for e in other["evidence"]):
                scored.append((1, g, f))
    pairs: list[tuple[Event | None, Event | None]] = []
    used_g: set[int] = set()
    used_f: set[int] = set()
    for _, g, f in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if g not in used_g and f not in used_f:
            used_g.add(g)
            used_f.add(f)
            pairs.append((gold[g], found[f]))
    for g, one in enumerate(gold):
        if g in used_g or not is_of_somebody(one):
            continue
        where = next((i for i, s in enumerate(sentences) if s[0] <= one["trigger"][0] < s[1]), None)
        if not any(
            other["sentence"] == where and other["event_type"] == one["type"] and touches(one["trigger"], other["evidence"][0])
            for other in found
        ):
            pairs.append((one, None))
    return [p for p in pairs if p[0] is None or is_of_somebody(p[0])] + [
        (None, one) for f, one in enumerate(found) if f not in used_f
    ]


def is_of_somebody(event: Event) -> bool:
    """Tell whether the sentence of a marked event has words for who acts or whom it hits."""
    return bool(event["actor"] or event["recipient"])


def side_is_right(wanted: list[list[int]], made: list[list[int]]) -> bool:
    return all(any(touches(w, m) for m in made) for w in wanted) and all(any(touches(w, m) for w in wanted) for m in made)


def judge(one: Event, other: Event) -> dict[str, bool]:
    """Say what of a found event is as marked."""
    right = {
        "type": one["type"] == other["event_type"],
        "actor": side_is_right(one["actor"], other["actor_spans"]),
        "recipient": side_is_right(one["recipient"], other["recipient_spans"]),
        "reality": one["reality"] == other["reality"],
    }
    if not one["recipient"] or not other["recipient_spans"]:  # together or one with the other is the same
        both = side_is_right(one["actor"] + one["recipient"], other["actor_spans"] + other["recipient_spans"])
        if both and one["type"] in ("CONSULT", "AGREE", "ASSAULT", "COOPERATE") and len(one["actor"] + one["recipient"]) > 1:
            right["actor"] = right["recipient"] = True
    return {**right, "whole": all(right.values())}


def show(one: Event | None, other: Event | None, text: str, sentences: list[list[int]]) -> None:
    at = (one or other or {})["trigger"][0]
    words = next((text[s:e] for s, e in sentences if s <= at < e), "")

    def told(kind: str, event: Event, actor: str, recipient: str) -> str:
        a, r = ([text[s:e] for s, e in event[side]] for side in (actor, recipient))
        return f"{text[slice(*event['trigger'])]} {kind} {a} → {r} {event['reality']}"

    if one is not None and other is None:
        print("MISSED", told(one["type"], one, "actor", "recipient"))
    elif one is None and other is not None:
        print("FALSE ", told(other["event_type"], other, "actor_spans", "recipient_spans"))
    elif one is not None and other is not None and not (right := judge(one, other))["whole"]:
        print(
            "BENT  ",
            [k for k, v in right.items() if not v],
            told(one["type"], one, "actor", "recipient"),
            "| found",
            told(other["event_type"], other, "actor_spans", "recipient_spans"),
        )
    else:
        return
    print("      ", " ".join(words.split()))


def main() -> None:
    parser = options_of(__doc__)
    parser.add_argument("--part", default="held-out", choices=("held-out", "tune", "train", "all"))
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--agreement", action="store_true")
    options = parser.parse_args()
    counts: list[Counter[str]] = []
    if options.agreement:
        print(json.dumps(scores(agreement()), indent=1))
        return
    chosen = [m for m in marked() if options.part in ("all", part_of(m[0]))]
    texts = {(segment["set"], segment["doc"]): text for segment, _, text in chosen}
    readings = dict(zip(texts, readings_of([{"id": str(n), "text": text} for n, text in enumerate(texts.values())]), strict=True))
    for segment, row, text in chosen:
        reading = readings[segment["set"], segment["doc"]]
        pairs = paired(row["events"], found_in(reading, segment["sentences"]), segment["sentences"])
        counts.append(counted(pairs))
        if options.show and options.part != "held-out":
            for one, other in pairs:
                show(one, other, text, segment["sentences"])
    result = scores(counts)
    print(json.dumps(result, indent=1))
    if options.part == "held-out":
        digest = digest_of(*sorted({options.data / s["set"] / "train.jsonl.gz" for s, _, _ in chosen}))
        keep("marks", result, data=f"{len(chosen)} passages of train texts read whole and held out (marks), {digest}")


def counted(pairs: list[tuple[Event | None, Event | None]]) -> Counter[str]:
    """Count what is marked, found, both, and right."""
    count: Counter[str] = Counter()
    for one, other in pairs:
        count["gold"] += one is not None
        count["found"] += other is not None
        if one is not None and other is not None:
            count["both"] += 1
            right = judge(one, other)
            count.update(k for k, v in right.items() if v)
            if right["type"]:
                count.update(f"typed {k}" for k, v in right.items() if v)
    return count


def agreement() -> list[Counter[str]]:
    """Hold the second reading against the first."""
    first = {row["n"]: row["events"] for _, row, _ in marked()}
    known = segments()
    counts = []
    for row in map(json.loads, (HERE / "second.jsonl").open(encoding="utf8")):
        sentences = known[row["n"]]["sentences"]
        made = []
        for event in row["events"]:
            spans = [event["trigger"], *event["actor"], *event["recipient"]]
            hull = [min(s for s, _ in spans), max(e for _, e in spans)]
            sides = {"actor_spans": event["actor"], "recipient_spans": event["recipient"]}
            made.append({**event, "event_type": event["type"], "evidence": [hull], **sides})
        counts.append(counted(paired(first[row["n"]], found_in({"events": made}, sentences), sentences)))
    return counts


def scores(counts: list[Counter[str]]) -> dict[str, Any]:
    """Give shares in percent over all passages."""
    every: Counter[str] = Counter()
    for one in counts:
        every.update(one)

    def share(a: str, b: str) -> float:
        return round(100 * every[a] / max(1, every[b]), 1)

    def f1_of(some: list[Counter[str]], a: str) -> float:
        total = sum((c for c in some), Counter())
        return 200 * total[a] / max(1, total["gold"] + total["found"])

    def f1(a: str) -> float:
        return round(f1_of(counts, a), 1)

    return {
        "passages": len(counts), "marked": every["gold"], "shown": every["found"],
        "words": {"precision": share("both", "found"), "recall": share("both", "gold"), "f1": f1("both")},
        "type": {"precision": share("type", "found"), "recall": share("type", "gold"), "f1": f1("type"), "interval": interval_of(counts, lambda some: f1_of(some, "type"))},
        "whole": {"precision": share("whole", "found"), "recall": share("whole", "gold"), "f1": f1("whole")},
        "of right type": {k: share(f"typed {k}", "type") for k in ("actor", "recipient", "reality", "whole")},
    }  # fmt: skip


if __name__ == "__main__":
    main()
