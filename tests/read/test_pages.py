"""Pages of our own writing in the furniture of real kinds of site, each with its complete expected report beside it."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sayso.read.intake import report_from_bytes
from sayso.read.payload import ReadOptions
from sayso.report import Report

PAGES = Path(__file__).parents[1] / "pages"
NAMES = sorted(path.name for path in PAGES.iterdir() if path.suffix in (".html", ".txt"))
OPTIONS = ReadOptions(today=date(2025, 1, 1))


def told(report: Report) -> dict[str, Any]:
    """Everything of a report that reading decides, spans as their words."""
    return {
        "title": report.title,
        "title_words": report.title_span.of(report.text) if report.title_span else None,
        "section": report.section,
        "byline": report.byline,
        "outlet": report.outlet,
        "url": report.url,
        "agency": report.agency,
        "published": report.published.isoformat() if report.published else None,
        "published_from": str(report.published_from),
        "language": report.language,
        "furniture": [span.of(report.text) for span in report.furniture],
        "text": report.text.split("\n"),
    }


def read(name: str) -> Report:
    return report_from_bytes((PAGES / name).read_bytes(), where=name, options=OPTIONS)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_gives_exactly_the_report_beside_it(name: str) -> None:
    expected = json.loads((PAGES / f"{name}.json").read_text(encoding="utf8"))
    assert told(read(name)) == expected


def test_every_kind_of_site_has_its_expected_report() -> None:
    assert len(NAMES) >= 8
    assert {f"{name}.json" for name in NAMES} == {path.name for path in PAGES.glob("*.json")}


if __name__ == "__main__":
    for page in sys.argv[1:] or NAMES:
        written = json.dumps(told(read(page)), ensure_ascii=False, indent=1)
        (PAGES / f"{page}.json").write_text(written + "\n", encoding="utf8")
