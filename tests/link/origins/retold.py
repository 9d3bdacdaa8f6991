"""Readings made by hand: a text, who says what in it, and the names of people; no model is loaded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sayso.findings.actor import Actor, ActorKind, Office
from sayso.findings.mention import Entity, Label
from sayso.findings.reading import Reading
from sayso.findings.statement import Act, Form, Statement
from sayso.link.origins import Origin, origins_of
from sayso.report import Report
from sayso.span import Span

FIRE = "a fire has destroyed the oil depot at Gost"
FLAMES = "flames have consumed the oil depot at Gost"
AFTER = "\n\nSnow is expected on Sunday."


def begun(words: str) -> str:
    """Give the words as a sentence begins."""
    return words[0].upper() + words[1:]


def at(text: str, words: str) -> Span:
    """Give where words first stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def reading(
    ident: str,
    outlet: str,
    text: str,
    *,
    said: Sequence[tuple[str, str, str]] = (),
    act: Act = Act.ASSERT,
    **fields: Any,
) -> Reading:
    """Make a reading; `said` are source, cue and content of its statements, an empty source for none."""
    fields.setdefault("published", date(2031, 5, 1))
    report = Report(text=text, outlet=outlet, id=ident, **fields)
    people = sorted({name for name in ("Dora Wick", "Juna Pelk", "Carl Marr") if name in text})
    actors = tuple(
        Actor(
            f"a{n}", name.lower(), name, ActorKind.PERSON, None, None, (), (), (at(text, name),), (at(text, name),), 1.0, "test"
        )
        for n, name in enumerate(people)
    )
    entities = tuple(
        Entity(Span(found.start(), found.end()), Label.PER) for name in people for found in re.finditer(re.escape(name), text)
    )
    statements = tuple(_statement(f"s{n}", text, pieces, actors, act) for n, pieces in enumerate(said))
    sentences = tuple(
        Span(*found.span()) for found in re.finditer(r"[^\s][^\n]*?[.?!][”\"]?(?=\s|$)|[^\n]*[^\s.?!”\"][^\n]*(?=\n|$)", text)
    )
    return Reading(ident, report, sentences=sentences, entities=entities, actors=actors, statements=statements)


def _statement(ident: str, text: str, pieces: tuple[str, str, str], actors: Sequence[Actor], act: Act) -> Statement:
    source, cue, content = ((at(text, words),) if words else () for words in pieces)
    speaker = next((actor.id for actor in actors if actor.name in pieces[0]), None)
    return Statement(
        ident, source, cue, content, Form.INDIRECT, act, speaker, None, None, None, None, None, None, None, None, None, None, content, 1.0, "test"
    )  # fmt: skip


def spoken_by(told: Reading, actor: Actor, spoken_for: Actor | None = None) -> Reading:
    """Make all statements of a reading somebody's, who speaks for a state or body by office."""
    own = replace(actor, id="b1")
    others = (replace(spoken_for, id="b2"),) if spoken_for and spoken_for.key != actor.key else ()
    statements = tuple(replace(s, speaker="b1", speaks_for="b2" if others else None) for s in told.statements)
    return replace(told, actors=(own, *others), statements=statements)


def actor(key: str, name: str, kind: ActorKind, country: str | None = None, *offices: Office) -> Actor:
    """Make an actor."""
    return Actor("", key, name, kind, country, None, (), offices, (), (), 1.0, "test")


def quoting(ident: str, outlet: str, source: str, cue: str = "said", words: str = FIRE, **fields: Any) -> Reading:
    """Make a report whose first sentence gives the claim on somebody's word."""
    return reading(
        ident, outlet, f"{begun(source)} {cue} that {words}.{AFTER}", said=[(begun(source), cue, f"that {words}")], **fields
    )


def found_by(ident: str, outlet: str, words: str = FIRE, **fields: Any) -> Reading:
    """Make a report that found the claim itself."""
    return reading(ident, outlet, f"{begun(words)}, our correspondent in Gost has established.{AFTER}", **fields)


def origins(*readings: Reading, words: str = FIRE) -> tuple[Origin, ...]:
    """Give the origins of the claim as the first of the readings tells it."""
    text = readings[0].report.text
    found = re.search(re.escape(words), text, re.IGNORECASE)
    assert found
    return origins_of(readings, (readings[0].id, Span(*found.span())))


def carried(*readings: Reading, words: str = FIRE) -> dict[str | None, str]:
    """Give the reports that carry each origin, by its name, as one string of ids."""
    return {origin.name: "".join(origin.reports) for origin in origins(*readings, words=words)}
