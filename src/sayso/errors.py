"""What can go wrong, each with the exit code a shell sees. Imports nothing of ours.

A message says where, what was expected, what was found and what to do next.
"""


class SaysoError(Exception):
    """Anything sayso refuses; callers may catch this and nothing else.

    Attributes:
        code: a short stable word for programs ("unreadable", "ledger", …), written into error lines of `sayso parse`.
        exit_code: what the process returns when this ends the run: 1 a report failed, 2 wrong call, 3 the ledger.
    """

    code = "error"
    exit_code = 1


class UnreadableReport(SaysoError):
    """One input that cannot become a report: empty, binary, without text, broken JSON, no rights."""

    code = "unreadable"


class WrongCall(SaysoError):
    """The command or function was called with something it cannot take."""

    code = "wrong-call"
    exit_code = 2


class LexiconError(SaysoError):
    """A lexicon file, ours or a user's, that does not hold what its kind requires."""

    code = "lexicon"
    exit_code = 2


class ModelError(SaysoError):
    """The shipped weights are missing, altered or not understood by the installed runtime."""

    code = "model"
    exit_code = 2


class LedgerError(SaysoError):
    """The ledger cannot be opened, is no ledger, is of a newer version, or cannot be written."""

    code = "ledger"
    exit_code = 3
