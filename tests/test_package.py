"""The package as a stranger meets it: a quick import, few public names, and everything it needs inside."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import sayso

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "sayso"
MAX_IMPORT_SECONDS = 0.3
HEAVY = ("numpy", "onnxruntime", "tokenizers", "sqlalchemy", "trafilatura", "lxml", "pandas", "polars", "rich", "typer", "yaml")


def fresh(code: str) -> str:
    """Give what a new interpreter prints."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT / "src")}
    )
    return done.stdout.strip()


def test_import_is_quick() -> None:
    code = "import time; began = time.perf_counter(); import sayso; print(time.perf_counter() - began)"
    assert min(float(fresh(code)) for _ in range(3)) < MAX_IMPORT_SECONDS


def test_import_brings_nothing_heavy() -> None:
    loaded = set(fresh("import sys, sayso; print(*sys.modules)").split())
    assert loaded & set(HEAVY) == set()


def test_help_loads_neither_model_nor_database() -> None:
    call = "try: main()\nexcept SystemExit: print(*sys.modules)"
    code = f"import sys; sys.argv[1:] = ['--help']\nfrom sayso.show.app import main\n{call}"
    loaded = set(fresh(code).splitlines()[-1].split())
    assert loaded & {"onnxruntime", "tokenizers", "sqlalchemy", "trafilatura", "pandas"} == set()


def test_few_public_names_and_all_of_them_there() -> None:
    assert len(sayso.__all__) <= 15
    assert [name for name in sayso.__all__ if getattr(sayso, name, None) is None] == []
    assert {"parse", "parse_file", "open_ledger", "Reading", "Statement", "Figure", "Event"} <= set(sayso.__all__)


def test_no_public_name_is_a_subpackage() -> None:
    assert {path.name for path in PACKAGE.iterdir() if path.is_dir()} & set(sayso.__all__) == set()


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="nothing_here"):
        _ = sayso.nothing_here


def test_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    assert sayso.__version__ == project["version"]


def test_every_library_imported_is_a_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["frames"]]
    names = {row.split(";")[0].split(">")[0].split("<")[0].strip().replace("-", "_") for row in wanted} | {"yaml"}
    sys.path.insert(0, str(ROOT / "tests"))
    from test_imports import MODULES, imported

    libraries = {name.split(".")[0] for path in MODULES for name in imported(path)}
    ours_and_python = set(sys.stdlib_module_names) | {"sayso"}
    assert libraries - ours_and_python - names == set()


def test_the_weights_are_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in (PACKAGE / "model").iterdir()) < 40 << 20
