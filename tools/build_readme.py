"""Writes the table of figures in README.md from benchmarks/results/*.json: `python tools/build_readme.py [--check]`.

A row stands in ROWS with its aim; where a result is missing, the row says so. No figure is typed by hand.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
RESULTS = ROOT / "benchmarks" / "results"
REPAIR = "make readme"
_BLOCK = re.compile(r"(<!-- generated figures -->\n).*?(<!-- end -->)", re.S)


@dataclass(frozen=True, slots=True)
class Measure:
    """One row: what is measured, in which result its figures lie, their paths there, the bar, and the unit."""

    what: str
    result: str
    paths: tuple[str, ...]
    bar: str
    unit: str = ""


ROWS = (
    Measure(
        "exact F1 of source / cue / content, PolNeAR dev (people among themselves: 79 / 72 / 70)",
        "attribution",
        ("source exact.f1", "cue exact.f1", "content exact.f1"),
        "80 / 72 / 68",
    ),
    Measure("F1 of whole attributions, PolNeAR dev (people: 76)", "attribution", ("attribution.f1",), "73"),
    Measure(
        "the same two, second levels of nested speech counted in place of the outer (PolNeAR marks the outer)",
        "attribution",
        ("innermost.source exact.f1", "innermost.cue exact.f1", "innermost.content exact.f1", "innermost.attribution.f1"),
        "report",
    ),
    Measure(
        "exact F1 of source / cue / content / whole attributions, passages of other news kept from training",
        "speech",
        ("source exact.f1", "cue exact.f1", "content exact.f1", "attribution.f1"),
        "report",
    ),
    Measure(
        "nested attribution, both levels right, held out: our texts / passages of PolNeAR and re3d",
        "nested",
        ("own.both.value", "polnear and re3d.both.value"),
        "75",
        "%",
    ),
    Measure(
        "part of speech / LAS, gold tokens, EWT dev", "syntax", ("EWT dev.UPOS.value", "EWT dev.LAS.value"), "96.5 / 87.5", "%"
    ),
    Measure(
        "part of speech / LAS, gold tokens, GUM news", "syntax", ("GUM news.UPOS.value", "GUM news.LAS.value"), "96 / 85", "%"
    ),
    Measure(
        "strict F1 of names, wikigold dev / of phrases, re3d dev, by the head for them / re3d's phrases against the readings' names",
        "names",
        ("wikigold.f1", "re3d, phrases.f1", "re3d.f1"),
        "84 / 70 / report",
    ),
    Measure(
        "F1 of time expressions: strict spans / values, TimeBank and AQUAINT dev",
        "timex",
        ("tbaq.span, strict.percent", "tbaq.value, relaxed.percent"),
        "82 / 72",
    ),
    Measure(
        "act / speaker / form of statements found, conflict reporting (re3d)",
        "re3d",
        ("act.value", "speaker.value", "form.value"),
        "85 / 80 / 95",
        "%",
    ),
    Measure(
        "F1 of statements, conflict reporting (re3d); with the weights before 69.3", "re3d", ("attribution.value",), "report"
    ),
    Measure(
        "rows a careful reader takes from reports kept apart, wholly right: all / statements / events",
        "reader",
        ("held-out.all.whole.value", "held-out.statements.whole.value", "held-out.events.whole.value"),
        "report",
        "%",
    ),
    Measure(
        "shown of ten unseen reports (ties, watchpoints: twenty), judged one by one, right in every field: statements / figures / ties / watchpoints",
        "reader-shown",
        ("statements.percent", "figures.percent", "ties.percent", "watchpoints.percent"),
        "report",
        "%",
    ),
    Measure("giver of figures, conflict reporting (re3d)", "re3d", ("giver.value",), "80", "%"),
    Measure(
        "places, LGL dev: exact id of those held / country, names given; spans and countries from raw text, F1",
        "places",
        ("LGL.id.percent", "LGL.country.percent", "LGL.raw: span F1.percent", "LGL.raw: country F1.percent"),
        "80 / 95 / report",
    ),
    Measure(
        "events of passages read whole, held out: precision of type / recall / wholly right of those shown (two readings of one model: 87 / 94 / 75)",
        "marks",
        ("type.precision", "type.recall", "whole.precision"),
        "report",
        "%",
    ),
    Measure(
        "events, PLOVER records: type right / extra events a record that a reader calls wrong / all extra ones / countries right, given the type",
        "plover",
        (
            "type right.value",
            "wrong extra events per record.value",
            "extra events per record.value",
            "countries right, given the type.value",
        ),
        "70 / under 0.5 / report / 75",
    ),
    Measure(
        "events in real reports judged one by one: wholly right / type / actor / recipient / reality (120 drawn from all that is found, a tenth round)",
        "events-audit",
        (
            "together.whole.percent",
            "together.type.percent",
            "together.actor.percent",
            "together.recipient.percent",
            "together.reality.percent",
        ),
        "80",
        "%",
    ),
    Measure(
        "reality of a given event, held out: macro F1 of nine values / denied, planned or supposed shown as taking place",
        "reality",
        ("given.macro F1.value", "given.shown as taking place.value"),
        "80 / under 3",
    ),
    Measure(
        "same story, ECB+ dev: B³ / above tf-idf in the way that is best on train",
        "stories",
        ("dev.B³", "dev over it"),
        "5 above",
    ),
    Measure(
        "same event, ECB+ dev, gold mentions and topics: CoNLL F1 / above the same head lemma",
        "coreferent_events",
        ("gold mentions.ours.conll", "gold mentions.ours.more"),
        "3 above",
    ),
    Measure("claims, pairs held out: macro F1 of same, denies, differs, unrelated", "claims", ("macro F1.value",), "80"),
    Measure("figures of one quantity, pairs held out: macro F1", "series", ("macro F1.value",), "report"),
    Measure(
        "stance, FEVER-Symmetric dev: right of all / of those where a side is taken",
        "stance",
        ("accuracy.value", "right where a side is taken.value"),
        "report",
        "%",
    ),
    Measure(
        "links of real reports judged one by one, half not looked at: claims / answers / events / series / stories right",
        "links",
        tuple(f"other, after mending.{kind}.right" for kind in ("claim", "answer", "happening", "series", "story")),
        "report",
        "%",
    ),
    Measure("origins, chains held out: right", "origins", ("right.percent",), "100", "%"),
    Measure("origins, ten chains written afterwards: right", "origins_supplement", ("right.percent",), "report", "%"),
    Measure(
        "random orders of reading in which claims, stories, events, series or origins differ, of 20",
        "order",
        ("orders that differ from the first",),
        "0",
    ),
    Measure("watchpoints in TempEval dev judged one by one: right", "watchpoints", ("tbaq.right.percent",), "report", "%"),
    Measure("ties judged one by one: right", "ties", ("all.share",), "report", "%"),
    Measure(
        "copies, families made of PolNeAR train: F1 of pairs / original found",
        "copies",
        ("pair F1.percent", "original found.percent"),
        "95 / 90",
    ),
    Measure(
        "F1 of values / values with bounds, NewsQuant dev",
        "newsquant",
        ("all kinds.value.f1", "all kinds.value + bound.f1"),
        "90 / 84",
    ),
    Measure("F1 of body text, HTML articles: sayso / the library alone", "pages", ("body.sayso", "body.library"), "not below"),
    Measure("day of publication within a day, HTML pages in English", "pages", ("days.share",), "report", "%"),
    Measure("int8 against float: largest loss of a head", "int8", ("largest loss",), "0.5", "points"),
    Measure("articles a second, whole process, two cores", "speed", ("articles a second",), "10"),
    Measure("peak memory / with one 5 MB text", "speed", ("peak MB", "5 MB text.peak MB"), "1,200", "MB"),
)


def figure(result: dict[str, Any], path: str) -> str:
    """Give one figure of a result by its path of names."""
    value: Any = result["figures"]
    for name in path.split("."):
        value = value[name]
    return f"{value:,}"


def row(measure: Measure) -> str:
    """Give one row of the table."""
    path = RESULTS / f"{measure.result}.json"
    if not path.is_file():
        return f"| {measure.what} | not measured yet | {measure.bar} | |"
    result = json.loads(path.read_text(encoding="utf8"))
    found = " / ".join(figure(result, one) for one in measure.paths)
    unit = f" {measure.unit}" if measure.unit else ""
    return f"| {measure.what} | {found}{unit} | {measure.bar} | `{result['command']}` at {result['commit']} |"


def built(text: str) -> str:
    """Give the page with its table written anew."""
    table = "\n".join(["| measure | measured | aim | command, commit |", "| --- | --- | --- | --- |", *map(row, ROWS)])
    return _BLOCK.sub(lambda found: f"{found[1]}\n{table}\n\n{found[2]}", text)


def main() -> int:
    """Write, or compare and say what to do."""
    text = README.read_text(encoding="utf8")
    if "--check" not in sys.argv[1:]:
        README.write_text(built(text), encoding="utf8")
        return 0
    if built(text) == text:
        return 0
    print(f"README.md: the figures are not those of benchmarks/results; run: {REPAIR}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
