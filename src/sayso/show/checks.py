"""What `sayso doctor` looks at: each check gives a name, whether it is well, and what was found."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from ..errors import SaysoError
from ..settings import SETTINGS, Settings
from .format import Column, Flat, View

OLDEST_PYTHON = (3, 11)
LIBRARIES = ("onnxruntime", "tokenizers", "numpy", "trafilatura", "lxml", "sqlalchemy", "sentencex", "py3langid", "typer", "rich")
WELL, WARNING, BAD = "ok", "warning", "bad"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. `state` is "ok", "warning" (works, but a person should know) or "bad"."""

    name: str
    state: str
    found: str

    def flat(self) -> Flat:
        """Give one line of a table."""
        return {"check": self.name, "state": self.state, "found": self.found}


CHECKS = View(
    (
        Column("check", lambda row: row.name, share=3, style="bold"),
        Column("state", lambda row: row.state, width=7),
        Column("found", lambda row: row.found, share=6),
    )
)


def run_checks(settings: Settings, ledger: Path | None) -> list[Check]:
    """Look at everything; a check that fails is a row, never the end."""
    checks: tuple[Callable[[], Check], ...] = (_python, _package, _sqlite, _model, _lexicons)
    found = [check() for check in checks]
    return [*found, *_libraries(), _ledger(str(ledger) if ledger else settings.ledger), *_settings(settings)]


def _python() -> Check:
    state = WELL if sys.version_info >= OLDEST_PYTHON else BAD
    return Check("python", state, f"{platform.python_version()}, {platform.system()} {platform.machine()}")


def _package() -> Check:
    return Check("sayso", WELL, f"{version_of('sayso') or 'not installed as a package'}, in {Path(__file__).parents[1]}")


def _libraries() -> Iterator[Check]:
    for name in LIBRARIES:
        version = version_of(name)
        yield Check(name, WELL if version else BAD, version or f"not installed; install it with: pip install {name}")


def version_of(name: str) -> str | None:
    """Give the version of an installed package, None where it is not installed."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _sqlite() -> Check:
    try:
        from ..record.opening import driver, has_wal_fault, sqlite_version
    except ImportError as error:
        return Check("sqlite", BAD, f"cannot be loaded: {error}")
    found = f"{sqlite_version()} through {driver.__name__}"
    if not has_wal_fault():
        return Check("sqlite", WELL, f"{found}; outside the versions that can lose the write-ahead log")
    return Check("sqlite", WARNING, f"{found}; it can lose the write-ahead log when two processes write, so sayso locks a file")


def _model() -> Check:
    try:
        from ..understand.encoder import check_digests, load_manifest

        check_digests()
        manifest = load_manifest()
    except SaysoError as error:
        return Check("model", BAD, str(error))
    except (ImportError, OSError) as error:
        return Check("model", BAD, f"cannot be loaded: {error}; reinstall sayso")
    return Check("model", WELL, f"{manifest.name}, digest {manifest.digest} as written in its manifest")


def _lexicons() -> Check:
    from ..lexicons import digest, entries, user_folder

    try:
        folder = user_folder()
        names = sorted(_lexicon_names())
        rows = sum(len(entries(name)) for name in names)
        found = f"{len(names)} files, {rows:,} entries, digest {digest()}"
    except (SaysoError, OSError) as error:
        return Check("lexicons", BAD, str(error))
    if folder and not folder.is_dir():
        return Check("lexicons", BAD, f"$SAYSO_LEXICONS names {folder}, which is no folder; make it or unset the variable")
    return Check("lexicons", WELL, found + (f", yours from {folder}" if folder else ""))


def _lexicon_names() -> Iterator[str]:
    root = Path(__file__).parents[1] / "lexicons"
    for path in root.rglob("*.yml"):
        yield path.relative_to(root).with_suffix("").as_posix()


def _ledger(named: str) -> Check:
    from ..record.ledger import ledger_path, open_ledger
    from ..record.tables import OF_A_KIND

    try:
        path = ledger_path(named)
        if not path.exists():
            return Check("ledger", WELL, f"{path.absolute()}: none yet; make it with: sayso read SOURCE")
        with open_ledger(path, create=False) as ledger:
            health, outdated = ledger.view().health(), ledger.view().outdated()
    except SaysoError as error:
        return Check("ledger", BAD, str(error))
    if not health.sound:
        return Check("ledger", BAD, f"{health.path}: {'; '.join(health.complaints[:3])}; keep a copy and read the sources again")
    rows = ", ".join(
        f"{health.rows.get(table, 0):,} {table}" for table in ("reports", "actors", *(table.name for table in OF_A_KIND.values()))
    )
    anew = f"; {outdated:,} texts linked by other rules, which the next sayso read links anew" if outdated else ""
    return Check("ledger", WELL, f"{health.path}: sound; {rows}{anew}")


def _settings(settings: Settings) -> Iterator[Check]:
    for setting in SETTINGS:
        value, source = getattr(settings, setting.name), settings.sources[setting.name]
        yield Check(f"setting {setting.name}", WELL, f"{'(none)' if value == '' else value} ({setting.unit}), from {source}")
