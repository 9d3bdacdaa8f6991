"""The same event across documents, on ECB+ dev: gold mentions and gold topics; from raw text beside.

usage: python benchmarks/coreferent_events.py [--data DIR] [--kept DIR]
Gold mentions: the spans that are events are given, and the topic of each document, not which of its two stories. All else (names, people, days, what a
document is about) is the package's own reading. Tellings are judged by `sayso.link.happenings` as a ledger does it, and grouped by the shared `joined`.
Baselines: mentions of a topic whose head has the same lemma, and the same stem; and the same lemma with the story given, which nobody who reads knows.
From raw text: the events of PLOVER that the package finds, with their types, parties, days and places; one in a sentence annotated in full is the gold
mention whose head it overlaps, else a mention too many, and what it misses is missing. Beside it the same events by lemma, and both on the found alone.

A mention alone is a chain and counts (B³, CEAFe). Scores are by chain_scores.py over sums of topics. Intervals: 95 %, bootstrap over the 8 topics, for a chain
goes through documents; that of the difference draws the same topics for both. Prints and writes results/coreferent_events.json.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from chain_scores import MEASURES, Sums, sums_of, total
from ecbplus import Document, Mention, documents_of, lemma_of, told_of
from sayso.findings.event import Event
from sayso.link.happenings import Told, happenings_from, told_in, verdicts_of
from sayso.span import overlaps_any
from sets import Row, digest_of, interval_of, keep, options_of

Named = dict[str, str]  # for each mention the name of its chain


def by_topic(documents: Iterable[Document]) -> dict[int, list[Document]]:
    """Give the documents of each topic, in order."""
    found: dict[int, list[Document]] = defaultdict(list)
    for document in sorted(documents, key=lambda d: d.row["id"]):
        found[int(document.row["topic"])].append(document)
    return dict(sorted(found.items()))


def gold_of(documents: Sequence[Document]) -> Named:
    """Give the gold chains."""
    return {m.key: m.chain for document in documents for m in document.mentions}


def ours_of(documents: Sequence[Document]) -> Named:
    """Give our chains of the gold mentions."""
    told = {one.key: (mention, one) for document in documents for mention, one in _apart(told_of(document))}
    return chains_of({key: one for key, (_, one) in told.items()}, lambda key: told[key][0].key)


def _apart(pairs: Iterable[tuple[Mention, Told]]) -> Iterator[tuple[Mention, Told]]:
    """Two gold mentions may begin at one place: their tellings get names of their own."""
    for mention, told in pairs:
        yield mention, replace(told, event=f"{told.event} {mention.ident}")


def chains_of(told: dict[str, Told], named: Callable[[str], str]) -> Named:
    """Group tellings as the package does, and name each as the scorer knows it."""
    happenings = happenings_from(told.values(), verdicts_of(told.values()))
    return {named(telling.told.key): happening.key for happening in happenings for telling in happening.tellings}


def by_word(documents: Sequence[Document], word: Callable[[Mention], str]) -> Named:
    """Give chains of the mentions whose heads are alike."""
    return {m.key: word(m) for document in documents for m in document.mentions}


def found_of(documents: Sequence[Document]) -> tuple[Named, Named]:
    """Give our chains of the events found, and those of their lemmas; an event that meets a gold mention's head has its name."""
    told = {one.key: one for document in documents for one in told_in(document.reading)}
    names: dict[str, str] = {}
    lemmas: Named = {}
    for document in documents:
        taken: set[str] = set()
        report = document.reading.report.key
        for event in document.reading.events:
            if overlaps_any(event.trigger, document.full):
                key = f"{report}:{event.id}"
                names[key] = _gold_name(event, document, taken) or key
                lemmas[names[key]] = _lemma(event, document)
    chains = {key: chain for key, chain in chains_of(told, lambda key: key).items() if key in names}
    return {names[key]: chain for key, chain in chains.items()}, lemmas


def _gold_name(event: Event, document: Document, taken: set[str]) -> str | None:
    for mention in document.mentions:
        if mention.head.overlaps(event.trigger) and mention.key not in taken:
            taken.add(mention.key)
            return mention.key
    return None


def _lemma(event: Event, document: Document) -> str:
    tokens = document.reading.tokens
    pos = next((token.pos for token in tokens if token.span.overlaps(event.trigger)), None)
    return lemma_of(event.trigger.of(document.row["text"]).split()[0], pos)


