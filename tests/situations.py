"""Readings made by hand for tests of what people see: a small situation on an invented river, and one of nasty words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sayso.findings.actor import Actor, ActorKind, Office
from sayso.findings.figure import Counted, Figure, FigureKind
from sayso.findings.mention import Reference
from sayso.findings.reading import Reading
from sayso.findings.statement import Act, Form, Statement, Withholds
from sayso.report import PublishedFrom, Report
from sayso.span import Span, hull
from sayso.when import When

WIRE = (
    "PORT OLM (Reuters) - Norland has moved at least 40 barges to the Olm crossing, Sweden said on Wednesday.\n\n"
    "Ada Berg, a spokeswoman of Norland's ministry, denied on Thursday that barges had been moved to the crossing. "
    "The palace has not denied the reports. It is as if Norland were saying: “The river is ours.”\n\n"
    "Local media reported that Finland had counted about 60 barges."
)
LATER = "Denmark declined to comment on the barges. Sweden said that 75 barges were now at the Olm crossing."
NASTY = (
    '=HYPERLINK("http://bad.example") said Mr \u202eevil\x1b[31m|*x*<script>alert(1)</script>: '
    "“[click](javascript:alert(1))” and 5 more."
)


def span(text: str, words: str, nth: int = 0) -> Span:
    """Give where the words stand for the nth time."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def actor(text: str, ident: str, key: str, name: str, kind: ActorKind = ActorKind.COUNTRY, **more: object) -> Actor:
    """Make an actor mentioned wherever its name's last word stands."""
    mention = span(text, name if name in text else name.split()[-1])
    country = key if kind is ActorKind.COUNTRY else None
    made = Actor(ident, key, name, kind, country, "GOV", (), (), (mention,), (mention,), 0.9, "rule:test/1")
    return replace(made, **more)  # type: ignore[arg-type]


