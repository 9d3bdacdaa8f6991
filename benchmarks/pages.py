"""Measures reading of HTML pages: body text against the library alone, and the day of publication.

usage: python benchmarks/pages.py [--split dev|train] [--data DIR] [--misses]

Body text: F1 over runs of four words, per page, as the article extraction benchmark of Zyte counts them (what is right, wrong and
missed are shares of each page). The text scored is the report's without its furniture and headline, for the gold body has no
headline. The library alone is `trafilatura.extract` with its defaults and no comments.
Day: pages in English that give one; a page counts as right where the day found is at most one day off.
Prints both and, for dev, writes results/pages.json.
"""

from __future__ import annotations

import base64
import re
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

import trafilatura

from sayso.errors import UnreadableReport
from sayso.read.intake import report_from_bytes
from sayso.report import Report
from sets import digest_of, keep, options_of, rows_of

_WORD = re.compile(r"\w+")
_RUN = 4


@dataclass(slots=True)
class Score:
    """Shares summed over pages: found and right, found and wrong, missed."""

    right: float = 0.0
    wrong: float = 0.0
    missed: float = 0.0

    def add(self, found: str, gold: str) -> float:
        """Count one page and give its F1."""
        a, b = _runs(found), _runs(gold)
        right = sum((a & b).values())
        wrong, missed = sum(a.values()) - right, sum(b.values()) - right
        total = max(1, right + wrong + missed)
        self.right, self.wrong, self.missed = self.right + right / total, self.wrong + wrong / total, self.missed + missed / total
        return 2 * right / max(1, 2 * right + wrong + missed)

    @property
    def precision(self) -> float:
        """Give the share of what was found that is right, in percent."""
        return 100 * self.right / max(1e-9, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Give the share of what is right that was found, in percent."""
        return 100 * self.right / max(1e-9, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Give the harmonic mean of both, in percent."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)

    def row(self, name: str) -> str:
        """Give one line of the table."""
        return f"{name:<28} P {self.precision:5.1f}  R {self.recall:5.1f}  F1 {self.f1:5.1f}"


def main() -> None:
    """Print both measures."""
    parser = options_of(__doc__)
    parser.add_argument("--split", default="dev", choices=("dev", "train"))
    parser.add_argument("--misses", action="store_true", help="name the pages that come out worse")
    call = parser.parse_args()
    paths = [call.data / name / f"{call.split}.jsonl.gz" for name in ("html_articles", "html_pages")]
    articles, pages = (rows_of(path) for path in paths)
    figures = {"body": _bodies(articles, misses=call.misses), "days": _days(pages, misses=call.misses)}
    if call.split == "dev":
        keep("pages", figures, data=f"html_articles and html_pages dev, digest {digest_of(*paths)}", arguments=())


def _bodies(rows: list[dict[str, Any]], *, misses: bool) -> dict[str, float]:
    ours, marked, alone = Score(), Score(), Score()
    for row in rows:
        report = _read(row["html"].encode("utf-8"), row["url"])
        library = trafilatura.extract(row["html"], include_comments=False) or ""
        mine = ours.add(_body(report), row["body"])
        marked.add(report.text if report else "", row["body"])
        theirs = alone.add(library, row["body"])
        if misses and mine < theirs - 0.001:
            print(f"  {theirs - mine:.3f} below the library: {row['url']}")
    print(f"html_articles, {len(rows)} pages, body text")
    print(ours.row("sayso, furniture taken out"))
    print(marked.row("sayso, furniture left in"))
    print(alone.row("trafilatura alone"))
    return {
        "pages": len(rows),
        "sayso": round(ours.f1, 1),
        "furniture left in": round(marked.f1, 1),
        "library": round(alone.f1, 1),
    }


def _days(rows: list[dict[str, Any]], *, misses: bool) -> dict[str, float]:
    english = [row for row in rows if (row.get("lang") or "").startswith("en") and row.get("date")]
    near = found = silent = invented = 0
    for row in english:
        report = _read(_bytes(row), row["id"])
        day, gold = report.published if report else None, date.fromisoformat(row["date"][:10])
        found += day is not None
        right = day is not None and abs((day - gold).days) <= 1
        near += right
        if misses and not right:
            print(f"  {day} for {gold}: {row['id']}")
    for row in rows:
        if (row.get("lang") or "").startswith("en") and not row.get("date"):
            report = _read(_bytes(row), row["id"])
            silent += 1
            invented += report is not None and report.published is not None
    share = 100 * near / max(1, len(english))
    print(f"html_pages, English, {len(english)} pages with a day: {near} within a day ({share:.0f} %), {found} given")
    print(f"  {silent} pages without a gold day, of which {invented} are given one")
    return {
        "pages": len(english),
        "right": near,
        "share": round(share, 1),
        "given": found,
        "without": silent,
        "invented": invented,
    }


def _read(body: bytes, url: str) -> Report | None:
    try:
        return report_from_bytes(body, where=url)
    except UnreadableReport as error:
        print(f"  {error}", file=sys.stderr)
        return None


def _body(report: Report | None) -> str:
    if report is None:
        return ""
    hidden = sorted([*report.furniture, *([report.title_span] if report.title_span else [])])
    at, kept = 0, []
    for span in hidden:
        kept.append(report.text[at : span.start])
        at = max(at, span.end)
    return " ".join([*kept, report.text[at:]])


def _bytes(row: dict[str, Any]) -> bytes:
    return base64.b64decode(row["html_base64"]) if "html_base64" in row else row["html"].encode("utf-8", "surrogatepass")


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if len(words) < _RUN:
        return Counter({tuple(words): 1}) if words else Counter()
    return Counter(zip(*(words[at:] for at in range(_RUN)), strict=False))


if __name__ == "__main__":
    main()
