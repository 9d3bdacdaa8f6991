"""Compare lexicons/actors/states.yml with CLDR (through Babel) and ISO 3166 (through pycountry), and add the full names it lacks.

    python tools/compile_states.py            says what differs, changes nothing; exit code 1 where a state or a name is missing
    python tools/compile_states.py --write    adds the missing full names to `aliases`, row by row, and leaves all else as it is

Babel and pycountry are needed for this only; the package never imports them.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pycountry
import yaml
from babel import Locale

STATES = Path(__file__).parents[1] / "src/sayso/lexicons/actors/states.yml"
# Dependencies and areas without a state of their own; those that speak for themselves in the news have rows all the same.
_NO_STATES = frozenset(
    {
        *("ABW", "AIA", "ALA", "ASM", "ATA", "ATF", "BES", "BLM", "BMU", "BVT", "CCK", "COK", "CUW", "CXR", "CYM", "FLK"),
        *("FRO", "GGY", "GIB", "GLP", "GUF", "GUM", "HMD", "IMN", "IOT", "JEY", "MAF", "MNP", "MSR", "MTQ", "MYT", "NCL"),
        *("NFK", "NIU", "PCN", "PYF", "REU", "SGS", "SHN", "SJM", "SPM", "SXM", "TCA", "TKL", "UMI", "VGB", "VIR", "WLF"),
    }
)
# Official names that no report uses as such, or that are the name with a comma turned round.
_TURNED = re.compile(r",| \(| - |\bSAR\b")


def wanted_names() -> dict[str, set[str]]:
    """Give the names that CLDR and ISO 3166 have for each state, by alpha-3."""
    territories = Locale("en").territories
    names: dict[str, set[str]] = {}
    for country in pycountry.countries:
        if country.alpha_3 in _NO_STATES:
            continue
        found = {territories.get(country.alpha_2, ""), getattr(country, "official_name", ""), getattr(country, "common_name", "")}
        kept = [name for name in found if name and not _TURNED.search(name)]
        names[country.alpha_3] = {name.replace("’", "'").replace(" & ", " and ").removeprefix("the ") for name in kept}
    return names


def missing_names(rows: list[dict[str, object]]) -> dict[str, list[str]]:
    """Give by key the names our rows lack; a key without a row has all its names."""
    ours = {str(row["key"]): {str(row["name"]), *map(str, row.get("aliases", ()))} for row in rows}  # type: ignore[call-overload]
    lacking = {key: sorted(names - ours.get(key, set())) for key, names in wanted_names().items()}
    return {key: names for key, names in lacking.items() if names}


def with_aliases(line: str, names: list[str]) -> str:
    """Give a row's line with names added to its aliases."""
    added = ", ".join(f'"{name}"' if re.search(r"[^\w .()'&-]", name) else name for name in names)
    if "aliases: [" in line:
        return re.sub(r"aliases: \[([^\]]*)\]", rf"aliases: [\1, {added}]", line, count=1)
    return re.sub(r"(name: (?:\"[^\"]*\"|[^,]*))", rf"\1, aliases: [{added}]", line, count=1)


def main() -> int:
    text = STATES.read_text(encoding="utf8")
    lacking = missing_names(yaml.safe_load(text))
    for key, names in lacking.items():
        sys.stderr.write(f"{key}: lacks {', '.join(names)}\n")
    if "--write" in sys.argv[1:]:
        lines = text.splitlines()
        for index, line in enumerate(lines):
            if (match := re.match(r"- \{key: (\w+),", line)) and match[1] in lacking:
                lines[index] = with_aliases(line, lacking[match[1]])
        STATES.write_text("\n".join(lines) + "\n", encoding="utf8")
        return 0
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
