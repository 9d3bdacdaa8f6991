"""Readings made by hand for tests of what people see: a small situation on an invented river, and one of nasty words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sayso.findings.actor import Actor, ActorKind, Office
from sayso.findings.event import Event, Reality, Status
from sayso.findings.figure import Counted, Figure, FigureKind
from sayso.findings.mention import Reference
from sayso.findings.place import Place
from sayso.findings.reading import Reading
from sayso.findings.statement import Act, Form, Statement, Withholds
from sayso.findings.tie import Relation, Tie
from sayso.findings.timex import Timex
from sayso.findings.watchpoint import Watchpoint, WatchpointKind
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
CLASH = (
    "Norland's guards closed the Olm bridge on Tuesday. Finland said that Norland had shelled Port Olm on Monday, killing 12 people. "
    "Norland denied shelling the port. It also denied arresting Swedish fishermen.\n\n"
    "Sweden plans to send observers to Port Olm on 3 June. Had the guards fired on Sweden, war would have followed. "
    "If the river freezes, more barges may come, Finland warned. “Sweden will answer,” its envoy to Finland, Nils Ek, said.\n\n"
    "Sweden and Finland are members of the Northern Pact."
)
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


def event(
    text: str, ident: str, words: tuple[str, str, str], event_type: str, who: tuple[str, str | None], **more: object
) -> Event:
    """Make an event out of the words of its actor, trigger and recipient, the last perhaps empty; it carries all between them."""
    actor_span, trigger, recipient = (span(text, one) if one else None for one in words)
    assert actor_span is not None
    assert trigger is not None
    spans = [one for one in (actor_span, trigger, recipient) if one]
    made = Event(
        ident, trigger, event_type, (), (), (who[0],), (actor_span,), (who[1],) if who[1] else (), (recipient,) if recipient else (),
        Reality.HAPPENED, Status.ASSERTED, None, (), (), None, None, (), "MATERIAL CONFLICT", -7.0, None, (), (hull(spans),), 0.8,
        "head:test/1",
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def days(month: int, day: int, words: str) -> When:
    """Give one day of 2024."""
    first = date(2024, month, day)
    return When(first, first + timedelta(days=1), words)


def clash() -> Reading:
    """Make the reading of a report in which something happened, was denied, is planned, did not happen, and may come."""
    text = CLASH
    pact = {"country": None, "sector": None}
    actors = (
        actor(text, "a1", "NOR", "Norland"), actor(text, "a2", "FIN", "Finland"), actor(text, "a3", "SWE", "Sweden"),
        actor(text, "a4", "nils-ek", "Nils Ek", ActorKind.PERSON, country="SWE"),
        actor(text, "a5", "northern-pact", "Northern Pact", ActorKind.ORGANISATION, **pact),
    )  # fmt: skip
    statements = (
        statement(text, "s1", "Finland", "said", "that Norland had shelled Port Olm on Monday, killing 12 people", speaker="a2"),
        replace(
            statement(text, "s2", "Norland", "denied", "shelling the port", Act.DENY, speaker="a1", speaks_for="a1"),
            source=(span(text, "Norland", 2),),
            evidence=(span(text, "Norland denied shelling the port"),),
        ),
        statement(text, "s3", "It", "also denied", "arresting Swedish fishermen", Act.DENY, speaker="a1", speaks_for="a1"),
        statement(text, "s4", "Finland", "warned", "If the river freezes, more barges may come", Act.WARN, speaker="a2"),
        statement(
            text, "s5", "Nils Ek", "said.", "“Sweden will answer,”", Act.THREATEN, speaker="a4", speaks_for="a3", form=Form.DIRECT
        ),
    )
    figures = (figure(text, "f1", "12", "people", 12, 12, giver="a2", statement="s1"),)
    norland = span(text, "Norland", 1)
    monday, june = days(4, 29, "on Monday"), days(6, 3, "on 3 June")
    events = (
        event(text, "e1", ("Norland's guards", "closed", "the Olm bridge"), "COERCE", ("a1", None), modes=("restrict",),
              date=days(4, 30, "on Tuesday"), place="p1", contexts=("military",), cameo="191"),
        event(text, "e2", ("Norland", "shelled", "Port Olm"), "ASSAULT", ("a1", None), modes=("heavy-weapons",), actor_spans=(norland,),
              status=Status.CONTESTED, statement="s1", asserted_by=("s1",), denied_by=("s2",), date=monday, place="p1",
              figures=("f1",), evidence=(Span(norland.start, span(text, "killing 12 people").end),), cameo="194"),
        event(text, "e3", ("It", "arresting", "Swedish fishermen"), "COERCE", ("a1", "a3"), modes=("arrest",), status=Status.DENIED,
              statement="s3", denied_by=("s3",)),
        event(text, "e4", ("Sweden", "send", "observers"), "MOBILIZE", ("a3", None), reality=Reality.PLANNED,
              date=june, place="p1", aux=("future",), evidence=(span(text, "Sweden plans to send observers to Port Olm on 3 June"),)),
        event(text, "e5", ("the guards", "fired", "Sweden, war"), "ASSAULT", ("a1", "a3"), reality=Reality.HYPOTHETICAL,
              aux=("hypothetical",), evidence=(span(text, "Had the guards fired on Sweden"),)),
    )  # fmt: skip
    # What the envoy threatens with is kept inside the threat.
    answer = event(text, "e6.of", ("Sweden", "answer", ""), "ASSAULT", ("a3", None), trigger=span(text, "answer"), actor_spans=(),
                   reality=Reality.THREATENED, status=Status.ASSERTED, statement="s5", evidence=(span(text, "answer"),))  # fmt: skip
    threat = replace(
        answer, id="e6", trigger=span(text, "will answer"), event_type="THREATEN", actor=("a4",), actor_spans=(span(text, "its envoy to Finland, Nils Ek"),),
        reality=Reality.HAPPENED, statement=None, quad="VERBAL CONFLICT", score=-3.5, cameo="138",
        evidence=(span(text, "“Sweden will answer,” its envoy to Finland, Nils Ek, said"),), of=answer,
    )  # fmt: skip
    ties = (
        Tie("r1", "a4", Relation.HOLDS_OFFICE, "a3", "envoy", "a2", None, None, (span(text, "its envoy to Finland, Nils Ek"),), 0.9, "rule:test/1"),
        *(Tie(ident, who, Relation.MEMBER_OF, "a5", None, None, None, None, (span(text, text.rsplit("\n", 1)[1]),), 0.9, "rule:test/1")
          for ident, who in (("r2", "a3"), ("r3", "a2"))),
    )  # fmt: skip
    freezes, barges = span(text, "the river freezes"), span(text, "more barges may come")
    watchpoints = (
        Watchpoint("w1", WatchpointKind.CONDITIONAL, span(text, "If the river freezes, more barges may come"), (freezes,), (barges,), (),
                   "s4", (span(text, "If the river freezes, more barges may come"),), 0.8, "rule:test/1"),
        Watchpoint("w2", WatchpointKind.THREAT, span(text, "Sweden will answer"), None, None, ("a3",), "s5",
                   (span(text, "“Sweden will answer,”"),), 0.8, "rule:test/1"),
    )  # fmt: skip
    times = (Timex("t1", span(text, "3 June"), "DATE", "2024-06-03", june.start, june.end, "3 June", "published"),)
    places = (Place("p1", span(text, "Port Olm"), "Port Olm", "NOR", 1234567, 59.5, 10.25, "town"),)
    report = Report(
        text=text, title="Shells and a closed bridge", outlet="Fjord Post", published=date(2024, 5, 1), language="en",
        published_from=PublishedFrom.METADATA, place_of_origin="https://fjord.example/7", url="https://fjord.example/7",
    )  # fmt: skip
    sentences, at = [], 0
    for line in text.replace("\n\n", " \t").replace(". ", ".\t").split("\t"):
        sentences.append(Span(at, at + len(line.rstrip())))
        at += len(line) + 1
    return Reading(
        "r5", report, sentences=tuple(sentences), actors=actors, statements=statements, figures=figures, events=(*events, threat), ties=ties,
        watchpoints=watchpoints, times=times, places=places,
    )  # fmt: skip


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