def row_of(parts: Sequence[Sums], beside: Sequence[Sums] | None = None) -> Row:
    """Give the scores over topics; beside others, the difference in CoNLL F1 and its interval."""
    whole = total(parts)
    row: Row = {
        measure: dict(zip(("recall", "precision", "f1"), (round(x, 1) for x in whole.of(measure)), strict=True))
        for measure in MEASURES
    }
    row |= {"conll": round(whole.conll, 1), "interval": interval_of(parts, lambda drawn: total(drawn).conll)}
    if beside is not None:
        pairs = list(zip(parts, beside, strict=True))
        row["more"] = round(whole.conll - total(beside).conll, 1)
        row["more, interval"] = interval_of(
            pairs, lambda drawn: total(a for a, _ in drawn).conll - total(b for _, b in drawn).conll
        )
    return row


def gold_figures(topics: Sequence[list[Document]]) -> Row:
    """Measure with gold mentions."""
    golds = [gold_of(documents) for documents in topics]

    def scored(make: Callable[[list[Document]], Named]) -> list[Sums]:
        return [sums_of(gold, make(documents)) for gold, documents in zip(golds, topics, strict=True)]

    lemma, stem = scored(lambda d: by_word(d, lambda m: m.lemma)), scored(lambda d: by_word(d, lambda m: m.stem))
    return {
        "mentions": sum(map(len, golds)), "chains": sum(len(set(gold.values())) for gold in golds),
        "same head lemma": row_of(lemma), "same head stem": row_of(stem),
        "same head lemma, story given": row_of(scored(lambda d: by_word(d, lambda m: f"{m.story} {m.lemma}"))),
        "ours": row_of(scored(ours_of), lemma),
    }  # fmt: skip


def raw_figures(topics: Sequence[list[Document]]) -> Row:
    """Measure what is found in the texts."""
    golds, found = [gold_of(documents) for documents in topics], [found_of(documents) for documents in topics]
    met = [{key: gold[key] for key in ours if key in gold} for gold, (ours, _) in zip(golds, found, strict=True)]
    rows: Row = {
        "events found": sum(len(ours) for ours, _ in found), "of them gold mentions": sum(map(len, met)), "gold mentions": sum(map(len, golds)),
    }  # fmt: skip
    for name, keys in (("all", golds), ("the found alone", met)):
        sides = [
            [
                sums_of(key, {m: c for m, c in pair[at].items() if name == "all" or m in key})
                for key, pair in zip(keys, found, strict=True)
            ]
            for at in (0, 1)
        ]
        rows[name] = {"ours": row_of(sides[0], sides[1]), "same head lemma": row_of(sides[1])}
    return rows


def show(name: str, row: Row) -> None:
    """Print one line."""
    f1 = "  ".join(f"{measure} {row[measure]['f1']:5.1f}" for measure in MEASURES)
    more = f"  {row['more']:+.1f} ({row['more, interval'][0]}–{row['more, interval'][1]})" if "more" in row else ""
    print(f"  {name:<30} CoNLL F1 {row['conll']:5.1f} ({row['interval'][0]}–{row['interval'][1]})  {f1}{more}")


def main() -> None:
    """Measure, print and keep."""
    parser = options_of(__doc__)
    parser.add_argument("--kept", type=Path, help="folder to keep readings in")
    options = parser.parse_args()
    path = options.data / "ecbplus" / "dev.jsonl.gz"
    topics = list(by_topic(documents_of(path, options.kept)).values())
    figures = {"gold mentions": gold_figures(topics), "from raw text": raw_figures(topics)}
    gold, raw = figures["gold mentions"], figures["from raw text"]
    print(f"gold mentions: {gold['mentions']} of {gold['chains']} chains")
    for name, row in gold.items():
        if isinstance(row, dict):
            show(name, row)
    print(
        f"from raw text: {raw['events found']} events found, {raw['of them gold mentions']} of {raw['gold mentions']} gold mentions"
    )
    for part in ("all", "the found alone"):
        for name, row in raw[part].items():
            show(f"{part}: {name}", row)
    keep(
        "coreferent_events", figures, data=f"ECB+ dev, {sum(map(len, topics))} documents, digest {digest_of(path)}", arguments=()
    )


if __name__ == "__main__":
    main()
