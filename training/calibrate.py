"""Calibrate confidences: fitted on dev documents of even hash, measured on those of odd hash.

usage: python -m training.calibrate --model src/sayso/model [--data DIR] [--plot docs/calibration.svg]

Each curve is logistic in the log odds (Platt 1999), written into model.json as 21 points; what is printed is the expected calibration error
before and after, with 15 bins of equal mass (Naeini et al. 2015, as Nguyen & O'Connor 2015 bin). What counts as right:
    statement   contents share half of their characters with a gold content, and the sources overlap, as in score/attribution.py; PolNeAR dev
    attribution, entities, upos    the best tag of a piece is the gold one; PolNeAR, wikigold and EWT dev
    arc, relation    a word's best head is the gold one; its relation to it likewise; EWT dev
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from sayso.report import Report
from sayso.understand.encoder import Encoder
from sayso.understand.extract.attribution import Attribution
from sayso.understand.extract.speech import attributions_of
from sayso.understand.extract.statement_trust import trust
from sayso.understand.first_pass import make_doc
from sayso.understand.heads import softmax
from sayso.understand.syntax import distance_steps

from .articles import polnear
from .corpora import MASK, Gold, rows
from .name_sets import tagged_names
from .trees import treebank

POINTS, BINS = 21, 15
Pairs = list[tuple[float, bool]]
Halves = tuple[Pairs, Pairs]


def half_of(ident: str) -> int:
    """Give 0 for a document of even hash, 1 for one of odd."""
    return int(hashlib.sha1(ident.encode()).hexdigest(), 16) % 2


def letters(text: str, spans: list[Any]) -> set[int]:
    """Give the places of all characters but blanks in the spans."""
    return {i for start, end in spans for i in range(start, end) if not text[i].isspace()}


def judged(row: dict[str, Any], encoder: Encoder) -> Pairs:
    """Give (raw confidence, is right) of each outermost statement found in an article: PolNeAR has one level and marks the outer."""
    made = attributions_of(make_doc(Report(row["text"]), encoder))
    gold = [(letters(row["text"], g["content"] or []), letters(row["text"], g["source"] or [])) for g in row["attributions"]]
    found = []
    for one in made:
        if one.is_imputed or one.outer is not None:
            continue
        found.append((trust(one, row["text"]), is_right(one, row["text"], gold)))
    return found


def is_right(one: Attribution, text: str, gold: list[tuple[set[int], set[int]]]) -> bool:
    """Tell whether an attribution shares half of all letters of its content with one of the gold ones, (letters of content, of source), whose source it touches."""
    content, source = letters(text, one.content), letters(text, one.source)
    return any(2 * len(content & c) >= len(content | c) and bool(source & s or (not source and not s)) for c, s in gold if c)


def tagged(documents: Iterable[Gold], head: str, encoder: Encoder) -> Halves:
    """Give (probability of the best tag, is right) of every piece that carries a label."""
    halves: Halves = ([], [])
    for gold in documents:
        wanted = getattr(gold, head)
        known = wanted != MASK
        shares = softmax(encoder.answers(gold.pieces)[known, slice(*encoder.manifest.slices[head])])
        best = shares.argmax(axis=1)
        halves[half_of(gold.id)].extend(zip(shares.max(axis=1).tolist(), (best == wanted[known]).tolist(), strict=True))
    return halves


def arcs(documents: Iterable[Gold], encoder: Encoder) -> tuple[Halves, Halves]:
    """Give the same of every word's head, and of its relation where the head is the gold one."""
    heads: Halves = ([], [])
    relations: Halves = ([], [])
    for gold in documents:
        answers = encoder.answers(gold.pieces)
        part = {
            name: answers[:, slice(*encoder.manifest.slices[name])]
            for name in ("arc_from", "arc_to", "root", "relation_from", "relation_to")
        }
        for words in _sentences(gold):
            scores = part["arc_from"][words] @ part["arc_to"][words].T / np.sqrt(part["arc_from"].shape[1])
            scores[np.diag_indices(len(words))] += part["root"][words, 0]
            if encoder.manifest.distances is not None:
                scores += encoder.manifest.distances[distance_steps(len(words))]
            shares = softmax(scores)
            wanted = np.searchsorted(words, gold.arc[words])
            right = shares.argmax(axis=1) == wanted
            heads[half_of(gold.id)].extend(zip(shares.max(axis=1).tolist(), right.tolist(), strict=True))
            given = softmax(part["relation_from"][words] + part["relation_to"][words[wanted]])
            alike = given.argmax(axis=1) == gold.relation[words]
            relations[half_of(gold.id)].extend(zip(given.max(axis=1).tolist(), alike.tolist(), strict=True))
    return heads, relations


def _sentences(gold: Gold) -> Iterator[np.ndarray]:
    for number in np.unique(gold.sentence[gold.sentence >= 0]):
        yield np.flatnonzero(gold.sentence == number)


def logit(raw: float) -> float:
    """Give the log odds of a raw confidence, kept off the ends."""
    kept = min(0.9999, max(0.0001, raw))
    return float(np.log(kept / (1 - kept)))


