"""What is kept of a claim: the origin is the speaker whom the reading knows, with his key, however many print the text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from made_readings import reading
from sayso.link.origins import OriginKind
from sayso.record.ledger import open_ledger


def test_the_speaker_of_a_statement_that_several_print_is_its_one_origin(tmp_path: Path) -> None:
    first, copy = reading(1), reading(1, place="https://mirror.example/1")
    copy = replace(copy, report=replace(copy.report, outlet="Mirror"))
    with open_ledger(tmp_path / "ledger.db") as ledger:
        for one in (first, copy):
            ledger.add(one)
        ledger.link()
        (claim,) = [one for one in ledger.claims() if one.text.startswith("Calvenia has sent")]
    (origin,) = claim.origins
    (asserting,) = {p.who.key for p in claim.positions if p.who and p.stand.value == "asserts"}
    assert (origin.kind, origin.actor, origin.name) == (OriginKind.ACTOR, asserting, "Ada Number")
    assert origin.outlets == ("Mirror", "Outlet 1")
