"""The examples are read as examples/README.md says; what cannot be read is named and the rest is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sayso.read.intake import iter_reports
from sayso.read.payload import Skipped
from sayso.report import Report

EXAMPLES = Path(__file__).parents[2] / "examples"
WITHOUT_A_DAY = ("Moscow waves off talk", "“Numbers are the smaller part")


@pytest.fixture(scope="module")
def read() -> list[Report | Skipped]:
    return list(iter_reports([EXAMPLES / "reports", EXAMPLES / "bad"]))


def test_every_report_is_read_and_every_bad_file_named(read: list[Report | Skipped]) -> None:
    skipped = [Path(item.where).name for item in read if isinstance(item, Skipped)]
    assert sorted(skipped) == sorted(path.name for path in (EXAMPLES / "bad").iterdir())
    assert len(read) - len(skipped) == 19


def test_days_and_titles_are_found(read: list[Report | Skipped]) -> None:
    reports = [item for item in read if isinstance(item, Report)]
    assert all(report.title for report in reports)
    dated = [report for report in reports if "NORTH KOREANS" not in (report.title or "")]  # its day is in an agency's dateline
    undated = [report.title or "" for report in dated if report.published is None]
    assert len(undated) == 2
    assert all(title.startswith(WITHOUT_A_DAY) for title in undated)
    assert {report.published for report in reports if report.published} <= {
        date(2024, m, d) for m in (10, 11) for d in range(1, 31)
    }


def test_only_english_is_analysed(read: list[Report | Skipped]) -> None:
    assert [item.outlet for item in read if isinstance(item, Report) and item.language != "en"] == ["반도관측"]
