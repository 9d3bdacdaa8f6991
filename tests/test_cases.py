"""Cases: short texts of our own with what must and must not be found. Reads every cases/*.yml that has no runner of its own.

A case has `text` (read by the shipped model; skipped where there is none) or `marked` (sources, cues, contents and names given; see
tests/understand/marked_text.py), and may have `published`. What it expects:

    expect     statements, figures, actors, times, places, ties, events: of each list one finding must agree with every field given
    must_not   the same lists: no finding may agree with all fields given
    count      how many statements there are in all
    pending    why the case does not hold yet: it may fail, and is reported when it holds

A content agrees where most of its words are the same (marks and a leading "that" aside), a source or cue where half of them are; `speaker`,
`speaks_for`, `imputed_to`, `giver` and `whose` are keys of actors; `within` is the content of the outer statement; `said_on` is the first
day, or the words where it stays open; null means that there is none. A tie is `ends` where it is over; `from` and `until` are a first day or words too.
An event's `actor` and `recipient` are lists of keys, `mode` and `context` are among its modes and contexts, `of` is the type of the act inside it,
`date` is the words, `place` a name, `size` how many figures say how many.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

sys.path.insert(0, str(Path(__file__).parent / "understand"))

from marked_text import read  # noqa: E402

from sayso.findings.actor import Actor  # noqa: E402
from sayso.findings.event import Event  # noqa: E402
from sayso.findings.figure import Figure  # noqa: E402
from sayso.findings.place import Place  # noqa: E402
from sayso.findings.reading import Reading  # noqa: E402
from sayso.findings.statement import Statement  # noqa: E402
from sayso.findings.tie import Tie  # noqa: E402
from sayso.findings.timex import Timex  # noqa: E402
from sayso.flow import read_text  # noqa: E402
from sayso.span import Span  # noqa: E402
from sayso.understand.encoder import model_folder  # noqa: E402

FOLDER = Path(__file__).parents[1] / "cases"
OWN_RUNNER = {"figures.yml", "reality.yml", "watchpoints.yml"}  # tests/understand/test_quantities.py, reality/, watchpoints/
FIELDS = {"text", "marked", "published", "expect", "must_not", "count", "pending"}
# Shares of words that must be the same; the edges of a span are measured in benchmarks/, not here.
SAME_CONTENT, SAME_NAME = 0.8, 0.5
Finding = Statement | Figure | Actor | Timex | Place | Tie | Event


def cases() -> list[Any]:
    """Give every case with its marks: `model` where it needs the weights, xfail where it is pending."""
    found = []
    for path in sorted(FOLDER.glob("*.yml")):
        if path.name in OWN_RUNNER:
            continue
        for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf8")), 1):
            marks = [pytest.mark.model] if "text" in case else []
            if "pending" in case:
                marks.append(pytest.mark.xfail(reason=case["pending"], strict=False, raises=AssertionError))
            found.append(pytest.param(case, id=f"{path.stem}-{number}", marks=marks))
    return found


@pytest.fixture(scope="session")
def reading_of() -> Callable[[dict[str, Any]], Reading]:
    """Give a function that reads a case, with the model loaded once."""

    @cache
    def by_model(text: str, published: str | None) -> Reading:
        return read_text(text, given={"published": published, "language": "en"})

    def reading(case: dict[str, Any]) -> Reading:
        published: date | None = case.get("published")
        if "marked" in case:
            by_hand: Reading = read(case["marked"], published=published).reading
            return by_hand
        if not (model_folder() / "encoder.onnx").is_file():
            pytest.skip("no shipped model: training/export.py makes it")
        return by_model(case["text"], published.isoformat() if published else None)

    return reading


def words_of(text: str) -> list[str]:
    kept = "".join(c.lower() if c.isalnum() else " " for c in text.replace("’s", "").replace("'s", "")).split()
    return kept[1:] if len(kept) > 1 and kept[0] == "that" else kept


def alike(found: str, expected: str) -> float:
    """Give the share of words two texts have in common (F1 over words)."""
    mine, theirs = Counter(words_of(found)), Counter(words_of(expected))
    both = sum((mine & theirs).values())
    return 2 * both / max(1, sum(mine.values()) + sum(theirs.values()))


class Findings:
    """One reading, compared field by field."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.report.text
        self.reading = reading
        self.keys = {a.id: a.key for a in reading.actors}
        self.outer = {s.id: s for s in reading.statements}

    def joined(self, spans: tuple[Span, ...] | None) -> str:
        return " ".join(s.of(self.text) for s in spans or ())

    def fields(self, one: Finding) -> dict[str, Any]:
        if isinstance(one, Statement):
            return self._statement(one)
        if isinstance(one, Figure):
            return {
                "words": one.span.of(self.text), "kind": one.kind.value, "low": one.low, "high": one.high, "unit": one.unit,
                "approximate": one.approximate, "of": one.of.words if one.of else None, "giver": self.keys.get(one.giver or ""),
                "whose": self.keys.get(one.whose or ""),
            }  # fmt: skip
        if isinstance(one, Place):
            return {
                "words": one.span.of(self.text), "name": one.name, "country": one.country, "geonames": one.geonames, "lat": one.lat,
                "precision": one.precision,
            }  # fmt: skip
        if isinstance(one, Tie):
            return self._tie(one)
        if isinstance(one, Event):
            return self._event(one)
        if isinstance(one, Timex):
            return {"words": one.words, "type": one.type, "from": one.start, "to": one.end, "value": one.value}
        return {"key": one.key, "name": one.name, "kind": one.kind.value, "country": one.country, "sector": one.sector}

    def _statement(self, one: Statement) -> dict[str, Any]:
        outer = self.outer.get(one.within or "")
        day = None if one.said_on is None else one.said_on.start or one.said_on.words
        return {
            "content": self.joined(one.content), "source": self.joined(one.source), "cue": self.joined(one.cue),
            "target": self.joined(one.target), "form": one.form.value, "act": one.act.value,
            "speaker": self.keys.get(one.speaker or ""), "speaks_for": self.keys.get(one.speaks_for or ""),
            "imputed_to": self.keys.get(one.imputed_to or ""), "channel": one.channel.value if one.channel else None,
            "addressee": one.addressee.span.of(self.text) if one.addressee else None,
            "relayed_by": one.relayed_by.span.of(self.text) if one.relayed_by else None,
            "within": self.joined(outer.content) if outer else None, "said_on": day,
            "withholds": one.withholds.value if one.withholds else None,
        }  # fmt: skip

    def _tie(self, one: Tie) -> dict[str, Any]:
        days = {"from": one.start, "until": one.until}
        told = {name: None if when is None else when.start or when.words for name, when in days.items()}
        return told | {
            "subject": self.keys.get(one.subject), "relation": one.relation.value, "object": self.keys.get(one.object), "role": one.role,
            "accredited_to": self.keys.get(one.accredited_to or ""), "ends": one.until is not None, "status": one.status.value,
            "evidence": self.joined(one.evidence),
        }  # fmt: skip

    def _event(self, one: Event) -> dict[str, Any]:
        places = {p.id: p.name for p in self.reading.places}
        return {
            "type": one.event_type, "trigger": one.trigger.of(self.text), "actor": sorted(self.keys[a] for a in one.actor),
            "recipient": sorted(self.keys[a] for a in one.recipient), "mode": one.modes[0] if one.modes else None,
            "context": one.contexts, "reality": one.reality.value, "status": one.status.value, "of": one.of.event_type if one.of else None,
            "date": one.date.words if one.date else None, "place": places.get(one.place or ""), "cameo": one.cameo, "size": len(one.figures),
        }  # fmt: skip

    def agrees(self, one: Finding, expected: dict[str, Any]) -> bool:
        found = self.fields(one)
        for field, value in expected.items():
            if isinstance(one, Actor) and field in ("mentions", "office", "of", "former"):
                if not self._actor(one, field, value, expected):
                    return False
            elif field in ("content", "within", "target") and value is not None:
                wanted = " ".join(value) if isinstance(value, list) else value
                if alike(found[field] or "", wanted) < SAME_CONTENT:
                    return False
            elif field in ("source", "cue", "relayed_by", "addressee") and value is not None:
                if alike(found[field] or "", value) < SAME_NAME:
                    return False
            elif isinstance(one, Event) and field in ("actor", "recipient", "context"):
                if value not in found[field] if field == "context" else sorted(value) != found[field]:
                    return False
            elif found[field] != value:
                return False
        return True

    def _actor(self, one: Actor, field: str, value: Any, expected: dict[str, Any]) -> bool:
        if field == "mentions":
            return set(value) <= {m.of(self.text) for m in one.mentions}
        wanted = {name: expected[name] for name in ("of", "former") if name in expected}
        return any(
            o.role.lower() == str(expected["office"]).lower() and all(getattr(o, name) == v for name, v in wanted.items())
            for o in one.offices
        )

    def of(self, kind: str) -> tuple[Finding, ...]:
        found: tuple[Finding, ...] = getattr(self.reading, kind)
        return found

    def shown(self, kind: str) -> str:
        return (
            "\n".join(str({k: v for k, v in self.fields(one).items() if v not in (None, "")}) for one in self.of(kind)) or "none"
        )


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any], reading_of: Callable[[dict[str, Any]], Reading]) -> None:
    assert set(case) <= FIELDS and ("text" in case) != ("marked" in case)
    findings = Findings(reading_of(case))
    for kind, wanted in case.get("expect", {}).items():
        for expected in wanted:
            assert any(findings.agrees(one, expected) for one in findings.of(kind)), (
                f"no {kind} as {expected}; found\n{findings.shown(kind)}"
            )
    for kind, unwanted in case.get("must_not", {}).items():
        for wrong in unwanted:
            assert not any(findings.agrees(one, wrong) for one in findings.of(kind)), (
                f"{wrong} must not be found\n{findings.shown(kind)}"
            )
    if "count" in case:
        assert len(findings.of("statements")) == case["count"], findings.shown("statements")


def test_every_file_has_cases_and_each_stands_once() -> None:
    texts = [param.values[0].get("text") or param.values[0].get("marked") for param in cases()]
    assert len(texts) > 80 and len(set(texts)) == len(texts)
