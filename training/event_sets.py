"""Sets of events, their actors, places and factuality → documents that label single words, or a sentence as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from sayso.report import Report
from sayso.span import Span
from sayso.understand.chains.from_doc import mentions_of
from sayso.understand.encoder import Encoder
from sayso.understand.first_pass import make_doc

from .chain_marking import marked_chains
from .corpora import (
    EVENT_TYPES,
    EVENTS,
    MASK,
    MAY,
    NO_CHAIN,
    PARTS,
    REALITIES,
    TOPONYMS,
    Gold,
    blank,
    covered,
    joined,
    paint,
    paint_attributions,
    rows,
)
from .marking import OWN, marked, part_of
from .speech_marking import spoken

# How much of a story is shown: its event is told at its beginning, and pooling over more drowns it.
STORY = 420  # characters
# Mean answer of UDS and MEANTIME annotators (-3 … 3) beyond which it did, or did not, happen.
SURE = 0.75
_CLASS = {"neutral": 0, "statement": 0}
_ROLES = {"S": "actor", "T": "recipient", "R": "both"}
# Types of GeoWebNews that are places proper; other types but common noun phrases are uses of a name.
_PLACES = ("Literal", "Coercion", "Mixed", "Embedded_Literal", "Literal_Modifier")


def _word_starts(gold: Gold) -> Any:
    """Mark the first piece of each word."""
    words = gold.pieces.words
    return [i for i in range(len(words)) if i == 0 or words[i] != words[i - 1]]


def timeml(folder: Path, tokenizer: Any) -> Iterator[Gold]:
    """TimeBank and AQUAINT train: which words are events, occurrences told from states, reports, beginnings."""
    for row in rows(folder / "tbaq" / "train.jsonl.gz"):
        gold = blank(row["id"], "tbaq", row["text"], tokenizer)
        gold.trigger[_word_starts(gold)] = 0
        for event in row["events"]:
            low, high = covered(gold.pieces, (event["start"], event["end"]))
            if low < high:
                gold.trigger[low] = 1 if event["class"] == "OCCURRENCE" else 2
        yield gold


def factuality(folder: Path, name: str, tokenizer: Any) -> Iterator[Gold]:
    """UDS and MEANTIME train: predicates that annotators say happened or did not; many sentences to a document, one a line."""
    batch: list[dict[str, Any]] = []
    for row in rows(folder / name / "train.jsonl.gz"):
        batch.append(row)
        if len(batch) == 8:
            yield _factual(name, batch, tokenizer)
            batch = []
    if batch:
        yield _factual(name, batch, tokenizer)


def _factual(name: str, batch: list[dict[str, Any]], tokenizer: Any) -> Gold:
    text, labels = "", []
    for row in batch:
        line, spans = joined(row["tokens"])
        if "predicates" in row:
            values = [(p["token"], p["factuality"]) for p in row["predicates"]]
        else:
            values = [(i, v) for i, v in enumerate(row["factuality"])]
        for token, value in values:
            if value is not None and token < len(spans):
                start, end = spans[token]
                labels.append((start + len(text), end + len(text), 2 if value > SURE else 0 if value < -SURE else 1))
        text += line + "\n"
    gold = blank(batch[0]["id"], name, text, tokenizer)
    for start, end, label in labels:
        low, high = covered(gold.pieces, (start, end))
        if low < high:
            gold.factual[low] = label
    return gold


def cameo_parts(folder: Path, tokenizer: Any) -> Iterator[Gold]:
    """Event sentences with the actor and the recipient of one event."""
    for row in rows(folder / "cameo_ner" / "train.jsonl.gz"):
        text, spans = joined(row["tokens"])
        gold = blank(row["id"], "cameo_ner", text + "\n", tokenizer)
        gold.parts[:] = 0
        at: tuple[int, int, str] | None = None
        for tag, (start, end) in [*zip(row["tags"], spans, strict=True), ("O", (0, 0))]:
            if at is not None and not (tag[0] == "I" and tag[2:] == at[2]):
                low, high = covered(gold.pieces, at[:2])
                if low < high:
                    paint(gold.parts, low, high, PARTS.index("B-" + _ROLES[at[2]]))
                at = None
            if tag != "O":
                at = (start, end, tag[2:]) if at is None else (at[0], end, at[2])
        yield gold


def _bagged(gold: Gold, name: str, label: int) -> Gold:
    gold.bag[:] = 0
    getattr(gold, name)[:] = label
    return gold


def cameo_classes(folder: Path, tokenizer: Any) -> Iterator[Gold]:
    """Sentences with the class of their main event."""
    for row in rows(folder / "cameo_class" / "train.jsonl.gz"):
        gold = blank(row["id"], "cameo_class", row["text"] + "\n", tokenizer)
        yield _bagged(gold, "event_class", _CLASS.get(row["label_name"], row["label"]))


def stories(folder: Path, tokenizer: Any) -> Iterator[Gold]:
    """Made-up stories with the type of their event; the headline and the first sentences."""
    for row in rows(folder / "ngec_synthetic" / "train.jsonl.gz"):
        if row["event"] not in EVENT_TYPES:
            continue
        body = row["text"][:STORY]
        body = body[: body.rfind(". ") + 1] or body
        gold = blank(row["id"], "ngec", f"{row['headline']}\n\n{body}\n", tokenizer)
        yield _bagged(gold, "event_type", EVENT_TYPES.index(row["event"]))


def places(folder: Path, name: str, tokenizer: Any) -> Iterator[Gold]:
    """News with its place names; in GeoWebNews those that stand for a government or people are told apart."""
    for row in rows(folder / name / "train.jsonl.gz"):
        gold = blank(row["id"], name, row["text"], tokenizer)
        gold.toponyms[:] = 0
        for place in row["toponyms"]:
            kind = place.get("type", "Literal")
            if kind.endswith("Expression") or kind == "Non_Toponym":
                continue
            low, high = covered(gold.pieces, (place["start"], place["end"]))
            if low < high and not gold.toponyms[low:high].any():
                paint(gold.toponyms, low, high, TOPONYMS.index("B-place" if kind in _PLACES else "B-use"))
        yield gold


def marks(tokenizer: Any, *, held_out: bool) -> Iterator[Gold]:
    """Passages of which every event is marked (benchmarks/marks): types, realities, parts, what may come, of some all attributions; the rest of the text is masked."""
    speech = {passage["n"]: found for passage, found, _ in spoken()}
    chains = {} if held_out else {passage["n"]: found for passage, found, _ in marked_chains()}  # no dev score asks for them
    encoder = Encoder() if chains else None
    for segment, row, text in marked():
        if (part_of(segment) != "train") != held_out:
            continue
        gold = blank(segment["doc"], "reports" if segment["set"] == OWN else "marks", text, tokenizer)
        starts = np.array(_word_starts(gold))
        inside = np.zeros(len(gold.pieces.ids), dtype=bool)
        for low, high in (covered(gold.pieces, tuple(s)) for s in segment["sentences"]):
            inside[low:high] = True
        if segment["n"] in speech:
            _paint_speech(gold, inside, speech[segment["n"]])
        if encoder is not None and segment["n"] in chains:
            _paint_chains(gold, chains[segment["n"]], encoder)
        inside[np.setdiff1d(np.arange(len(inside)), starts)] = False
        gold.event[inside] = gold.may[inside] = 0
        acts = []
        for event in row["events"]:
            low, high = covered(gold.pieces, tuple(event["trigger"]))
            if low >= high or not inside[low]:
                continue
            gold.event[low] = EVENTS.index(event["type"])
            gold.reality[low] = REALITIES.index(event["reality"])
            for side, role in enumerate(("actor", "recipient")):
                acts += [(low, side, *covered(gold.pieces, tuple(span))) for span in event[role]]
        for one in row["may"]:
            low, high = covered(gold.pieces, tuple(one["may"]))
            if low < high and inside[low]:
                gold.may[low] = MAY.index(one["kind"])
        gold.acts = np.array(acts, dtype=np.int64).reshape(-1, 4)
        yield gold


def _paint_speech(gold: Gold, inside: np.ndarray, found: list[dict[str, Any]]) -> None:
    """Paint a passage's attributions of both levels."""
    gold.attribution[inside] = gold.inner[inside] = 0
    paint_attributions(gold, gold.attribution, [one for one in found if not one["inner"]])
    paint_attributions(gold, gold.inner, [one for one in found if one["inner"]])


def _paint_chains(gold: Gold, found: dict[str, Any], encoder: Encoder) -> None:
    """Write the chain of every mention on its head word, which the shipped parser tells as it does when the head for antecedents is asked."""
    chain_of = {Span(*place): NO_CHAIN for place in found["nobody"]}
    for number, places in enumerate(found["chains"]):
        chain_of |= {Span(*place): number if len(places) > 1 else NO_CHAIN for place in places}
    doc = make_doc(Report(gold.text), encoder)
    spans = sorted(chain_of, key=lambda s: (s.start, -s.end))
    for span, mention in zip(spans, mentions_of(doc, spans, ()), strict=True):
        if mention.token is None:
            continue
        head = doc.tokens[mention.token]
        low, high = covered(gold.pieces, (head.start, head.end))
        if low < high and gold.chain[low] in (MASK, NO_CHAIN):
            gold.chain[low] = chain_of[span]
