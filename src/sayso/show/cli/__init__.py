"""The commands, in the order of help. To add one: a file with a function that gives an exit code, and a line here."""

from __future__ import annotations

from collections.abc import Callable

from .actors import actors
from .brief import brief
from .claims import claims
from .copies import copies
from .decide import decide
from .diff import diff
from .doctor import doctor
from .events import events
from .export import export
from .figures import figures
from .forget import forget
from .parse import parse
from .read import read
from .reports import reports
from .search import search
from .show import show
from .statements import statements
from .stories import stories
from .ties import ties
from .watch import watch
from .watchpoints import watchpoints

COMMANDS: tuple[Callable[..., int], ...] = (
    read,
    brief,
    diff,
    watch,
    stories,
    claims,
    statements,
    figures,
    events,
    ties,
    watchpoints,
    actors,
    reports,
    copies,
    search,
    show,
    decide,
    export,
    forget,
    parse,
    doctor,
)
