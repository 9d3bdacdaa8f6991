"""Calibrate the confidence of statements: fitted on PolNeAR dev articles of even hash, measured on those of odd hash.

usage: python -m training.calibrate --model src/sayso/model [--data DIR]

Writes the curve (logistic, 21 points) into model.json and prints the expected calibration error before and after, with 15 bins
of equal mass. A statement counts as right as in score/attribution.py: contents share half of their characters, sources overlap.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
from pathlib import Path
from typing import Any

import numpy as np

from sayso.report import Report
from sayso.understand.encoder import Encoder
from sayso.understand.extract.speech import attributions_of
from sayso.understand.first_pass import make_doc

POINTS, BINS = 21, 15


def letters(text: str, spans: list[Any]) -> set[int]:
    """Give the places of all characters but blanks in the spans."""
    return {i for start, end in spans for i in range(start, end) if not text[i].isspace()}


def judged(row: dict[str, Any], encoder: Encoder) -> list[tuple[float, bool]]:
    """Give (raw confidence, is right) of each innermost statement found in an article."""
    made = attributions_of(make_doc(Report(row["text"]), encoder))
    outers = {id(a.outer) for a in made if a.outer is not None}
    gold = [(letters(row["text"], g["content"] or []), letters(row["text"], g["source"] or [])) for g in row["attributions"]]
    found = []
    for one in made:
        if one.is_imputed or id(one) in outers:
            continue
        content, source = letters(row["text"], one.content), letters(row["text"], one.source)
        right = any(2 * len(content & c) >= len(content | c) and (source & s or (not source and not s)) for c, s in gold if c)
        found.append((one.confidence, right))
    return found


def logit(raw: float) -> float:
    """Give the log odds of a raw confidence, kept off the ends."""
    kept = min(0.999, max(0.001, raw))
    return float(np.log(kept / (1 - kept)))


def fitted(pairs: list[tuple[float, bool]]) -> list[list[float]]:
    """Fit a logistic curve on the log odds (Platt 1999), as POINTS points; smoother than steps on a thousand statements."""
    odds = np.array([logit(raw) for raw, _ in pairs])
    right = np.array([float(is_right) for _, is_right in pairs])
    slope, shift = 1.0, 0.0
    for _ in range(4000):
        miss = 1 / (1 + np.exp(-(slope * odds + shift))) - right
        slope, shift = slope - 0.05 * float((miss * odds).mean()), shift - 0.05 * float(miss.mean())
    raws = np.linspace(0.0, 1.0, POINTS)
    curve = [1 / (1 + np.exp(-(slope * logit(raw) + shift))) for raw in raws]
    return [[round(float(raw), 4) for raw in raws], [round(float(value), 4) for value in curve]]


def calibration_error(pairs: list[tuple[float, bool]]) -> float:
    """Expected calibration error over BINS bins of equal mass."""
    ordered = sorted(pairs)
    error = 0.0
    for part in np.array_split(np.arange(len(ordered)), BINS):
        if len(part):
            raw = np.mean([ordered[i][0] for i in part])
            right = np.mean([ordered[i][1] for i in part])
            error += abs(raw - right) * len(part) / len(ordered)
    return float(error)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_DATA", "../shared/data")))
    options = parser.parse_args()
    encoder = Encoder(options.model)
    halves: tuple[list[tuple[float, bool]], list[tuple[float, bool]]] = ([], [])
    with gzip.open(options.data / "polnear" / "dev.jsonl.gz", "rt", encoding="utf8") as lines:
        for row in map(json.loads, lines):
            halves[int(hashlib.sha1(row["id"].encode()).hexdigest(), 16) % 2].extend(judged(row, encoder))
    curve = fitted(halves[0])
    after = [(float(np.interp(raw, curve[0], curve[1])), right) for raw, right in halves[1]]
    path = options.model / "model.json"
    manifest = json.loads(path.read_text(encoding="utf8"))
    manifest["calibration"] = {"statement": curve}
    path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf8")
    print(f"fitted on {len(halves[0])}, measured on {len(halves[1])} statements")
    print(f"expected calibration error {calibration_error(halves[1]):.3f} before, {calibration_error(after):.3f} after")


if __name__ == "__main__":
    main()
