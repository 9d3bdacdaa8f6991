"""Made-up readings and a new ledger for each test."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from sayso.record.ledger import Ledger, open_ledger  # noqa: E402


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give where a ledger may be."""
    return tmp_path / "situation.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    """Give a new ledger."""
    with open_ledger(path) as opened:
        yield opened
