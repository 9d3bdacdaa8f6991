"""`sayso copies`, and how lists, a report shown and the brief say whose text a report prints."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import Result

from sayso.findings.reading import Reading
from sayso.record.ledger import open_ledger
from sayso.report import PublishedFrom, Report

Say = Callable[..., Result]
STORY = (
    "The lock at Aldern will stay closed until the last of the four gates has been hung, the canal office told barge owners on Tuesday.\n\n"
    "Two gates came by rail in the spring and two more lie in a yard downstream, where frost burst the paint on one of them.\n\n"
    "Owners who winter above the lock are to be towed through the old cut at the office's expense, a clerk said, once the ice is out."
)


def reading(outlet: str, text: str, day: int, place: str | None = None) -> Reading:
    report = Report(
        text=text, title=f"Lock, by {outlet}", outlet=outlet, published=date(2031, 4, day), published_from=PublishedFrom.GIVEN,
        place_of_origin=place or f"https://{outlet.split()[0].lower()}.example/1",
    )  # fmt: skip
    return Reading(id=outlet, report=report, by="made/1")


@pytest.fixture
def printed(path: Path) -> dict[str, str]:
    """Add a story, its reprint, a part of it, and a page before and after a change; gives the reports' keys."""
    page = "https://canal.example/9"
    readings = {
        "story": reading("Aldern Echo", STORY, 2),
        "cut": reading("Lower Post", STORY.split("\n\n")[0] + "\n\n" + STORY.split("\n\n")[1], 3),
        "before": reading(
            "Canal Office", STORY.replace("lock", "weir").replace("Owners who winter", "Those who lie") * 2, 8, page
        ),
        "after": reading(
            "Canal Office", STORY.replace("lock", "weir").replace("Owners who winter", "Skippers who lie") * 2, 9, page
        ),
    }
    with open_ledger(path) as ledger:
        return {name: ledger.add(one).report_key for name, one in readings.items()}


def test_the_list_names_the_original_and_says_why(say: Say, printed: dict[str, str]) -> None:
    rows = {row["report"]: row for row in json.loads(say("copies", "--format", "json").stdout)}
    cut = rows[printed["cut"]]
    assert (cut["kind"], cut["original"], cut["share"], cut["reasons"]) == ("cut", printed["story"], 1.0, "published 1 day later")
    assert rows[printed["after"]]["kind"] == "version"
    assert printed["story"] not in rows
    assert "Lower Post" in say("copies", columns=120).stdout


def test_the_list_is_narrowed_by_original_kind_and_number(say: Say, printed: dict[str, str]) -> None:
    around = json.loads(say("copies", "--report", printed["cut"], "--kind", "cut", "--format", "json").stdout)
    assert [row["report"] for row in around] == [printed["cut"]]
    assert json.loads(say("copies", "--limit", "0", "--format", "json").stdout) == []
    assert say("copies", "--kind", "stolen").exit_code == 2


def test_a_report_is_shown_passage_by_passage(say: Say, printed: dict[str, str]) -> None:
    shown = say("copies", printed["cut"], columns=200).stdout
    assert "Lower Post" in shown and "prints the text of Aldern Echo" in shown
    assert "left out" in shown and "once the ice is out" in shown
    row = json.loads(say("copies", printed["cut"], "--format", "json").stdout)
    start, end = map(int, row["left_out"].split("-"))
    assert STORY[start:end].startswith("Owners who winter") and row["own"] == ""


def test_of_a_page_read_again_is_told_what_changed(say: Say, printed: dict[str, str]) -> None:
    shown = say("copies", printed["after"], columns=200).stdout
    assert "instead of “Those”" in shown and "now: “Skippers”" in shown


def test_a_text_of_its_own_is_said_to_be(say: Say, printed: dict[str, str]) -> None:
    told = say("copies", printed["story"])
    assert (told.exit_code, told.stdout) == (0, "")
    assert "the report's own" in told.stderr
    assert say("copies", printed["story"], "--format", "json").stdout == "null\n"


def test_lists_and_brief_say_whose_text_it_is(say: Say, printed: dict[str, str]) -> None:
    assert "[cut reprint of Aldern Echo]" in " ".join(say("reports", columns=200).stdout.split())
    assert "cut reprint of Aldern Echo, 100 % of its words" in say("show", printed["cut"], columns=120).stdout
    brief = say("brief", columns=200).stdout
    assert "cut reprint of Aldern Echo, 100 % of its words" in brief
