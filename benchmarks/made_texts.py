"""Short texts made from the reports of examples/ by seeded variation: what the kill test reads in place of a newsroom's day.

A text is some sentences of one report with other numbers, days and names of places; every ninth is printed a second time
elsewhere, every eleventh is a new version at an earlier one's address.
"""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBER = re.compile(r"\b\d{1,3}(?:,\d{3})*\b")
_DAY = re.compile("|".join(DAYS))
_SENTENCES = re.compile(r"(?<=[.!?”\"])\s+(?=[\"“A-Z])")
MOST_SENTENCES = 3


def texts_of(folder: Path) -> list[str]:
    """Give the English texts of the reports in a folder, without what is marked as the site's."""
    from sayso.read.intake import iter_reports
    from sayso.report import Report

    found = []
    for report in iter_reports([str(folder)]):
        if isinstance(report, Report) and report.language == "en":
            text = report.text
            for span in reversed(report.furniture):
                text = text[: span.start] + text[span.end :]
            found.append(text.strip())
    return found


def made_lines(texts: list[str], count: int, *, seed: int = 1) -> bytes:
    """Give so many JSON lines: always the same for the same texts, count and seed."""
    chance = random.Random(seed)
    lines: list[dict[str, str]] = []
    for number in range(count):
        made = {
            "id": f"made-{number}", "url": f"https://made.example/{number}", "outlet": f"Outlet {number % 7}",
            "published": f"2024-10-{number % 28 + 1:02}", "text": _varied(chance.choice(texts), chance),
        }  # fmt: skip
        if number % 9 == 8:
            made["text"] = lines[number - 4]["text"]
        if number % 11 == 10:
            made["url"] = lines[number - 5]["url"]
        lines.append(made)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def _varied(text: str, chance: random.Random) -> str:
    sentences = [sentence for sentence in _SENTENCES.split(" ".join(text.split())) if sentence]
    first = chance.randrange(max(1, len(sentences) - 1))
    chosen = " ".join(sentences[first : first + chance.randint(1, MOST_SENTENCES)])
    grown = _NUMBER.sub(lambda found: f"{int(found[0].replace(',', '')) + chance.randint(0, 900):,}", chosen)
    return _DAY.sub(lambda _found: chance.choice(DAYS), grown)
