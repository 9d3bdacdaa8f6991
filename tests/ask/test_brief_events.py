"""The brief of events: what happened, what is contested, what may come, who is who; no line without its characters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import situations
from sayso.ask.brief import make_brief
from sayso.ask.brief_event_parts import Bond
from sayso.ask.brief_parts import Brief
from sayso.ask.brief_words import bond_words
from sayso.ask.told import MAX_WHOLE, told
from sayso.findings.event import Reality, Status
from sayso.findings.reading import Reading
from sayso.record.ledger import Ledger, open_ledger
from sayso.report import Report
from sayso.span import Span, hull


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "situation.db") as made:
        yield made


def reprint(outlet: str, tail: str = "") -> Reading:
    """Give the clash as another outlet prints it, perhaps with words behind it."""
    made = situations.clash()
    place = f"https://{outlet}.example/1"
    return replace(
        made,
        report=replace(made.report, outlet=outlet, place_of_origin=place, url=place, text=made.report.text + tail, sha256=""),
    )


@pytest.fixture
def brief(ledger: Ledger) -> Brief:
    """Give the brief of the clash, printed to the letter a second time and with a further sentence a third time."""
    for reading in (situations.clash(), reprint("mirror"), reprint("longer", " More.")):
        ledger.add(reading)
    return make_brief(ledger.view())


def test_what_happened_is_what_happened(brief: Brief) -> None:
    assert [(line.when, line.what, line.event_type) for line in brief.happened] == [
        ("Mon 29 Apr 2024", "Norland had shelled Port Olm on Monday, killing 12 people", "ASSAULT"),
        ("Tue 30 Apr 2024", "Norland's guards closed the Olm bridge", "COERCE"),
        ("in print Wed 1 May 2024", "“Sweden will answer,” its envoy to Finland, Nils Ek, said", "THREATEN"),
    ]
    shelled, closed, threatened = brief.happened
    assert threatened.of == "threatened: ASSAULT"
    assert "(THREATEN; threatened: ASSAULT)" in str(brief)
    assert ([voice.who for voice in shelled.says], [voice.who for voice in shelled.denies]) == (["Finland"], ["Norland"])
    assert (shelled.own_voice, closed.own_voice) == (False, True)
    assert (shelled.status, closed.status) == ("contested", "asserted")
    assert shelled.sizes == ("12 people",)


def test_planned_supposed_and_denied_events_did_not_happen(brief: Brief) -> None:
    told_as_happened = " ".join(line.what for line in brief.happened)
    assert not any(words in told_as_happened for words in ("observers", "fired", "arresting"))


def test_what_is_contested_stands_with_both_sides(brief: Brief) -> None:
    shelled, arrested = brief.disputes
    assert [line.who for line in shelled.says] == ["Finland"]
    assert [(line.who, line.act, line.words) for line in shelled.denies] == [("Norland", "deny", "shelling the port")]
    assert (arrested.event.status, arrested.says) == ("denied", ())
    assert brief.contested == ()  # the denials stand with their events
    assert str(brief).count("*denies* Norland: “shelling the port”") == 1


def test_copies_and_reprints_are_one_line_counted_once(brief: Brief) -> None:
    assert [(line.reports, len(line.cites)) for line in brief.happened] == [(1, 1)] * 3
    assert [(len(one.denies), one.denies[0].reports) for one in brief.disputes] == [(1, 1), (1, 1)]
    assert [line.reports for line in brief.prospects] == [1, 1, 1]


def test_what_may_come(brief: Brief) -> None:
    assert [(line.kind, line.when, line.says.who if line.says else None) for line in brief.prospects] == [
        ("planned", "Mon 3 Jun 2024", None),
        ("conditional", None, "Finland"),
        ("threat", None, "Nils Ek"),
    ]
    assert "**Planned**" in str(brief)
    assert brief.prospects[1].condition == "the river freezes"


def test_a_planned_event_within_a_watchpoint_is_one_line(ledger: Ledger) -> None:
    made = situations.clash()
    words = situations.span(situations.CLASH, "Sweden plans to send observers to Port Olm on 3 June")
    watched = replace(made.watchpoints[1], id="w3", span=words, evidence=(words,), by_whom=None)
    ledger.add(replace(made, events=made.events[:5], watchpoints=(watched,)))
    [line] = make_brief(ledger.view()).prospects
    assert (line.kind, line.event_type, line.when, len(line.cites)) == ("threat", "MOBILIZE", "Mon 3 Jun 2024", 2)


def test_what_a_threat_would_bring_may_come(ledger: Ledger) -> None:
    made = situations.clash()
    ledger.add(replace(made, events=made.events[5:], watchpoints=()))
    [line] = make_brief(ledger.view()).prospects
    assert (line.kind, line.event_type, line.what) == (
        "threatened",
        "ASSAULT",
        "“Sweden will answer,” its envoy to Finland, Nils Ek, said",
    )
    ledger.add(made)
    threat = make_brief(ledger.view()).prospects[-1]
    assert (threat.kind, threat.event_type) == ("threat", "ASSAULT")  # the watchpoint's line, with the act's type


def test_who_is_who(brief: Brief) -> None:
    lines = str(brief).split("## Who is who\n\n")[1].split("\n\n")[0].splitlines()
    assert lines[0].startswith("- Nils Ek: envoy of Sweden to Finland [")
    assert lines[1].startswith("- Sweden, Finland: members of Northern Pact [")


def test_every_line_is_found_in_its_report(brief: Brief, ledger: Ledger) -> None:
    numbers = {citation.number: citation for citation in brief.citations}
    for citation in brief.citations:
        assert citation.words == tuple(span.of(ledger.view().text(citation.report)) for span in citation.spans)
    for line in (*brief.happened, *brief.prospects, *(one.event for one in brief.disputes)):
        assert line.cites
        texts = [ledger.view().text(numbers[number].report) for number in line.cites]
        assert all(line.what in text for text in texts)
        assert line.what in " ".join(numbers[line.cites[0]].words)
    assert all(bond.cites for bond in brief.bonds)


def test_the_page_says_the_same(brief: Brief) -> None:
    page = brief.to_html()
    for words in (
        "Norland&#x27;s guards closed the Olm bridge",
        "(ASSAULT, heavy-weapons)",
        "members of Northern Pact",
        "contested:",
    ):
        assert words in page
    assert page.count("<article") == page.count("</article>") == 2


def test_plain_data_has_every_part(brief: Brief) -> None:
    plain = brief.to_dict()
    assert plain["happened"][0]["denies"][0]["who"] == "Norland"
    assert plain["prospects"][0]["day"] == "2024-06-03"
    assert [bond["relation"] for bond in plain["bonds"]] == ["holds_office", "member_of"]


def test_who_did_it_is_said_where_the_words_do_not(ledger: Ledger) -> None:
    made = situations.clash()
    arrested = replace(made.events[2], status=Status.ASSERTED, denied_by=(), statement=None)
    ledger.add(replace(made, events=(arrested,), statements=()))
    assert "(COERCE, arrest: Norland → Sweden)" in str(make_brief(ledger.view()))


def test_one_denial_of_one_thing_told_twice_is_one_dispute(ledger: Ledger) -> None:
    made = situations.clash()
    again = replace(made.events[1], id="e9", trigger=situations.span(situations.CLASH, "killing"))
    ledger.add(replace(made, events=(made.events[1], replace(again, evidence=(again.trigger,)))))
    brief = make_brief(ledger.view())
    assert [len(one.event.cites) for one in brief.disputes] == [2]


def test_a_ruler_and_his_state_are_one_side_of_a_dispute(ledger: Ledger) -> None:
    made = situations.clash()
    again = replace(made.events[1], id="e9", actor=("a4",), trigger=situations.span(situations.CLASH, "killing"))
    actors = tuple(replace(one, country="NOR") if one.id == "a4" else one for one in made.actors)
    ledger.add(replace(made, actors=actors, events=(made.events[1], again)))
    assert [len(one.event.cites) for one in make_brief(ledger.view()).disputes] == [2]


def test_what_only_a_denial_names_did_not_happen(ledger: Ledger) -> None:
    made = situations.clash()
    retold = replace(made.events[2], status=Status.CONTESTED)  # told elsewhere too, but this is the denial's telling
    ledger.add(replace(made, events=(retold,)))
    brief = make_brief(ledger.view())
    assert (brief.happened, len(brief.disputes)) == ((), 1)


def test_what_is_said_not_to_have_happened_is_no_line(ledger: Ledger) -> None:
    made = situations.clash()
    ledger.add(replace(made, events=(replace(made.events[0], reality=Reality.NEGATED),)))
    brief = make_brief(ledger.view())
    assert (brief.happened, brief.disputes) == ((), ())


def test_days_and_actors_narrow_events_too(ledger: Ledger) -> None:
    ledger.add(situations.clash())
    assert [line.event_type for line in make_brief(ledger.view(), until="2024-04-29").happened] == ["ASSAULT"]
    assert [line.event_type for line in make_brief(ledger.view(), about="SWE").happened] == ["THREATEN"]
    assert [bond.subjects for bond in make_brief(ledger.view(), about="FIN").bonds] == [("Nils Ek",), ("Finland",)]


def test_a_long_stretch_is_shown_in_pieces() -> None:
    made = situations.clash()
    far = Span(0, 7), Span(MAX_WHOLE + 60, MAX_WHOLE + 66)
    event = replace(made.events[0], actor_spans=(far[0],), trigger=Span(10, 16), recipient_spans=(far[1],))
    whole = replace(made, sentences=(Span(0, len(made.report.text)),))
    assert told(event, whole).count(" … ") == 2


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        (
            "Borovia's envoy rejected the accusations, saying little.",
            ("Borovia's envoy", "rejected", ""),
            "Borovia's envoy rejected the accusations",
        ),
        ("Late on Monday, ten of them were killed in Olm.", ("", "killed", "them"), "ten of them were killed in Olm"),
        ("He sent 3,000 men (most of them old) home.", ("He", "sent", ""), "He sent 3,000 men"),
        ("Olm arming Vik would be “madness”.", ("Olm", "arming", "Vik"), "Olm arming Vik"),
        (
            "Vale warned that Olm will “answer at once” and left.",
            ("Vale", "warned", ""),
            "Vale warned that Olm will “answer at once”",
        ),
    ],
)
def test_a_clause_is_told_to_its_end(text: str, pieces: tuple[str, str, str], expected: str) -> None:
    actor, trigger, recipient = ((situations.span(text, words),) if words else () for words in pieces)
    event = replace(
        situations.clash().events[0], trigger=trigger[0], actor_spans=actor, recipient_spans=recipient,
        evidence=(hull((*actor, *trigger, *recipient)),),
    )  # fmt: skip
    reading = Reading("r", Report(text=text), sentences=(Span(0, len(text)),), events=(event,))
    assert told(event, reading) == expected


def test_a_clause_ends_where_the_next_event_begins_and_within_its_statement() -> None:
    text = "Olm says that Norland summoned the envoy in Olm and demanded an answer at once, to no avail."
    summoned = replace(
        situations.clash().events[0], trigger=situations.span(text, "summoned"), actor_spans=(situations.span(text, "Norland"),),
        recipient_spans=(situations.span(text, "the envoy"),), evidence=(situations.span(text, "Norland summoned the envoy"),), quad="VERBAL CONFLICT",
    )  # fmt: skip
    demanded = replace(
        summoned,
        trigger=situations.span(text, "demanded"),
        recipient_spans=(),
        actor_spans=(),
        evidence=(situations.span(text, "demanded"),),
    )
    says = situations.statement(text, "s1", "Olm", "says", "that Norland summoned the envoy in Olm and demanded an answer")
    reading = Reading("r", Report(text=text), sentences=(Span(0, len(text)),), statements=(says,), events=(summoned, demanded))
    assert told(summoned, reading) == "Norland summoned the envoy in Olm"
    assert told(replace(demanded, statement="s1"), reading) == "that Norland summoned the envoy in Olm and demanded an answer"


@pytest.mark.parametrize(
    ("bond", "expected"),
    [
        ({"relation": "holds_office", "role": "envoy", "accredited_to": "Finland"}, "Ek: envoy of Sweden to Finland"),
        ({"relation": "holds_office", "role": "ambassador to the League"}, "Ek: ambassador to the League (Sweden)"),
        ({"relation": "holds_office", "role": "minister", "is_former": True}, "Ek: former minister of Sweden"),
        ({"relation": "holds_office", "role": "Former king", "is_former": True}, "Ek: Former king of Sweden"),
        ({"relation": "relative_of", "role": "sister"}, "Ek: sister of Sweden"),
        ({"relation": "at_war_with", "is_former": True}, "Ek: formerly at war with Sweden"),
        ({"relation": "member_of", "subjects": ("Ek", "Vik")}, "Ek, Vik: members of Sweden"),
        ({"relation": "ally_of", "object": None}, "Ek: ally"),
        ({"relation": "holds_office", "role": "chief of the Olm guard", "object": "Olm Guard"}, "Ek: chief of the Olm guard"),
    ],
)
def test_a_tie_in_words(bond: dict[str, object], expected: str) -> None:
    blank = {"subjects": ("Ek",), "object": "Sweden", "role": None, "accredited_to": None, "is_former": False}
    rest = {"since": None, "until": None, "says": (), "denies": (), "cites": (1,)}
    assert bond_words(Bond(**(blank | rest | bond))) == expected  # type: ignore[arg-type]
