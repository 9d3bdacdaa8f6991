"""The lexicons' loader: ours first, the user's rows replace or add, and what is wrong is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso import lexicons
from sayso.errors import LexiconError

PACKAGE = Path(lexicons.__file__).parent
NAMES = sorted(path.relative_to(PACKAGE).with_suffix("").as_posix() for path in PACKAGE.rglob("*.yml"))


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a folder that $SAYSO_LEXICONS names; what was loaded before is forgotten, and again afterwards."""
    monkeypatch.setenv("SAYSO_LEXICONS", str(tmp_path))
    lexicons.entries.cache_clear()
    lexicons.digest.cache_clear()
    yield tmp_path
    lexicons.entries.cache_clear()
    lexicons.digest.cache_clear()


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf8")
    return path


def test_there_are_lexicons() -> None:
    assert {"actors/states", "en/reporting_verbs", "units"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_file_holds_rows_that_are_told_apart(name: str) -> None:
    rows = lexicons.entries(name)
    keys = [row["key"] for row in rows if "key" in row]
    assert rows
    assert len(keys) == len(set(keys))


def test_own_row_replaces_the_one_with_its_key_and_others_are_added(own: Path) -> None:
    ours = len(lexicons.entries("actors/states"))
    lexicons.entries.cache_clear()
    write(own, "actors/states", "- key: SWE\n  name: Svea\n- key: XNL\n  name: Norland\n")
    rows = {row["key"]: row for row in lexicons.entries("actors/states")}
    assert rows["SWE"] == {"key": "SWE", "name": "Svea"}
    assert rows["XNL"]["name"] == "Norland"
    assert len(rows) == ours + 1


def test_own_lexicons_change_the_digest(own: Path) -> None:
    before = lexicons.digest()
    write(own, "actors/states", "- key: XNL\n  name: Norland\n")
    lexicons.digest.cache_clear()
    assert lexicons.digest() != before
    assert len(before) == 12


@pytest.mark.parametrize(("text", "says"), [("key: [", "YAML"), ("one: two\n", "list of"), ("- a\n- b\n", "list of")])
def test_a_broken_file_is_named(own: Path, text: str, says: str) -> None:
    path = write(own, "units", text)
    with pytest.raises(LexiconError, match=says) as refused:
        lexicons.entries("units")
    assert str(path) in str(refused.value)


def test_an_empty_file_adds_nothing(own: Path) -> None:
    ours = lexicons.entries("units")
    lexicons.entries.cache_clear()
    write(own, "units", "# nothing yet\n")
    assert lexicons.entries("units") == ours


def test_an_unknown_lexicon_is_an_error() -> None:
    with pytest.raises(LexiconError, match="nowhere"):
        lexicons.entries("nowhere")