def statement(text: str, ident: str, source: str, cue: str, content: str, act: Act = Act.ASSERT, **more: object) -> Statement:
    """Make a statement out of words of the text."""
    parts = [span(text, words) for words in (source, cue, content) if words]
    spans = {"source": (parts[0],) if source else (), "cue": (span(text, cue),) if cue else (), "content": (span(text, content),)}
    made = Statement(
        ident,
        **spans,
        form=Form.INDIRECT,
        act=act,
        speaker=None,
        speaks_for=None,
        imputed_to=None,
        addressee=None,
        channel=None,
        relayed_by=None,
        within=None,
        target=None,
        withholds=None,
        said_on=None,
        place=None,
        evidence=(hull(parts),),
        confidence=0.9,
        by="head:test/1",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def figure(text: str, ident: str, words: str, of: str, low: float | None, high: float | None, **more: object) -> Figure:
    """Make a count out of words of the text."""
    at = span(text, words)
    counted = Counted(span(text, of), of)
    made = Figure(
        ident, at, FigureKind.COUNT, low, high, None, False, counted, None, None, None, None, None, (at,), 0.9, "rule:test/1"
    )
    return replace(made, **more)  # type: ignore[arg-type]


def wire(outlet: str = "Olm Gazette", place: str = "https://olm.example/1", *, text: str = WIRE) -> Reading:
    """Make the reading of the wire story as one outlet prints it."""
    spokeswoman = Office("spokeswoman", "norland-ministry", span=span(text, "spokeswoman"))
    actors = (
        actor(text, "a1", "NOR", "Norland"),
        actor(text, "a2", "SWE", "Sweden", offices=(Office("king", "SWE", source="general knowledge, unchecked"),)),
        actor(text, "a3", "ada-berg", "Ada Berg", ActorKind.PERSON, country="NOR", offices=(spokeswoman,)),
        actor(text, "a4", "palace", "The palace", ActorKind.ORGANISATION, country="NOR"),
        actor(text, "a5", "FIN", "Finland"),
    )
    wednesday = When(date(2024, 5, 1), date(2024, 5, 2), "Wednesday")
    statements = (
        statement(
            text,
            "s1",
            "Sweden",
            "said",
            "Norland has moved at least 40 barges to the Olm crossing",
            speaker="a2",
            said_on=wednesday,
        ),
        statement(
            text,
            "s2",
            "Ada Berg",
            "denied",
            "that barges had been moved to the crossing",
            Act.DENY,
            speaker="a3",
            speaks_for="a1",
            target=(span(text, "barges had been moved to the crossing"),),
            said_on=When(date(2024, 5, 2), date(2024, 5, 3), "Thursday"),
        ),
        statement(
            text,
            "s3",
            "The palace",
            "has not denied",
            "the reports",
            Act.SILENT,
            speaker="a4",
            speaks_for="a1",
            withholds=Withholds.DENIAL,
        ),
        statement(
            text,
            "s4",
            "",
            "It is as if Norland were saying",
            "“The river is ours.”",
            Act.IMPUTED,
            imputed_to="a1",
            form=Form.DIRECT,
        ),
        statement(text, "s5", "Local media", "reported", "Finland had counted about 60 barges"),
        statement(
            text,
            "s6",
            "Finland",
            "counted",
            "about 60 barges",
            Act.ESTIMATE,
            speaker="a5",
            within="s5",
            relayed_by=Reference(span(text, "Local media")),
        ),
    )
    figures = (
        figure(text, "f1", "at least 40", "barges", 40, None, giver="a2", statement="s1", whose="a1"),
        figure(text, "f2", "about 60", "barges", 60, 60, approximate=True, giver="a5", statement="s6"),
    )
    report = Report(
        text=text,
        title="Barges at the crossing",
        outlet=outlet,
        agency="Reuters",
        published=date(2024, 5, 2),
        published_from=PublishedFrom.METADATA,
        place_of_origin=place,
        url=place if place.startswith("http") else None,
    )
    sentences = tuple(Span(m, n) for m, n in ((0, 104), (106, 214)))
    return Reading("r1", report, sentences=sentences, actors=actors, statements=statements, figures=figures)


def later() -> Reading:
    """Make the reading of a report of the next week, without a page."""
    text = LATER
    actors = (actor(text, "a1", "DNK", "Denmark"), actor(text, "a2", "SWE", "Sweden"))
    statements = (
        statement(
            text, "s1", "Denmark", "declined to comment", "on the barges", Act.DECLINE, speaker="a1", withholds=Withholds.COMMENT
        ),
        statement(text, "s2", "Sweden", "said", "that 75 barges were now at the Olm crossing", speaker="a2"),
    )
    figures = (figure(text, "f1", "75", "barges", 75, 75, giver="a2", statement="s2"),)
    report = Report(
        text=text, outlet="Strait News", published=date(2024, 5, 9), published_from=PublishedFrom.TEXT, place_of_origin="strait:9"
    )
    return Reading(
        "r2", report, sentences=(Span(0, 42), Span(43, len(text))), actors=actors, statements=statements, figures=figures
    )


def nasty() -> Reading:
    """Make a reading whose every word tries to be more than a word."""
    text = NASTY
    name = "\u202eevil\x1b[31m|*x*<script>alert(1)</script>"
    one = actor(text, "a1", "evil", name, ActorKind.PERSON)
    said = statement(text, "s1", "Mr " + name, "said", "“[click](javascript:alert(1))”", speaker="a1", form=Form.DIRECT)
    denied = statement(text, "s2", "Mr " + name, "said", '=HYPERLINK("http://bad.example")', Act.DENY, speaker="a1")
    report = Report(
        text=text,
        title="<img src=x onerror=alert(1)>\n# top",
        outlet="@cmd|' /C calc'!A0",
        url="javascript:alert(1)",
        place_of_origin="nasty:1",
        published=date(2024, 5, 3),
        published_from=PublishedFrom.GIVEN,
    )
    found = (figure(text, "f1", "5", "more", 5, 5, giver="a1"),)
    return Reading("r3", report, sentences=(Span(0, len(text)),), actors=(one,), statements=(said, denied), figures=found)


def foreign() -> Reading:
    """Make the reading of a report in another language: kept, not analysed."""
    return Reading("r4", Report(text="Färjan är inställd i dag.", outlet="Sundet", language="sv", place_of_origin="sundet:1"))
