"""`show`: a record, where it stands, and where an office is known from; `forget`: what stays."""

from __future__ import annotations

import json
from collections.abc import Callable

from typer.testing import Result

Say = Callable[..., Result]


def _key(say: Say, what: str, **wanted: object) -> str:
    rows = json.loads(say(what, "--format", "json").stdout)
    return next(str(row["key"]) for row in rows if all(row[name] == value for name, value in wanted.items()))


def test_a_statement_is_marked_in_its_text(say: Say) -> None:
    shown = " ".join(say("show", _key(say, "statements", act="deny", speaker="ada-berg")).stdout.split())
    assert "⟦source: Ada Berg⟧" in shown
    assert "⟦cue: denied⟧" in shown
    assert "⟦target: barges had been moved to the crossing⟧⟧" in shown
    assert "spokeswoman (norland-ministry): as the report says" in shown


def test_an_office_nobody_has_checked_says_so(say: Say) -> None:
    assert "king (SWE): general knowledge, unchecked" in say("show", "SWE").stdout
    assert "king (SWE): general knowledge, unchecked" in say("show", _key(say, "statements", speaker="SWE")[:8]).stdout


def test_a_report_is_shown_whole(say: Say) -> None:
    shown = say("show", _key(say, "reports", outlet="Strait News"))
    assert shown.exit_code == 0
    assert "⟦source: Denmark⟧ ⟦cue: declined to comment⟧" in shown.stdout


def test_programs_get_the_pieces(say: Say) -> None:
    shown = json.loads(say("show", _key(say, "figures", low=75.0), "--format", "json").stdout)
    pieces = {part: piece["words"] for piece in shown["passages"][0]["pieces"] for part in piece["parts"]}
    assert pieces == {"figure": "75", "of": "barges"}


def test_an_event_is_marked_and_says_who_says_so(say: Say) -> None:
    shown = " ".join(say("show", _key(say, "events", trigger="shelled"), columns=160).stdout.split())
    assert "⟦actor: Norland⟧ had ⟦trigger: shelled⟧ ⟦recipient: Port Olm⟧ on Monday, killing 12 people⟧" in shown
    assert "asserted by Finland [FIN]" in shown
    assert "denied by Norland [NOR]" in shown
    assert "how many 12 people" in shown
    assert "where Port Olm, NOR, 59.5, 10.25 (town)" in shown


def test_an_event_nobody_is_named_for_is_the_reports(say: Say) -> None:
    assert "the report itself" in say("show", _key(say, "events", trigger="closed")).stdout


def test_a_threat_is_shown_with_what_it_would_bring(say: Say) -> None:
    shown = " ".join(say("show", _key(say, "events", event_type="THREATEN"), columns=160).stdout.split())
    assert "act inside threatened: ASSAULT (“answer”), Sweden [SWE]" in shown
    assert "⟦trigger: will ⟦act: answer⟧⟧" in shown


def test_ties_and_watchpoints_are_shown(say: Say) -> None:
    tie = " ".join(say("show", _key(say, "ties", relation="holds_office"), columns=160).stdout.split())
    assert "accredited to Finland [FIN]" in tie
    watchpoint = " ".join(say("show", _key(say, "watchpoints", kind="conditional"), columns=160).stdout.split())
    assert "If ⟦condition: the river freezes⟧, ⟦consequence: more barges may come⟧⟧" in watchpoint
    assert "says Finland [FIN]" in watchpoint


def test_forgetting_keeps_hash_and_reason(say: Say) -> None:
    key = _key(say, "reports", outlet="Strait News")
    assert say("forget", key[:8]).exit_code == 2
    done = say("forget", key[:8], "--reason", "asked by the outlet")
    assert (done.exit_code, done.stdout) == (0, "")
    assert key in done.stderr
    assert say("search", "declined").stdout.strip() == "no text, story or claim holds all these words"
