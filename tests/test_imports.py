"""Import directions: stages know only what lies below them; one file knows the runtime, one folder the databases."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "sayso"
MODULES = sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """Give the absolute names of all that a file imports, wherever in the file."""
    parts = ("sayso", *path.relative_to(PACKAGE).with_suffix("").parts)
    package = parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            prefix = package[: len(package) - node.level + 1] if node.level else ()
            yield ".".join([*prefix, *([node.module] if node.module else [])])


def importing(*libraries: str) -> set[str]:
    """Give the files that import one of the libraries."""
    roots = {path: {name.split(".")[0] for name in imported(path)} for path in MODULES}
    return {path.relative_to(PACKAGE).as_posix() for path, names in roots.items() if names & set(libraries)}


def test_one_file_knows_the_inference_runtime() -> None:
    assert importing("onnxruntime") == {"understand/encoder.py"}


def test_one_folder_knows_the_databases() -> None:
    files = importing("sqlalchemy", "sqlite3", "pysqlite3")
    assert files and {name.split("/")[0] for name in files} == {"record"}


def test_training_never_ships() -> None:
    assert importing("torch", "training", "onnx") == set()


def test_nothing_inside_imports_the_root() -> None:
    assert [path.name for path in MODULES if "sayso" in set(imported(path)) and path.name != "__main__.py"] == []


def test_the_contracts_of_pyproject_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    linter = pytest.importorskip("importlinter.cli", reason="needs import-linter (make test installs it)")
    monkeypatch.chdir(PACKAGE.parents[1])
    assert linter.lint_imports(config_filename="pyproject.toml", no_cache=True) == 0, "run: make imports"
