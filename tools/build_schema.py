"""Writes src/sayso/reading.schema.json from the records: `python tools/build_schema.py [--check]`; --check only compares."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sayso.findings.schema import reading_schema

PLACE = Path(__file__).resolve().parents[1] / "src/sayso/reading.schema.json"
REPAIR = "make schema"


def built() -> str:
    """Give the file as it should be."""
    return json.dumps(reading_schema(), indent=1, ensure_ascii=False) + "\n"


def main() -> int:
    """Write, or compare and say what to do."""
    if "--check" not in sys.argv[1:]:
        PLACE.write_text(built(), encoding="utf8")
        return 0
    if PLACE.is_file() and PLACE.read_text(encoding="utf8") == built():
        return 0
    print(f"{PLACE.name} is not what the records say; run: {REPAIR}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
