"""Settings: where a value comes from, and what is refused."""

from pathlib import Path

import pytest

from sayso.errors import WrongCall
from sayso.settings import SETTINGS, load_settings


def test_defaults_are_the_rows(tmp_path: Path) -> None:
    settings = load_settings({}, tmp_path)
    assert {row.name: getattr(settings, row.name) for row in SETTINGS} == {row.name: row.default for row in SETTINGS}
    assert set(settings.sources.values()) == {"default"}


def test_environment_wins_over_the_file_and_the_file_over_the_default(tmp_path: Path) -> None:
    (tmp_path / "sayso.toml").write_text("jobs = 3\nmax_characters = 500\nextraction_timeout = 2\n")
    settings = load_settings({"SAYSO_JOBS": "4"}, tmp_path)
    assert (settings.jobs, settings.max_characters, settings.extraction_timeout) == (4, 500, 2.0)
    assert settings.sources["jobs"] == "SAYSO_JOBS"
    assert settings.sources["max_characters"].endswith("sayso.toml")


def test_lexicons_named_in_the_file_lie_beside_it(tmp_path: Path) -> None:
    (tmp_path / "sayso.toml").write_text('lexicons = "words"\n')
    assert load_settings({}, tmp_path).lexicons == str(tmp_path / "words")


@pytest.mark.parametrize(
    "line", ["jobs = -1", "jobs = 1.5", "jobs = true", "ledger = 3", "speed = 1", "jobs = ", "extraction_timeout = inf"]
)
def test_what_cannot_be_taken_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "sayso.toml").write_text(line + "\n")
    with pytest.raises(WrongCall, match="sayso.toml"):
        load_settings({}, tmp_path)


@pytest.mark.parametrize("value", ["many", "1.5", "-1", "1e400"])
def test_a_variable_that_is_no_number_is_refused(tmp_path: Path, value: str) -> None:
    with pytest.raises(WrongCall, match="SAYSO_JOBS"):
        load_settings({"SAYSO_JOBS": value}, tmp_path)
