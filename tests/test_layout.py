"""The tree keeps its shape: short files, telling names, words only where people look, no path of one machine."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "sayso"
MODULES = sorted(PACKAGE.rglob("*.py"))
SCRIPTS = [path for folder in ("benchmarks", "tools", "training") for path in sorted((ROOT / folder).rglob("*.py"))]
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 40
MAX_PARAMETERS = 6
DRAWERS = {"util", "utils", "helper", "helpers", "common", "misc", "core", "base", "manager"}
# Built from pieces, so that this file does not hold what it forbids.
MACHINE_PATHS = re.compile(
    "|".join(["/" + folder + "/[a-z.]" for folder in ("work", "farm", "home", "Users")] + ["bash" + "_jobs"])
)


def named(path: Path) -> str:
    """Give the path as it stands in the tree."""
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Give every function of a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def tracked() -> list[Path]:
    """Give the files of the tree; of an unpacked archive without git, those of the folders that matter."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 0 and done.stdout:
        return [path for name in done.stdout.split("\0") if name and (path := ROOT / name).is_file()]
    return [path for folder in ("src", "tests", "docs", "examples") for path in (ROOT / folder).rglob("*") if path.is_file()]


def test_files_are_short() -> None:
    lengths = {named(path): len(path.read_text(encoding="utf8").splitlines()) for path in [*MODULES, *SCRIPTS]}
    assert {name: lines for name, lines in lengths.items() if lines > MAX_FILE_LINES} == {}, (
        "look for the second idea in the file"
    )


def test_no_drawer_called_stuff() -> None:
    names = {named(path): {path.stem, path.parent.name} for path in [*MODULES, *SCRIPTS]}
    assert [name for name, words in names.items() if words & DRAWERS] == []


def test_files_say_what_they_are() -> None:
    written = {named(path): ast.parse(text) for path in MODULES if (text := path.read_text(encoding="utf8")).strip()}
    assert [name for name, tree in written.items() if not ast.get_docstring(tree)] == []


def test_functions_are_short_and_take_few_things() -> None:
    long = []
    for path in MODULES:
        for one in functions(path):
            lines = (one.end_lineno or one.lineno) - one.lineno + 1
            taken = len(one.args.posonlyargs + one.args.args + one.args.kwonlyargs)
            taken -= any(arg.arg in ("self", "cls") for arg in one.args.args[:1])
            # A command's parameters are its options; there may be as many as people need.
            too_many = taken > MAX_PARAMETERS and path.parent.name != "cli"
            if lines > MAX_FUNCTION_LINES or too_many:
                long.append(f"{named(path)}: {one.name}, {lines} lines, {taken} parameters")
    assert long == []


def test_only_show_speaks() -> None:
    speaking = []
    for path in MODULES:
        if "show" in path.relative_to(PACKAGE).parts:
            continue
        calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))) if isinstance(node, ast.Call))
        speaking += [f"{named(path)}:{c.lineno}" for c in calls if isinstance(c.func, ast.Name) and c.func.id == "print"]
    assert speaking == []


def test_no_path_of_one_machine() -> None:
    found = []
    for path in tracked():
        try:
            lines = path.read_text(encoding="utf8").splitlines()
        except UnicodeDecodeError:
            continue  # weights and pictures
        found += [f"{named(path)}:{number}" for number, line in enumerate(lines, 1) if MACHINE_PATHS.search(line)]
    assert found == []


def test_nothing_is_left_for_later() -> None:
    marks = re.compile("|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "NotImplemented" + "Error"]))
    found = [named(path) for path in MODULES if marks.search(path.read_text(encoding="utf8").replace("XXXX-", ""))]
    assert found == []


def test_nothing_is_too_large_to_clone() -> None:
    large = {named(path): path.stat().st_size >> 20 for path in tracked() if path.stat().st_size > 40 << 20}
    assert large == {}
