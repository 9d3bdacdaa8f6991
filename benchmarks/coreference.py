"""Pronouns and common nouns that say something, GUM train and dev, all genres: is the name that the resolver gives theirs?

usage: python benchmarks/coreference.py [--data DIR] [--docs FOLDER] [--show GENRE]
    --docs   keep what the encoder makes of each document there, and take it from there the next time
    --show   print, for a genre, what is wrong: the sentence's number, the words, the name given

GUM is measured on only: nothing is trained or tuned on it. Gold are the mentions' spans, and which of them count: subjects of a verb whose
lemma is in en/reporting_verbs.yml, pronouns or common nouns, whose gold chain has a name (a mention whose head is PROPN). All else, tags,
names, sentences, quotations and who speaks, is what sayso makes of the text. A mention is right where the chain that the resolver gives it
holds a name of its gold chain and the name nearest before it in that chain (after it, where none is before) is of the gold chain.

GUM marks who speaks in a transcript beside its text. "labelled" reads each turn with its speaker's name and a colon, as transcripts are
printed, "bare" without. Baseline: the nearest name before the mention. Intervals: 95 %, bootstrap over documents.
Prints and writes results/coreference.json.
"""

from __future__ import annotations

import hashlib
import pickle
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from gum import Document, Gold, documents
from sayso.lexicons import entries
from sayso.report import Report
from sayso.span import Span
from sayso.understand.chains.alike import likeness_in
from sayso.understand.chains.from_doc import mentions_of
from sayso.understand.chains.mention import Form, Mention
from sayso.understand.chains.resolver import Chains, resolve
from sayso.understand.chains.zones import sources_of, zone_places, zones_of
from sayso.understand.doc import Doc
from sayso.understand.encoder import Encoder
from sayso.understand.extract.speech import attributions_of
from sayso.understand.first_pass import make_doc
from sets import Row, digest_of, keep, options_of

KINDS = ("first person", "second person", "third person", "other pronoun", "common noun")
ROUNDS, SEED = 1000, 7


@dataclass(frozen=True, slots=True)
class Asked:
    """One mention that counts, and whether the resolver and the baseline name it right."""

    document: str
    genre: str
    kind: str
    is_right: bool
    baseline: bool


def kind_of(gold: Gold) -> str:
    """Give the kind of a mention by its gold features."""
    if gold.head.upos == "NOUN":
        return KINDS[4]
    for number, kind in enumerate(KINDS[:3], 1):
        if f"Person={number}" in gold.head.features:
            return kind
    return KINDS[3]


def reporting_lemmas() -> frozenset[str]:
    """Give the verbs of the lexicon."""
    return frozenset(row["word"] for row in entries("en/reporting_verbs") if row["kind"] == "verb")


def read(document: Document, encoder: Encoder, folder: Path | None) -> Doc:
    """Give the Doc of a document, from the folder where it is kept there."""
    if folder is None:
        return make_doc(Report(document.text), encoder)
    key = hashlib.sha256((encoder.manifest.digest + document.text).encode()).hexdigest()[:20]
    path = folder / f"{key}.pickle"
    if path.is_file():
        kept: Doc = pickle.loads(path.read_bytes())
        return kept
    doc = make_doc(Report(document.text), encoder)
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(doc))
    return doc


def asked_of(document: Document, doc: Doc, *, show: bool = False) -> list[Asked]:
    """Resolve a document's gold spans and judge those that count."""
    golds: dict[Span, Gold] = {}
    for gold in document.mentions:
        golds.setdefault(Span(gold.start, gold.end), gold)
    spans = sorted({*golds, *(Span(*label) for label in document.labels)}, key=lambda s: (s.start, -s.end))
    places = zone_places(doc)
    mentions = mentions_of(doc, spans, places)
    said = [(c, a.source[0]) for a in attributions_of(doc) if a.source for c in a.content]
    zones = zones_of(doc, places, mentions, sources_of(places, said))
    chains = resolve(mentions, zones, similarity=likeness_in(doc, mentions))
    verbs, named = reporting_lemmas(), document.named_chains()
    found = []
    for index, span in enumerate(spans):
        gold = golds.get(span)
        if gold is None or gold.subject_of not in verbs or gold.head.upos not in ("PRON", "NOUN") or gold.chain not in named:
            continue
        names = [
            i for i, s in enumerate(spans) if chains.chain[i] == chains.chain[index] and _is_name(mentions[i]) and s in golds
        ]
        chosen = _nearest(names, index)
        is_right = any(golds[spans[i]] in named[gold.chain] for i in names) and golds[spans[chosen]].chain == gold.chain
        before = _nearest([i for i in range(index) if _is_name(mentions[i]) and spans[i] in golds], index)
        baseline = before >= 0 and golds[spans[before]] in named[gold.chain]
        found.append(Asked(document.id, document.genre, kind_of(gold), is_right, baseline))
        if show and not is_right:
            _print(doc, chains, mentions, index, chosen, spans, golds)
    return found


