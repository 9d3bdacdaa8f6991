"""Readings made by hand, any number of them, all different: what the kill test and the speed of the ledger are tried on.

The countries, people and facts are invented; the spans are true.
"""

from __future__ import annotations

from datetime import date, timedelta

from sayso.findings.actor import Actor, ActorKind, Office
from sayso.findings.event import Event, Reality, Status
from sayso.findings.figure import Counted, Figure, FigureKind
from sayso.findings.place import Place
from sayso.findings.reading import Reading
from sayso.findings.statement import Act, Form, Statement
from sayso.findings.tie import Relation, Tie
from sayso.findings.timex import Timex
from sayso.findings.watchpoint import Watchpoint, WatchpointKind
from sayso.report import PublishedFrom, Report
from sayso.span import Span
from sayso.when import When

STATES = (("BRO", "Borovia"), ("CAL", "Calvenia"), ("DRA", "Drasland"), ("ELD", "Eldmark"), ("FEN", "Fenwick Isles"))
GOODS = ("lorries", "engineers", "generators", "tents", "drones", "medics")
FIRST_DAY = date(2024, 10, 1)


def reading(number: int, *, place: str | None = None, by: str = "made/1", confidence: float = 0.9) -> Reading:
    """Give the reading of that number: always the same for the same number, different for any two numbers."""
    giver, target = STATES[number % len(STATES)], STATES[(number // len(STATES) + number + 1) % len(STATES)]
    goods, count = GOODS[number % len(GOODS)], f"{number + 3:,}"
    first = f"{giver[1]} has sent at least {count} {goods} to {target[1]}, its envoy Ada Number said on Friday."
    second = f"{target[1]} called this an invention."
    third = f"More {goods} may be sent by Sunday."
    text = f"{first}\n\n{second}\n\n{third}"
    day = FIRST_DAY + timedelta(days=number % 60)
    report = Report(
        text=text, title=f"Report {number}", outlet=f"Outlet {number % 7}", published=day, published_from=PublishedFrom.GIVEN,
        place_of_origin=place or f"https://example.org/{number}", bytes_sha256=None,
    )  # fmt: skip
    at = _Finder(text)
    sentences = tuple(at(sentence) for sentence in (first, second, third))
    sender, receiver = at(giver[1]), at(target[1], after=at(goods).end) if giver != target else at(giver[1])
    envoy, denier = at("its envoy Ada Number"), at(target[1], after=len(first))
    actors = (
        _actor("a1", giver, (sender,), confidence),
        _actor("a2", target, (receiver, denier), confidence),
        Actor(
            "a3", "ada-number", "Ada Number", ActorKind.PERSON, giver[0], "GOV", (), (Office("envoy", giver[0]),),
            (envoy,), (envoy,), confidence, by,
        ),
    )  # fmt: skip
    said = When(day - timedelta(days=1), day, "Friday")
    statements = (
        _statement("s1", (envoy, at("said"), Span(0, receiver.end)), Act.ASSERT, ("a3", "a1"), said, sentences[0], by),
        _statement("s2", (denier, at("called"), at("this an invention")), Act.DENY, ("a2", "a2"), None, sentences[1], by),
    )  # fmt: skip
    amount = at(f"at least {count}")
    figure = Figure(
        "f1", amount, FigureKind.COUNT, number + 3.0, None, None, False, Counted(at(goods), goods), "a1", None, None, "a3", "s1",
        (Span(amount.start, at(goods).end),), confidence, by,
    )  # fmt: skip
    sunday = day + timedelta(days=7 - day.isoweekday())
    times = (Timex("t1", at("Sunday"), "DATE", sunday.isoformat(), sunday, sunday + timedelta(days=1), "Sunday", "published"),)
    places = (Place("p1", receiver, target[1], target[0], None, None, None, "country"),)
    sent = Event(
        "e1", at("sent"), "AID", (), ("military",), ("a1",), (sender,), ("a2",), (receiver,), Reality.HAPPENED, Status.CONTESTED,
        "s1", ("s1",), ("s2",), None, "p1", (), "MATERIAL COOPERATION", 10.0, "072", ("f1",), (Span(0, receiver.end),), confidence, by,
    )  # fmt: skip
    office = Tie("r1", "a3", Relation.HOLDS_OFFICE, "a1", "envoy", None, None, None, (envoy,), confidence, by)
    more = Watchpoint(
        "w1", WatchpointKind.POSSIBILITY, at(third[:-1]), None, None, ("a1", "a2"), None, (sentences[2],), confidence, by
    )
    return Reading(
        f"made-{number}", report, sentences=sentences, actors=actors, statements=statements, figures=(figure,), events=(sent,),
        ties=(office,), watchpoints=(more,), times=times, places=places, by=by,
    )  # fmt: skip


class _Finder:
    def __init__(self, text: str) -> None:
        self._text = text

    def __call__(self, words: str, *, after: int = 0) -> Span:
        start = self._text.index(words, after)
        return Span(start, start + len(words))


def _actor(ident: str, state: tuple[str, str], mentions: tuple[Span, ...], confidence: float) -> Actor:
    key, name = state
    return Actor(ident, key, name, ActorKind.COUNTRY, key, "GOV", (), (), mentions, mentions[:1], confidence, "made/1")


def _statement(
    ident: str, parts: tuple[Span, Span, Span], act: Act, who: tuple[str, str], said: When | None, whole: Span, by: str
) -> Statement:
    source, cue, content = parts
    return Statement(
        id=ident, source=(source,), cue=(cue,), content=(content,), form=Form.INDIRECT, act=act,
        speaker=who[0], speaks_for=who[1], imputed_to=None, addressee=None, channel=None, relayed_by=None, within=None,
        target=None, withholds=None, said_on=said, place=None,
        evidence=(whole,), confidence=0.9, by=by,
    )  # fmt: skip
