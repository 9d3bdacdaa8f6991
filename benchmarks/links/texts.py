"""The texts whose links are audited: two halves of real reports that may be seen, each text named by its set and id; and their readings, kept.

Left out are the BBC part of re3d and every text that a held-out pair of benchmarks/claims or benchmarks/series points to.
"""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Iterator
from pathlib import Path

from sayso import parse_file
from sayso.findings.reading import Reading
from sayso.flow import read_text
from sayso.understand.analysis import encoder
from sets import ROOT, Row, rows_of

# ECB+ topics by half: of crime, business, sport, politics; none of those that most held-out pairs are of.
TOPICS = {"one": (3, 16, 22, 27), "other": (4, 9, 31, 32)}
# Days of PolNeAR by half: after the attacks in Paris; after those in Orlando and around the British referendum.
DAYS = {"one": ("2015-11-11", "2015-11-30"), "other": ("2016-06-08", "2016-06-29")}
ARTICLES = 60
LABELLED = ("claims", "series")
Text = tuple[str, str]


def texts_of(half: str, data: Path) -> dict[Text, Row]:
    """Give the texts of a half by set and id, as `read_text` takes them."""
    kept_out = _held_out()
    found = {text: given for text, given in (*_ecbplus(half, data), *_polnear(half, data, kept_out)) if text not in kept_out}
    if half == "one":
        found |= {text: given for text, given in _re3d(data) if text not in kept_out}
        found |= dict(_examples())
    return found


def readings_of(half: str, data: Path, kept: Path) -> dict[Text, Reading]:
    """Read the texts of a half; what was read before with the same model is taken from the folder `kept`."""
    kept.mkdir(parents=True, exist_ok=True)
    return {text: _reading(text, given, kept) for text, given in texts_of(half, data).items()}


def _reading(text: Text, given: Row, kept: Path) -> Reading:
    name = hashlib.sha256((encoder(None).manifest.digest + json.dumps([text, given], sort_keys=True)).encode()).hexdigest()[:20]
    path = kept / f"{name}.pickle"
    if not path.is_file():
        path.write_bytes(pickle.dumps(_read(given)))
    made: Reading = pickle.loads(path.read_bytes())
    return made


def _read(given: Row) -> Reading:
    if "file" in given:
        return parse_file(ROOT / given["file"])
    return read_text(given["text"], given={name: value for name, value in given.items() if name != "text"})


def _held_out() -> frozenset[Text]:
    rows = (json.loads(line) for name in LABELLED for line in (ROOT / f"benchmarks/{name}/reference.jsonl").open(encoding="utf8"))
    return frozenset((row[side]["set"], row[side]["doc"]) for row in rows if row["part"] == "held-out" for side in "ab")


def _ecbplus(half: str, data: Path) -> Iterator[tuple[Text, Row]]:
    for row in rows_of(data / "ecbplus/train.jsonl.gz"):
        if int(row["topic"]) in TOPICS[half]:
            yield ("ecbplus", row["id"]), {"id": row["id"], "text": row["text"]}


def _polnear(half: str, data: Path, kept_out: frozenset[Text]) -> list[tuple[Text, Row]]:
    first, last = DAYS[half]
    rows = [row for row in rows_of(data / "polnear/train.jsonl.gz") if first <= row["date"] <= last]
    rows = [row for row in rows if ("polnear", row["id"]) not in kept_out]
    chosen = sorted(rows, key=lambda row: hashlib.sha256(row["id"].encode()).hexdigest())[:ARTICLES]
    return [
        (("polnear", row["id"]), {"id": row["id"], "text": row["text"], "published": row["date"], "title": row["title"], "outlet": row["publisher"]})
        for row in chosen
    ]  # fmt: skip


def _re3d(data: Path) -> Iterator[tuple[Text, Row]]:
    for row in rows_of(data / "re3d/train.jsonl.gz"):
        if row["origin"] != "BBC Online":
            yield ("re3d", row["id"]), {"id": row["id"], "text": row["text"], "title": row["title"], "outlet": row["origin"]}


def _examples() -> Iterator[tuple[Text, Row]]:
    for path in sorted((ROOT / "examples/reports").iterdir()):
        if path.suffix != ".jsonl":
            yield ("examples", path.name), {"file": str(path.relative_to(ROOT))}
            continue
        for line in path.open(encoding="utf8"):
            row = json.loads(line)
            yield ("examples", f"{path.name} {row['id']}"), row