def _is_name(mention: Mention) -> bool:
    return mention.form is Form.NAME


def _nearest(names: list[int], index: int) -> int:
    before = [i for i in names if i < index]
    return max(before) if before else min(names, default=-1)


def _print(
    doc: Doc, chains: Chains, mentions: list[Mention], index: int, chosen: int, spans: list[Span], golds: dict[Span, Gold]
) -> None:  # fmt: skip
    gold = golds[spans[index]]
    want = sorted({s.of(doc.text)[:30] for s, g in golds.items() if g.chain == gold.chain and g.head.upos == "PROPN"})[:3]
    link = chains.antecedents[index]
    before = spans[link].of(doc.text)[:30] if link >= 0 else "-"
    given = spans[chosen].of(doc.text)[:30] if chosen >= 0 else "-"
    print(f"  {mentions[index].sentence:4d} {spans[index].of(doc.text)[:30]!r} -> {before!r} named {given!r}, not {want}")


def share(asked: list[Asked]) -> Row:
    """Give n and the shares that are right, in percent, with the interval of the resolver's."""
    by_document: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for one in asked:
        by_document[one.document][0] += one.is_right
        by_document[one.document][1] += 1
    table = np.array(list(by_document.values())).reshape(-1, 2)
    drawn = np.random.default_rng(SEED).integers(0, max(1, len(table)), (ROUNDS, len(table)))
    sums = table[drawn].sum(axis=1) if len(table) else np.zeros((1, 2))
    low, high = np.percentile(100 * sums[:, 0] / np.maximum(1, sums[:, 1]), [2.5, 97.5])
    total = max(1, len(asked))
    return {
        "n": len(asked), "right": round(100 * sum(a.is_right for a in asked) / total, 1), "interval": [round(float(low), 1), round(float(high), 1)],
        "nearest name": round(100 * sum(a.baseline for a in asked) / total, 1),
    }  # fmt: skip


def figures_of(asked: list[Asked]) -> Row:
    """Give the shares of all, without first and second persons, by kind and by genre."""
    narrow = [a for a in asked if a.kind not in KINDS[:2]]
    return {
        "all": share(asked),
        "without first and second persons": share(narrow),
        "by kind": {kind: share([a for a in asked if a.kind == kind]) for kind in KINDS},
        "by genre": {genre: share([a for a in asked if a.genre == genre]) for genre in sorted({a.genre for a in asked})},
        "by genre, without first and second persons": {
            genre: share([a for a in narrow if a.genre == genre]) for genre in sorted({a.genre for a in narrow})
        },
    }  # fmt: skip


def _line(name: str, row: Row) -> str:
    low, high = row["interval"]
    return f"  {name:<34} n {row['n']:4d}  right {row['right']:5.1f} ({low}–{high})  nearest name {row['nearest name']:5.1f}"


def report(title: str, figures: Row, asked: list[Asked]) -> None:
    """Print the figures, and n by genre and kind."""
    print(title)
    for name in ("all", "without first and second persons"):
        print(_line(name, figures[name]))
    for group in ("by kind", "by genre", "by genre, without first and second persons"):
        print(f" {group}")
        for name, row in figures[group].items():
            print(_line(name, row))
    counts = Counter((a.genre, a.kind) for a in asked)
    print(" n by genre: " + ", ".join(KINDS))
    for genre in figures["by genre"]:
        print(f"  {genre:<14}" + "".join(f"{counts[genre, kind]:6d}" for kind in KINDS))


def main() -> None:
    """Measure, print and keep."""
    parser = options_of(__doc__)
    parser.add_argument("--docs", type=Path, help="folder to keep the encoder's Docs in")
    parser.add_argument("--show", help="genre whose errors to print, or all")
    options = parser.parse_args()
    paths = [options.data / "gum" / f"{split}.conllu.gz" for split in ("train", "dev")]
    for path in paths:
        if not path.is_file():
            raise SystemExit(f"{path}: there is no such data; name the folder with --data or $SAYSO_DATA")
    encoder = Encoder()
    figures: Row = {}
    judged: dict[str, list[Asked]] = {}
    for name, labels in (("labelled", True), ("bare", False)):
        asked: list[Asked] = []
        for path in paths:
            for document in documents(path, labels=labels):
                show = options.show in (document.genre, "all")
                if show:
                    print(name, document.id)
                if document.text not in judged:
                    judged[document.text] = asked_of(document, read(document, encoder, options.docs), show=show)
                asked += judged[document.text]
        figures[name] = figures_of(asked)
        report(f"GUM, {name}", figures[name], asked)
    keep("coreference", figures, data=f"GUM train and dev, 208 documents, digest {digest_of(*paths)}", arguments=())


if __name__ == "__main__":
    main()
