"""What is kept of a claim: the origin is the speaker whom the reading knows, with his key, however many print the text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from made_readings import reading
from sayso.findings.reading import Reading
from sayso.link.origins import OriginKind, origins_among
from sayso.record.ledger import Ledger, open_ledger
from sayso.record.linking import writing


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


def test_what_says_the_same_is_not_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = reading(1)
    beside = replace(
        one, report=replace(one.report, text=f"{one.report.text}\n\nMore later.", place_of_origin="https://example.com/b")
    )
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.add(one)
        ledger.add(reading(2))
        ledger.link()
        before = _numbers(ledger)
        asked: list[object] = []
        monkeypatch.setattr(writing, "origins_among", lambda told, around: asked.append(told) or origins_among(told, around))
        ledger.add(reading(2, place="https://mirror.example/2"))  # its claim has one more report, the other claim nothing new
        ledger.link()
        assert len(asked) == 1
        after = _numbers(ledger)
        assert {key for key in before if before[key] == after.get(key)} == {key for key in before if _is_of(ledger, key, one)}
        ledger.add(
            replace(one, statements=one.statements[:1], by="made/2")
        )  # a newer reading: what it tells is looked into again
        key = ledger.add(beside).report_key
        asked.clear()
        ledger.link()
        assert asked
        assert key in {report for row in ledger.claims() for report in row.spread.reports}


def _numbers(ledger: Ledger) -> dict[str, int]:
    """Give the number of each claim's row; a row that is written again has another."""
    with ledger._database.read() as connection:
        found = connection.exec_driver_sql("SELECT key, rowid FROM linkages WHERE kind = 'claim'")
        return {row.key: row.rowid for row in found}


def _is_of(ledger: Ledger, key: str, one: Reading) -> bool:
    return one.report.key in {report for row in ledger.claims() if row.key == key for report in row.spread.reports}
