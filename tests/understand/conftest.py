"""Docs made by hand (`marked_text`) are found beside the tests."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
