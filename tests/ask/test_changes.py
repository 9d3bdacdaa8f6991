"""What is new between two days: denials, claims, figures that moved, first mentions; and that nothing old is told as new."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso import parse
from sayso.ask.change_parts import ChangeKind, Changes
from sayso.ask.change_words import change_lines
from sayso.ask.changes import changes_between
from sayso.errors import WrongCall
from sayso.notebook import open_ledger as open_with_brief
from sayso.record.ledger import Ledger, open_ledger

pytestmark = pytest.mark.model

PAGES = (
    (
        "2031-03-01",
        "Gull",
        "Pelm's navy has seized two trawlers near Cape Vray, Orra's government said on Saturday. The harbour of Vray stays closed.",
    ),
    (
        "2031-03-02",
        "Tern",
        "Orra's government said on Sunday that Pelm's navy has seized two trawlers near Cape Vray. Fishermen stay at home.",
    ),
    (
        "2031-03-04",
        "Heron",
        "Pelm's defence ministry denied on Tuesday that its navy had seized two trawlers near Cape Vray.\n\n"
        "Orra's government said that Pelm's navy has now seized four trawlers near Cape Vray. Ada Berg, an envoy of Sweden, left Orra.",
    ),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path: Path = tmp_path_factory.mktemp("changes") / "situation.db"
    with open_ledger(path) as made:
        for day, outlet, text in PAGES:
            made.add(parse(text, published=day, outlet=outlet, url=f"https://{outlet.lower()}.example/1"))
        made.add(
            parse("Pelm's navy has seized two trawlers near Cape Vray, a radio said.", outlet="Undated", url="https://u.example/")
        )
        made.link()
        yield made


@pytest.fixture(scope="module")
def changes(ledger: Ledger) -> Changes:
    return changes_between(ledger.view(), "2031-03-04")


def test_a_denial_is_new_once(ledger: Ledger, changes: Changes) -> None:
    denied = changes.of(ChangeKind.DENIED)
    assert [(c.who, str(c.day)) for c in denied] == [("Pelm’s defence ministry", "2031-03-04")] or len(denied) == 1
    assert "seized two trawlers" in denied[0].what
    assert changes_between(ledger.view(), "2031-03-05").of(ChangeKind.DENIED) == ()
    assert changes_between(ledger.view(), "2031-03-01", "2031-03-03").of(ChangeKind.DENIED) == ()


def test_what_was_told_before_is_no_new_claim(changes: Changes) -> None:
    new = [change.what for change in changes.of(ChangeKind.NEW_CLAIM)]
    assert any("four trawlers" in what for what in new)
    assert not any("two trawlers" in what for what in new)


def test_reports_without_a_day_are_counted_and_left_out(changes: Changes) -> None:
    assert changes.undated == 1
    assert changes.reports == 1
    assert all(cite.published for change in changes.changes for cite in change.cites)


def test_first_mentions_need_something_before(ledger: Ledger, changes: Changes) -> None:
    names = [change.what for change in changes.of(ChangeKind.NEW_ACTOR)]
    assert "Ada Berg" in names
    assert "Orra" not in names
    assert changes_between(ledger.view(), "2031-03-01").of(ChangeKind.NEW_ACTOR) == ()


def test_every_change_cites_characters_of_a_report(ledger: Ledger, changes: Changes) -> None:
    for change in changes.changes:
        assert change.cites
        for cite in change.cites:
            text = ledger.view().text(cite.report)
            assert all(0 <= span.start < span.end <= len(text) for span in cite.spans)
            assert " ".join(" ".join(span.of(text) for span in cite.spans).split()) in (" ".join(cite.words.split()), "")


def test_lines_number_their_places(changes: Changes) -> None:
    lines = list(change_lines(changes))
    assert lines[0] == "# What is new since 2031-03-04: 1 report of 1 outlet"
    assert any(line.startswith("## Newly denied") or "## Newly denied" in line for line in lines)
    numbered = [line for line in lines if line.startswith("[1] ")]
    assert len(numbered) == 1 and "Heron" in numbered[0]


def test_who_denies_is_not_told_as_who_says_it(changes: Changes) -> None:
    lines = list(change_lines(changes))
    denied = lines[next(at for at, line in enumerate(lines) if "## Newly denied" in line) + 1]
    assert denied.startswith("- by **")


def test_who_only_denies_a_claim_carries_nothing_of_it(ledger: Ledger, changes: Changes) -> None:
    denied = changes.of(ChangeKind.DENIED)[0]
    claim = next(claim for claim in ledger.claims() if claim.key == denied.key)
    assert "Heron" in {position.report.outlet for position in claim.positions}
    assert denied.outlets == claim.support.outlets < claim.spread.outlets


def test_a_day_that_is_none_is_refused(ledger: Ledger) -> None:
    with pytest.raises(WrongCall, match="since: expected a day"):
        changes_between(ledger.view(), "yesterday")


def test_the_open_ledger_gives_the_same(ledger: Ledger, changes: Changes) -> None:
    with open_with_brief(ledger.path) as opened:
        assert opened.changes("2031-03-04") == changes
    assert str(changes).startswith("# What is new since 2031-03-04")
