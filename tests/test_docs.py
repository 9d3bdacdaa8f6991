"""The generated parts of docs/ are what the code says; every command, setting and example has its place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sayso.settings import SETTINGS
from sayso.show.cli import COMMANDS

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import build_docs  # noqa: E402


@pytest.mark.parametrize("page", sorted(path.name for path in build_docs.DOCS.glob("*.md")))
def test_page_is_up_to_date(page: str) -> None:
    written = (build_docs.DOCS / page).read_text(encoding="utf8")
    assert build_docs.built(written) == written, f"docs/{page} is out of date; run: {build_docs.REPAIR}"


def test_every_command_and_setting_is_described() -> None:
    commands = (ROOT / "docs/commands.md").read_text(encoding="utf8")
    settings = (ROOT / "docs/settings.md").read_text(encoding="utf8")
    assert all(f"## sayso {command.__name__}\n" in commands for command in COMMANDS)
    assert all(f"`{setting.name}`" in settings for setting in SETTINGS)


def test_every_example_is_described() -> None:
    described = (ROOT / "examples/README.md").read_text(encoding="utf8")
    reports = [path.name for path in (ROOT / "examples/reports").iterdir()]
    assert len(reports) >= 15
    assert [name for name in reports if f"`{name}`" not in described] == []


def test_check_fails_on_an_old_page(tmp_path: Path) -> None:
    old = "<!-- generated settings -->\nold\n<!-- end -->\n"
    assert build_docs.built(old) != old
    done = subprocess.run([sys.executable, str(ROOT / "tools/build_docs.py"), "--check"], cwd=tmp_path, check=False,
                          env={"PYTHONPATH": str(ROOT / "src")}, capture_output=True, text=True)  # fmt: skip
    assert done.returncode == 0, done.stderr
