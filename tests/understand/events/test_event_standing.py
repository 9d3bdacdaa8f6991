"""On whose say-so: what a denial reaches, and that the denial told as an event is not itself denied."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import situations
from sayso.findings.event import Event, Status
from sayso.findings.statement import Act
from sayso.understand.events.standing import Standing

TEXT = "Sudland said Norland shelled Port Olm on Monday. Norland rejected the accusation."
ACTORS: Any = {"a1": SimpleNamespace(country="NOR", key="NOR"), "a2": SimpleNamespace(country="SUD", key="SUD")}


def settled(*events: Event) -> list[Event]:
    told = situations.statement(TEXT, "s0", "Sudland", "said", "Norland shelled Port Olm on Monday", Act.ACCUSE, speaker="a2")
    denial = situations.statement(TEXT, "s1", "Norland", "rejected", "the accusation", Act.DENY, speaker="a1")
    return Standing([told, denial], ACTORS, TEXT).settled(events)


def happening(ident: str, trigger: str, event_type: str) -> Event:
    return situations.event(
        TEXT, ident, ("Norland", trigger, ""), event_type, ("a1", None), evidence=(situations.span(TEXT, trigger),)
    )


def test_a_denial_of_the_reports_reaches_the_act_and_not_itself_told_as_an_event() -> None:
    shelled, rejected = settled(happening("e1", "shelled", "ASSAULT"), happening("e2", "rejected", "REJECT"))
    assert (shelled.status, shelled.denied_by) == (Status.CONTESTED, ("s1",))
    assert (rejected.status, rejected.denied_by) == (Status.ASSERTED, ())


def test_a_denial_alone_contests_nothing() -> None:
    [rejected] = settled(replace(happening("e1", "rejected", "REJECT")))
    assert rejected.status is Status.ASSERTED


def test_a_denial_of_something_else_reaches_nothing_told_before_it() -> None:
    words = "Norland shelled the port. Norland denied that its harbour was shut."
    denial = situations.statement(words, "s1", "Norland", "denied", "that its harbour was shut", Act.DENY, speaker="a1")
    [shelled] = Standing([denial], ACTORS, words).settled([happening("e1", "shelled", "ASSAULT")])
    assert (shelled.status, shelled.denied_by) == (Status.ASSERTED, ())
