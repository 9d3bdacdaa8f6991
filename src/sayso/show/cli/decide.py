"""`sayso decide`: what people rule on what was found."""

from __future__ import annotations

import getpass
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ...errors import WrongCall
from ..format import Format, write_rows
from .options import LedgerPath, ListFormat
from .running import WELL, ledger_at, settings_in_force, tell

if TYPE_CHECKING:
    from ...record.deciding import Judgement
    from ...record.ledger import Ledger


class Action(StrEnum):
    """What `sayso decide` can be asked to do."""

    MERGE = "merge"
    SPLIT = "split"
    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    LIST = "list"
    UNDO = "undo"
    EXPORT = "export"
    IMPORT = "import"


class Of(StrEnum):
    """Kinds of record that are put together across reports."""

    CLAIM = "claim"
    STORY = "story"
    HAPPENING = "happening"
    SERIES = "series"
    COPY = "copy"


What = Annotated[
    Action, typer.Argument(metavar="ACTION", help="merge, split, accept, reject, correct; list, undo, export, import.")
]
Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WORDS]...", help="Keys or their beginnings, actors' names; FIELD=VALUE to correct; a FILE to import."
    ),
]
Why = Annotated[str | None, typer.Option(metavar="TEXT", help="The reason; kept with the decision, and needed for it.")]
Who = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who decides; else $SAYSO_WHO, sayso.toml, the user of this machine.")
]
OfWhat = Annotated[
    Of | None,
    typer.Option("--of", metavar="KIND", help="As members of what: claim, story, happening, series, copy; where that is open."),
]
As = Annotated[str | None, typer.Option("--as", metavar="KEY", help="With split ACTOR REPORT: who the actor is in that report.")]


def decide(
    action: What,
    words: Words = None,
    why: Why = None,
    who: Who = None,
    of: OfWhat = None,
    as_: As = None,
    ledger: LedgerPath = None,
    format: ListFormat = Format.TABLE,
) -> int:
    """Rule on what was found: merge, split, accept, reject or correct records; list, undo, export or import decisions.

    merge A B: they are of one thing, under the first named. split A B: B is not of the thing A is of. split ACTOR REPORT: in that report the
    name is another's. accept, reject KEY: it is so; it is not, and leaves lists, brief and counts. correct KEY FIELD=VALUE: what the field
    says; an empty value says nothing.

    Decisions lie on top of what was found and stay when pages are read again. The later of two that differ wins. undo ID withdraws one;
    it stays in the list. export writes them as JSON Lines, import FILE (- for standard input) brings them into another ledger.
    """
    given, settings = words or [], settings_in_force()
    with ledger_at(ledger, settings) as opened:
        if action is Action.LIST:
            return _list(opened, given, format)
        if action is Action.EXPORT:
            return _export(opened)
        if action is Action.IMPORT:
            return _import(opened, given)
        by = who or settings.who or getpass.getuser()
        if action is Action.UNDO:
            return _undo(opened, given, by, why or "")
        return _rule(opened, _judgement(action, given, (by, why or ""), of, as_))


def _judgement(action: Action, words: list[str], by: tuple[str, str], of: Of | None, new_key: str | None) -> Judgement:
    from ...findings.decision import RecordKind, Verdict
    from ...record.deciding import Judgement

    fixes = [word for word in words if "=" in word] if action is Action.CORRECT else []
    on = tuple(word for word in words if word not in fixes)
    changes = tuple((name.strip(), value) for name, _, value in (fix.partition("=") for fix in fixes))
    return Judgement(Verdict(action.value), on, *by, RecordKind(of.value) if of else None, changes, new_key)


def _rule(ledger: Ledger, judgement: Judgement) -> int:
    for one in ledger.decide(judgement):
        ident = one.decision.id
        sys.stdout.write(ident + "\n")
        standing = "decided" if one.is_new else "stands already"
        tell(f'{standing}: {_words(ledger, ident)}; to take it back: sayso decide undo {ident[:8]} --why "…"')
    return WELL


def _words(ledger: Ledger, ident: str) -> str:
    from ..decision_lines import decision_words

    return decision_words(ledger.view().decisions(on=ident)[0])


def _list(ledger: Ledger, words: list[str], format: Format) -> int:
    from ..decision_lines import DECISIONS

    if len(words) > 1:
        raise WrongCall(f"list: expected one key or the beginning of one, found {len(words)}")
    write_rows(ledger.view().decisions(on=words[0] if words else None), DECISIONS, format, sys.stdout)
    return WELL


def _undo(ledger: Ledger, words: list[str], who: str, why: str) -> int:
    if len(words) != 1:
        raise WrongCall(f"undo: expected the id of one decision, found {len(words)}; list them with: sayso decide list")
    one = ledger.undo(words[0], who=who, why=why)
    tell(f"withdrawn: {_words(ledger, one.id)}; it stays in the list as withdrawn")
    return WELL


def _export(ledger: Ledger) -> int:
    from ...record.deciding import carried

    for row in ledger.view().decisions():
        sys.stdout.write(carried(row.decision) + "\n")
    return WELL


def _import(ledger: Ledger, words: list[str]) -> int:
    if len(words) != 1:
        raise WrongCall(
            "import: expected one file of decisions, or - for standard input; make one with: sayso decide export > FILE"
        )
    try:
        text = sys.stdin.read() if words[0] == "-" else Path(words[0]).read_text(encoding="utf8")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongCall(f"{words[0]}: expected a file of decisions as written by sayso decide export; {error}") from error
    brought = ledger.bring_decisions(text.split("\n"))
    tell(f"{brought.new} decision(s) new or withdrawn, {brought.known} in the ledger already")
    return WELL
