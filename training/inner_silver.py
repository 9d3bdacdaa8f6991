"""Nested attributions found by an earlier model in the contents of PolNeAR train, for a new model to learn in context.

usage: python -m training.inner_silver --model src/sayso/model --out training/runs/inner.jsonl [--data DIR]

PolNeAR has one level. Here each content is read alone, as if it were a report, and what the model finds there with cue and content is
written as offsets into the article: {"id", "inner": [{source, cue, content}]}. No text is written.
"""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import Any

from sayso.report import Report
from sayso.understand.encoder import Encoder
from sayso.understand.extract.reported_speech import assemble
from sayso.understand.first_pass import make_doc

from .corpora import rows

SHORTEST = 40  # characters a content must have to hold another attribution
CONFIDENT = 0.6
_MARKS = "“”\"'‘’ "


def inner_of(text: str, content: tuple[int, int], encoder: Encoder) -> list[dict[str, Any]]:
    """Give the attributions inside one content, offsets in the article."""
    start, end = content
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    if text[start : start + 5].lower() == "that ":
        start += 5
    if end - start < SHORTEST:
        return []
    found = []
    for one in assemble(make_doc(Report(text[start:end]), encoder)):
        if one.cue and one.source and one.confidence >= CONFIDENT:
            parts = {"source": one.source, "cue": one.cue, "content": one.content}
            found.append({role: [[s.start + start, s.end + start] for s in spans] for role, spans in parts.items()})
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_DATA", "../shared/data")))
    options = parser.parse_args()
    encoder = Encoder(options.model, threads=2)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with options.out.open("w", encoding="utf8") as out:
        for row in rows(options.data / "polnear" / "train.jsonl.gz"):
            contents = [tuple(piece) for one in row["attributions"] for piece in one["content"] or []]
            inner = [found for content in contents for found in inner_of(row["text"], content, encoder)]
            count += len(inner)
            out.write(json.dumps({"id": row["id"], "inner": inner}) + "\n")
    print(count, "nested attributions")


if __name__ == "__main__":
    main()
