"""Readings of the articles of PolNeAR train: many outlets on one campaign, dated; no stories are marked in them."""

from __future__ import annotations

import json
from pathlib import Path

from sayso.findings.reading import Reading
from sets import readings_of, rows_of


def campaign(data: Path, kept: Path | None) -> list[Reading]:
    """Give the readings, read with their day; kept in the folder `kept` from one run to the next."""
    path = kept / "polnear.jsonl" if kept else None
    if path is None or not path.is_file():
        made = readings_of(rows_of(data / "polnear" / "train.jsonl.gz"))
        if path is None:
            return [Reading.from_json(reading) for reading in made]
        path.write_text("".join(json.dumps(reading) + "\n" for reading in made), encoding="utf8")
    return [Reading.from_json(json.loads(line)) for line in path.open(encoding="utf8")]
