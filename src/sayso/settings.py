"""Settings: rows of name, default, unit and one sentence. A value comes from the environment, else sayso.toml, else the default.

`sayso.toml` lies in the working folder, or where `$SAYSO_SETTINGS` says; a name there is a line (`jobs = 2`), in the
environment it is `SAYSO_` and the name in capitals. An option on the command line wins over both. Read once, where a run begins.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .errors import WrongCall

FILE = "sayso.toml"
PREFIX = "SAYSO_"


@dataclass(frozen=True, slots=True)
class Setting:
    """One row: what can be set.

    Attributes:
        name: as written in sayso.toml; in the environment SAYSO_ and capitals.
        default: the value where nobody says otherwise; its type is the type expected.
        unit: what a number counts, or what a text is; "" where the sentence says all.
        sentence: what it does.
        low: the smallest number allowed.
    """

    name: str
    default: str | int | float
    unit: str
    sentence: str
    low: float = 0

    @property
    def variable(self) -> str:
        """Give the name in the environment."""
        return PREFIX + self.name.upper()


SETTINGS = (
    Setting("ledger", "situation.db", "path", "The ledger that commands read and write when --ledger names none."),
    Setting("lexicons", "", "folder", "Lexicons of your own, read after those of the package; empty: none."),
    Setting("max_characters", 200_000, "code points", "How much of one text is kept; what is cut at the end is said.", 1),
    Setting("max_bytes", 67_108_864, "bytes", "The largest file, page or JSON line read; larger ones are refused by name.", 1),
    Setting("extraction_timeout", 20.0, "seconds", "How long one HTML page may take before its extraction is ended.", 0.1),
    Setting("jobs", 0, "processes", "How many processes read and parse use where no --jobs is given; 0: one for each core."),
    Setting("who", "", "name", "Who decides, kept with each decision where no --who is given; empty: the user of this machine."),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a run, and where each came from ("default", "sayso.toml", "SAYSO_JOBS")."""

    ledger: str
    lexicons: str
    max_characters: int
    max_bytes: int
    extraction_timeout: float
    jobs: int
    who: str
    sources: Mapping[str, str]


def load_settings(environ: Mapping[str, str] | None = None, folder: Path | None = None) -> Settings:
    """Give the settings in force; raises WrongCall on a file, a name or a value that cannot be taken."""
    variables = os.environ if environ is None else environ
    path = Path(variables.get("SAYSO_SETTINGS") or (folder or Path()) / FILE)
    if "SAYSO_SETTINGS" in variables and variables["SAYSO_SETTINGS"] and not path.is_file():
        raise WrongCall(f"{path}: $SAYSO_SETTINGS names this file, but there is none; write it or unset the variable")
    written = _written(path)
    values: dict[str, str | int | float] = {}
    sources: dict[str, str] = {}
    for setting in SETTINGS:
        value: object = setting.default
        source = "default"
        if setting.name in written:
            value, source = written[setting.name], str(path)
        if variables.get(setting.variable):
            value, source = variables[setting.variable], setting.variable
        values[setting.name], sources[setting.name] = _typed(setting, value, source), source
    if sources["lexicons"] == str(path) and values["lexicons"]:
        values["lexicons"] = str(path.parent / str(values["lexicons"]))
    return Settings(**values, sources=sources)  # type: ignore[arg-type]  # _typed gives each the type of its row's default


def put_lexicons(settings: Settings) -> None:
    """Let the lexicons' loader, which reads the environment, know a folder named in sayso.toml."""
    if settings.lexicons:
        os.environ["SAYSO_LEXICONS"] = settings.lexicons


def _written(path: Path) -> Mapping[str, object]:
    try:
        written = tomllib.loads(path.read_text(encoding="utf8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError) as error:
        raise WrongCall(f"{path}: expected settings in TOML (jobs = 2), found {error}; mend or remove the file") from error
    names = [setting.name for setting in SETTINGS]
    for name in written:
        if name not in names:
            raise WrongCall(f"{path}: no setting is called {name!r}; there are {', '.join(names)}")
    return written


def _typed(setting: Setting, value: object, source: str) -> str | int | float:
    kind = type(setting.default)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)) or (kind is str and not isinstance(value, str)):
        raise _refused(setting, value, source)
    if kind is str:
        return str(value)
    try:
        number = float(value) if kind is float else int(value)
    except (ValueError, OverflowError):
        raise _refused(setting, value, source) from None
    if not number >= setting.low or number == float("inf") or (isinstance(value, float) and number != value):
        raise _refused(setting, value, source)
    return number


def _refused(setting: Setting, value: object, source: str) -> WrongCall:
    kind = {str: "text", int: "a whole number", float: "a number"}[type(setting.default)]
    least = "" if isinstance(setting.default, str) else f" of at least {setting.low:g}"
    unit = f" ({setting.unit})" if setting.unit else ""
    return WrongCall(f"{source}: {setting.name} takes {kind}{least}{unit}, found {value!r}")
