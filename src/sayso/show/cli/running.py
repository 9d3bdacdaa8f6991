"""What every command does around its work: one message instead of a traceback, exit codes, the ledger of the settings.

Exit codes: 0 all well, 1 some reports failed, 2 wrong call, 3 the ledger; 130 after Ctrl-C, 141 where the reader of standard
output has gone, as a shell shows them.
"""

from __future__ import annotations

import errno
import functools
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec

import typer

from ...ask.visible import visible
from ...errors import LedgerError, SaysoError, WrongCall
from ...settings import Settings, load_settings, put_lexicons

if TYPE_CHECKING:
    from ...read.payload import ReadOptions
    from ...record.ledger import Ledger
    from ...record.view import View

P = ParamSpec("P")
WELL, SOME_FAILED, WRONG_CALL = 0, 1, 2
INTERRUPTED, READER_GONE = 130, 141
# What a full disk, a full share of it and a limit on the size of files say.
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def guarded(command: Callable[P, int]) -> Callable[P, None]:
    """Wrap a command so that what goes wrong becomes one message on standard error and an exit code."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            code = command(*args, **kwargs)
            sys.stdout.flush()
        except SaysoError as error:
            tell(str(error))
            code = error.exit_code
        except KeyboardInterrupt:
            tell("interrupted; the ledger is whole, and the command can be repeated")
            code = INTERRUPTED
        except BrokenPipeError:
            _close_stdout()
            code = READER_GONE
        except OSError as error:
            if error.errno not in _NO_ROOM:
                raise
            tell(f"standard output: {error.strerror}; make room or write elsewhere")
            _close_stdout()
            code = SOME_FAILED
        raise typer.Exit(code)

    return run


def tell(message: str) -> None:
    """Say something to the person at the terminal, on standard error."""
    try:
        print(f"sayso: {visible(message, keep_lines=True)}", file=sys.stderr, flush=True)
    except OSError:
        return  # nobody is listening


def settings_in_force() -> Settings:
    """Give the settings, and let the lexicons' loader know a folder that sayso.toml names."""
    settings = load_settings()
    put_lexicons(settings)
    return settings


def reading_options(settings: Settings, *, published: date | None = None) -> ReadOptions:
    """Give the limits of reading as the settings have them, and the day the user gives for all reports."""
    from ...read.payload import ReadOptions

    return ReadOptions(
        published=published,
        max_characters=settings.max_characters,
        max_bytes=settings.max_bytes,
        extraction_seconds=settings.extraction_timeout,
    )


@contextmanager
def ledger_at(path: Path | None, settings: Settings, *, create: bool = False) -> Iterator[Ledger]:
    """Give the open ledger of an option or the settings; raises LedgerError where there is none and none is to be made."""
    from ...record.ledger import open_ledger

    with open_ledger(path if path is not None else settings.ledger, create=create) as ledger:
        yield ledger


def linked_view(opened: Ledger) -> View:
    """Give the ledger's view after linking what waits; where the ledger cannot be written, as it is linked by now."""
    try:
        link_shown(opened)
    except LedgerError as error:
        waiting = opened.view().waiting()
        if not waiting:
            raise
        tell(f"{waiting} text(s) wait to be linked, and cannot be now: what they tell is missing here ({error})")
    return opened.view()


def link_shown(opened: Ledger) -> int:
    """Link what waits and give how many texts it was; shows on standard error how far it is, where a person is looking."""
    return _shown("linking", opened.view().waiting, lambda tell_done: opened.link(tell=tell_done))


def renew_shown(opened: Ledger) -> int:
    """Link anew what other rules linked, saying so, and give how many texts it was."""
    outdated = opened.view().outdated()
    if not outdated:
        return 0
    tell(
        f"the rules of linking have changed: {outdated} text(s) are linked anew; if this is cut off, the next sayso read goes on"
    )
    return _shown("linking anew", lambda: outdated, lambda tell_done: opened.renew(tell=tell_done))


def _shown(what: str, number: Callable[[], int], act: Callable[[Callable[[int], object] | None], int]) -> int:
    """Do something with a number of texts, showing on standard error how far it is, where a person is looking."""
    waiting = number() if sys.stderr.isatty() else 0
    if not waiting:
        return act(None)
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(f"{what}:", markup=False), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=waiting)
        return act(lambda done: shown.update(task, completed=done))


def refuse_mixed(switch: str, *, is_given: bool, without: Mapping[str, object], only_with: Mapping[str, object]) -> None:
    """Raise WrongCall on options that go only without a switch, or only with it; each by its name and what was given."""
    wrong = [name for name, value in (without if is_given else only_with).items() if value]
    if wrong:
        raise WrongCall(f"{', '.join(wrong)}: {'cannot go with' if is_given else 'goes only with'} {switch}")


def tell_notes(notes: Any) -> None:
    """Say how a question was taken, where that needs saying."""
    for note in notes:
        tell(note)


def _close_stdout() -> None:
    """Leave nothing for Python to flush at exit, where the failure would be shown as a traceback."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
