"""What all tests share: where the checkout is, and the data beside it, which may be absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]

# A loaded machine is slow and not wrong: pytest-timeout ends what hangs.
settings.register_profile("sayso", deadline=None)
settings.load_profile("sayso")


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def data() -> Path:
    """Give the folder of the data sets; skips the test where there is none."""
    folder = Path(os.environ.get("SAYSO_DATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip(f"needs the data sets: $SAYSO_DATA or {os.path.relpath(folder, ROOT)} (absent)")
    return folder


@pytest.fixture(scope="session")
def seed() -> Path:
    """Give the folder of the first report and its reading; skips the test where there is none."""
    folder = ROOT.parent / "shared" / "seed"
    if not folder.is_dir():
        pytest.skip("needs ../shared/seed (absent)")
    return folder
