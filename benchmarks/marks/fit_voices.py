"""Fit extract/voices.json: for which state a source without a name speaks, where no word of it says so.

usage: python benchmarks/marks/fit_voices.py [--check]
    --check  ten-fold, by document: given and right at several least likelihoods, by what sources are called; writes nothing

Learned from sources.jsonl and the sources of bodies.jsonl: sources of documents that train and of reports of our own writing, each with the state that a reader (a
language model) takes it to speak for, or none. A choice among the states that a document names and none of them: a softmax over sums of signs.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
os.environ.setdefault("SAYSO_DATA", str(HERE.parents[2] / "shared" / "data"))
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parents[1]), str(HERE)]

from fitting import Choice, fit_choice  # noqa: E402
from training.marking import texts_named  # noqa: E402

from sayso.report import Report  # noqa: E402
from sayso.span import Span  # noqa: E402
from sayso.understand.analysis import encoder, known_of  # noqa: E402
from sayso.understand.extract.find_voices import heard_in, is_nameless, is_open, source_of, speakers_in  # noqa: E402
from sayso.understand.extract.source_words import words_of_source  # noqa: E402
from sayso.understand.extract.voices_meant import VoicesMeant  # noqa: E402
from sayso.understand.first_pass import make_doc  # noqa: E402
from sayso.understand.weighing import NOBODY  # noqa: E402

OUT = HERE.parents[1] / "src/sayso/understand/extract/voices.json"
# Pull of the weights to zero, by which counts of examples a sign must be met at least, steps.
HOW: Any = {"penalty": 4.0, "rarest": 5, "steps": 300}


def examples() -> list[Choice]:
    """Give the sources that the rules leave open, with the signs of every state they may speak for."""
    return [one for n, (row, report) in enumerate(_documents()) for one in _of_document(n, row["sources"], report)]


def _documents() -> Iterator[tuple[dict[str, Any], Report]]:
    rows = [json.loads(line) for name in ("sources", "bodies") for line in (HERE / f"{name}.jsonl").open(encoding="utf8")]
    own = {int(row["id"][4:]): row for row in map(json.loads, (HERE / "reports.jsonl").open(encoding="utf8"))}
    texts = texts_named({(row["set"], row["doc"]) for row in rows if "set" in row})
    for row in rows:
        if "set" in row:
            yield row, Report(texts[row["set"], row["doc"]])
        elif row["sources"]:
            yield row, Report(own[row["n"]]["text"], published=date.fromisoformat(own[row["n"]]["published"]))


def _of_document(n: int, wanted: list[dict[str, Any]], report: Report) -> list[Choice]:
    doc = make_doc(report, encoder())
    known, found = known_of(doc), []
    meant = VoicesMeant(doc, known.cast, heard_in(known.spoken), speakers_in(known.spoken))
    for label in wanted:
        place = Span(*label["source"])
        told = next((s for s in known.spoken if s.attribution.source and s.attribution.source[0].overlaps(place)), None)
        source = source_of(doc, told) if told is not None else None
        if told is None or source is None or told.speaker is None or told.speaks_for is not None:
            continue
        if not is_nameless(told.speaker) or not is_open(doc, known.cast, source):
            continue
        signs, key = meant.signs(source), label["state"] if label.get("office") and label["state"] else NOBODY
        if key in signs:
            found.append((signs, frozenset((key,)), words_of_source(source.of(doc.text)).sort, n))
    return found


if __name__ == "__main__":
    fit_choice(examples(), OUT, "sources", **HOW)
