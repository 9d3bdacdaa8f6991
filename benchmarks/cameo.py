"""Events on CAMEO sentences: quad class of the main event, and the spans of its actor and recipient.

usage: python benchmarks/cameo.py [--data DIR] [--show] [--train]
    --show    print what is wrong
    --train   measure on the train splits, for tuning; writes nothing

Class (cameo_class dev): statement where no event is found, else the class of the main event's CAMEO root (01-05, 06-08, 09-13 with 16, 14-20), its quad class
where it has none. The set codes 1990s and 2010s wire sentences in five
classes and its "statement" holds what PLOVER has no record for; ConfliBERT, fine-tuned on the set, has .895 (accuracy on the official test split).
Spans (cameo_ner dev): exact spans of source and target of the main event, an article at the head aside; of a reciprocal event those after the verb
are targets, and where there are none all are R.
ConfliBERT has F1 .75. Which event the annotators had in mind is not marked: the main event is the first whose actor is known, verbs before nouns.
Nothing here is trained on the set. Intervals are 95 %, by bootstrap over sentences. Writes results/cameo.json.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from sets import Row, digest_of, interval_of, keep, options_of, readings_of, rows_of

# Last CAMEO root of each class.
ROOTS = ((5, "verbal cooperation"), (8, "material cooperation"), (13, "verbal conflict"), (20, "material conflict"))
REDUCED_RELATIONS = 16
ARTICLES = {"the", "a", "an"}


def main_event(reading: Row) -> Row | None:
    """Give the event that the sentence is about."""
    ranked = sorted(reading["events"], key=lambda e: (not (e["actor"] and e["recipient"]), not e["actor"], e["trigger"]))
    return ranked[0] if ranked else None


def class_of(reading: Row) -> str:
    """Give the class of a sentence in the set's words."""
    event = main_event(reading)
    if event is None:
        return "statement"
    root = int((event["cameo"] or "00")[:2])
    if root == REDUCED_RELATIONS:
        return "verbal conflict"
    return next((name for last, name in ROOTS if 0 < root <= last), event["quad"].lower())


def text_of(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Join tokens as a sentence is written and give where each stands."""
    text, places = "", []
    for token in tokens:
        glued = token in (".", ",", ")", "'s", "’s", "s", "’", "'", ":", ";", "?", "!", "%", "-") or text.endswith(
            ("(", "’", "$", "-")
        )
        text += "" if glued or not text else " "
        places.append((len(text), len(text) + len(token)))
        text += token
    return text, places


def bare(words: str) -> str:
    """Drop an article at the head and a possessive at the end."""
    first, _, rest = words.strip().partition(" ")
    kept = rest if first.lower() in ARTICLES and rest else words.strip()
    return kept.removesuffix("’s").removesuffix("'s").strip().lower()


def gold_spans(row: Row) -> Counter[tuple[str, str]]:
    """Give (role, words) of each span of a row."""
    text, places = text_of(row["tokens"])
    found, start, role = [], None, ""
    for number, tag in enumerate([*row["tags"], "O"]):
        if start is not None and (tag[0] != "I"):
            found.append((role, bare(text[places[start][0] : places[number - 1][1]])))
            start = None
        if tag[0] == "B":
            start, role = number, tag[2:]
    return Counter(found)


def found_spans(reading: Row) -> Counter[tuple[str, str]]:
    """Give (role, words) of the parties of the main event."""
    event, text = main_event(reading), reading["report"]["text"]
    if event is None:
        return Counter()
    actors, recipients = event["actor_spans"], event["recipient_spans"]
    role = "S"
    if (
        len(actors) > 1 and not recipients
    ):  # everybody is an actor of what is reciprocal; the set parts those on both sides of the verb
        recipients = [span for span in actors if span[0] > event["trigger"][0]]
        actors = [span for span in actors if span not in recipients]
        role = "S" if recipients else "R"
    roles = {role: actors, "T": recipients}
    return Counter((role, bare(text[s:e])) for role, spans in roles.items() for s, e in spans)


def f1(counts: list[Any]) -> float:
    """Give F1 of (hits, found, gold) in percent."""
    hits, found, gold = (sum(c[i] for c in counts) for i in range(3))
    return round(200 * hits / max(1, found + gold), 1)


def sides_alike(gold: Counter[tuple[str, str]], found: Counter[tuple[str, str]]) -> tuple[int, int, int]:
    """Count spans that overlap by a word in the same role, R standing for both."""
    left = list(found.elements())
    hits = 0
    for role, words in gold.elements():
        same = next((f for f in left if (f[0] == role or "R" in (f[0], role)) and set(f[1].split()) & set(words.split())), None)
        if same:
            hits += 1
            left.remove(same)
    return hits, sum(found.values()), sum(gold.values())


def main() -> None:
    """Measure and print."""
    parser = options_of(__doc__)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--train", action="store_true")
    options = parser.parse_args()
    split = "train" if options.train else "dev"
    class_path, span_path = (options.data / name / f"{split}.jsonl.gz" for name in ("cameo_class", "cameo_ner"))
    rows = rows_of(class_path)[:400]
    readings = readings_of([{"id": r["id"], "text": r["text"]} for r in rows])
    right = [class_of(reading) == row["label_name"] for row, reading in zip(rows, readings, strict=True)]
    confused = Counter((row["label_name"], class_of(reading)) for row, reading in zip(rows, readings, strict=True))
    spans = rows_of(span_path)[:400]
    named = readings_of([{"id": r["id"], "text": text_of(r["tokens"])[0]} for r in spans])
    pairs = [(gold_spans(row), found_spans(reading)) for row, reading in zip(spans, named, strict=True)]
    exact = [(sum((g & f).values()), sum(f.values()), sum(g.values())) for g, f in pairs]
    touching = [sides_alike(g, f) for g, f in pairs]
    if options.show:
        for row, reading, held in zip(rows, readings, right, strict=True):
            if not held:
                told = [(e["event_type"], row["text"][slice(*e["trigger"])]) for e in reading["events"]]
                print(f"{row['label_name']} | {class_of(reading)} {told} | {row['text']}")
        for row, (gold, found) in zip(spans, pairs, strict=True):
            if gold != found:
                print(f"SPANS gold {dict(gold)} found {dict(found)} | {' '.join(row['tokens'])}")
    figures = {
        "sentences": len(rows),
        "class right": {
            "value": round(100 * sum(right) / len(right), 1),
            "interval": interval_of(right, lambda c: 100 * sum(c) / len(c)),
        },
        "confused": {f"{gold} as {found}": n for (gold, found), n in sorted(confused.items()) if gold != found},
        "spans, exact F1": {"value": f1(exact), "interval": interval_of(exact, f1)},
        "spans that share a word, F1": {"value": f1(touching), "interval": interval_of(touching, f1)},
    }
    print(figures)
    if not options.train and not options.show:
        keep("cameo", figures, data=f"cameo_class and cameo_ner dev, digest {digest_of(class_path, span_path)}")


if __name__ == "__main__":
    main()