def fitted(pairs: Pairs) -> list[list[float]]:
    """Fit a logistic curve on the log odds by Newton's method, drawn a little towards "as it is", as POINTS points denser towards 1."""
    odds = np.array([[logit(raw), 1.0] for raw, _ in pairs])
    right = np.array([float(is_right) for _, is_right in pairs])
    weights = np.array([1.0, 0.0])
    for _ in range(50):
        share = 1 / (1 + np.exp(-odds @ weights))
        slope = odds.T @ (share - right) + weights - np.array([1.0, 0.0])
        bend = (odds * (share * (1 - share))[:, None]).T @ odds + np.eye(2)
        step = np.linalg.solve(bend, slope)
        weights = weights - step / max(1.0, float(np.abs(step).max()))  # a long step overshoots where nearly all are right
    raws = 1 - (1 - np.linspace(0.0, 1.0, POINTS)) ** 2
    curve = [1 / (1 + np.exp(-(weights @ [logit(raw), 1.0]))) for raw in raws]
    return [[round(float(raw), 4) for raw in raws], [round(float(value), 4) for value in curve]]


def bins(pairs: Pairs) -> list[tuple[float, float, int]]:
    """Give mean confidence, share right and size of each of BINS bins of equal mass."""
    values = np.array(sorted(pairs), dtype=float)
    return [(float(part[:, 0].mean()), float(part[:, 1].mean()), len(part)) for part in np.array_split(values, BINS) if len(part)]


def calibration_error(pairs: Pairs) -> float:
    """Expected calibration error over BINS bins of equal mass."""
    return sum(abs(raw - right) * size for raw, right, size in bins(pairs)) / max(1, len(pairs))


def noise(pairs: Pairs, *, draws: int = 200) -> float:
    """Give the error that a perfectly calibrated model would show on so many records, mean of seeded draws: what cannot be got below."""
    rng = np.random.default_rng(0)
    values = np.array([raw for raw, _ in pairs])
    return float(
        np.mean([calibration_error(list(zip(values, rng.random(len(values)) < values, strict=True))) for _ in range(draws)])
    )


def measured(options: argparse.Namespace) -> dict[str, Halves]:
    """Give the judged confidences of everything that is calibrated, in halves."""
    encoder = Encoder(options.model, threads=2)
    statements: Halves = ([], [])
    for row in rows(options.data / "polnear" / "dev.jsonl.gz"):
        statements[half_of(row["id"])].extend(judged(row, encoder))
    pieces = encoder.tokenizer
    made = {
        "statement": statements,
        "attribution": tagged(polnear(options.data, "dev", pieces), "attribution", encoder),
        "entities": tagged(tagged_names(options.data, "wikigold", "dev", pieces), "entities", encoder),
        "upos": tagged(treebank(options.data, "ewt", "dev", pieces), "upos", encoder),
    }
    made["arc"], made["relation"] = arcs(treebank(options.data, "ewt", "dev", pieces), encoder)
    return made


def drawn(after: dict[str, Pairs]) -> str:
    """Draw confidence against share right, one line for each kind, as SVG."""
    colours = ("#1b6ca8", "#c1440e", "#2e7d32", "#6a1b9a", "#8d6e00", "#00838f")
    lines = ['<line x1="40" y1="340" x2="340" y2="40" stroke="#bbb" stroke-dasharray="4 4"/>']
    for number, (name, pairs) in enumerate(after.items()):
        points = " ".join(f"{40 + 300 * raw:.1f},{340 - 300 * right:.1f}" for raw, right, _ in bins(pairs))
        lines.append(f'<polyline points="{points}" fill="none" stroke="{colours[number]}" stroke-width="2"/>')
        lines.append(
            f'<text x="360" y="{60 + 20 * number}" fill="{colours[number]}">{name}: {calibration_error(pairs):.3f}</text>'
        )
    lines += [
        '<rect x="40" y="40" width="300" height="300" fill="none" stroke="#444"/>',
        '<text x="120" y="365">confidence written</text>',
    ]
    lines.append('<text x="28" y="240" transform="rotate(-90 28 240)">share that is right</text>')
    body = "\n".join(lines)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 520 380" font-family="sans-serif" font-size="13">\n'
        f'<rect width="520" height="380" fill="#fff"/>\n{body}\n</svg>\n'
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_DATA", "../shared/data")))
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    curves, after = {}, {}
    for name, (even, odd) in measured(options).items():
        curves[name] = fitted(even)
        after[name] = [(float(np.interp(raw, *curves[name])), right) for raw, right in odd]
        print(
            f"{name}: fitted on {len(even)}, measured on {len(odd)}; expected calibration error {calibration_error(odd):.3f} before, "
            f"{calibration_error(after[name]):.3f} after; {noise(after[name]):.3f} would be chance alone"
        )
    path = options.model / "model.json"
    manifest = json.loads(path.read_text(encoding="utf8"))
    manifest["calibration"] = curves
    path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf8")
    if options.plot:
        options.plot.write_text(drawn(after), encoding="utf8")


if __name__ == "__main__":
    main()
