"""Turns what an annotator wrote down in words into rows by reference: reference.jsonl (texts of the data), own.jsonl (our own), second.jsonl.

usage: python benchmarks/reader/enter.py NOTES… [--data DIR] [--check]
    NOTES    files of an annotator, A1.json and so on; the format is in README.md
    --check  say what is not found or not allowed, and write nothing
The name of a file is the name of its report; C, D, F and M are held out, every other letter is there to tune on. NAME.second.json is a second reading of the
same report, made apart.
Words become [start, end], code points into the text, half-open. What is not found, stands more than once without being told apart, or is
no value of the contract is printed, and then nothing is written. No word of a text by others comes into reference.jsonl, names aside.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent), str(HERE)]

from reader_rows import own_texts  # noqa: E402

from sets import Row, options_of, rows_of  # noqa: E402  # they lie in the folder above

HELD_OUT, HELD_OUT_OWN = ("C", "D"), ("F", "M")
SEEN = ("D1", "D3")  # by one who mended figures, before and just after they were entered: there to tune on
SECOND = ".second"
PARTS = ("statements", "figures", "events", "ties", "watchpoints")
# Fields that are words of the text: taken where they stand nearest to the words that a row is known by.
ANCHORS = {"statements": "content", "figures": "evidence", "events": "evidence", "watchpoints": "evidence"}
NEAR = ("source", "cue", "target", "addressee", "relayed_by", "condition", "consequence")
OUTSIDE = frozenset(("source", "cue", "addressee"))  # never taken from inside the content
LOOSE = ("of", "date")  # compared word by word, and kept as the places of these words
VALUES = {
    "form": {"direct", "indirect", "mixed"},
    "act": set(
        "assert confirm deny doubt accuse praise demand ask promise threaten warn estimate predict decline silent think want imputed".split()
    ),
    "channel": {"interview", "press conference", "statement", "social media", "document", "court", "report", "speech", "call"},
    "withholds": {"comment", "confirmation", "denial"},
    "type": set(
        "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
    ),
    "reality": set("happened ongoing planned hypothetical negated demanded threatened promised historical".split()),
    "status": {"asserted", "contested", "denied"},
    "relation": set("member_of partner_of ally_of at_war_with holds_office part_of located_in relative_of owns leads".split()),
}
KINDS = {
    "figures": set("count money percent measure duration age score rank".split()),
    "watchpoints": set("possibility conditional threat question deadline forecast".split()),
}
NOTES_ONLY = ("note", "why", "occurrence", "occurrence_of", "same_happening")


def listed(value: Any) -> list[Any]:
    """Give a value, or the allowed values, as a list."""
    return value if isinstance(value, list) else [value]


class Notes:
    """One annotator's file beside its text: gives rows by reference, and gathers what is wrong."""

    def __init__(self, name: str, notes: Row, text: str) -> None:
        self.name, self.notes, self.text = name, notes, text
        self.wrong: list[str] = []

    def places(self, words: str) -> list[list[int]]:
        """Give every place of the words, as whole words."""
        before, after = r"(?<!\w)" if words[:1].isalnum() else "", r"(?!\w)" if words[-1:].isalnum() else ""
        return [list(found.span()) for found in re.finditer(before + re.escape(words) + after, self.text)] if words else []

    def at(self, words: str, where: str, occurrence: int | None = None) -> list[int]:
        """Give the one place of the words; or the one that is asked for, counted in the bare text, where it is of whole words."""
        found = self.places(words)
        if occurrence is not None:
            bare = [list(one.span()) for one in re.finditer(re.escape(words), self.text)]
            found = [span for span in bare[occurrence - 1 : occurrence] if span in found]
        if len(found) != 1:
            self.wrong.append(f"{self.name} {where}: {len(found)} times in the text: {words!r}")
            return [0, 0]
        return found[0]

    def near(self, words: str, anchor: list[list[int]], where: str, *, outside: bool = False, loose: bool = False) -> list[int]:
        """Give the place of the words nearest to the anchor's first piece."""
        found = self.places(words)
        if not found and loose:
            found = [list(one.span()) for one in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self.text, re.I)]
        if outside:
            inside = [span for span in found if any(start <= span[0] and span[1] <= end for start, end in anchor)]
            found = [span for span in found if span not in inside] or inside
        if not found:
            self.wrong.append(f"{self.name} {where}: not in the text: {words!r}")
            return [0, 0]
        start, end = anchor[0]
        return min(found, key=lambda span: (max(start - span[1], span[0] - end, 0), span[0]))

    def anchored(self, row: Row, part: str, where: str) -> list[list[int]]:
        """Give the places of the words that a row is known by; further pieces follow the first."""
        pieces = listed(row[ANCHORS[part]])
        found = [self.at(pieces[0], where, row.get("occurrence"))]
        for piece in pieces[1:]:
            later = [span for span in self.places(piece) if span[0] >= found[-1][1]]
            found.append(later[0] if later else self.near(piece, found, where))
        return found

    def row(self, row: Row, part: str, where: str) -> Row:
        """Give a row of statements, figures, events or watchpoints with places for words."""
        anchor = self.anchored(row, part, where)
        made: Row = {}
        for field, value in row.items():
            place = f"{where}.{field}"
            if field in NOTES_ONLY:
                continue
            if field == ANCHORS[part]:
                made[field] = anchor
            elif field in NEAR and value:
                nth = (row.get("occurrence_of") or {}).get(field)
                made[field] = [
                    self.at(words, place, nth) if nth else self.near(words, anchor, place, outside=field in OUTSIDE)
                    for words in listed(value)
                ]
            elif field in LOOSE and value:
                words = re.findall(r"\w+", value)
                # What is counted may be told in the annotator's words: those that the text has are kept.
                there = [word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", self.text, re.I)]
                kept = there if field == "of" and there else words
                made[field] = [self.near(word, anchor, place, loose=True) for word in kept]
            else:
                made[field] = None if value == "" else value
        return made

    def check(self, row: Row, part: str, where: str) -> None:
        """Say where a value is none of the contract's."""
        allowed = VALUES | ({"kind": KINDS[part]} if part in KINDS else {})
        for field, values in allowed.items():
            strange = {str(value) for value in listed(row.get(field)) if value is not None} - values
            if strange:
                self.wrong.append(f"{self.name} {where}.{field}: no value of the contract: {sorted(strange)}")

    def mention(self, row: Row, where: str) -> Row:
        """Give a mention with its place."""
        start, _ = self.at(row["in"], where, row.get("occurrence"))
        inside = re.search(rf"(?<!\w){re.escape(row['mention'])}(?!\w)", row["in"])
        if inside is None:
            self.wrong.append(f"{self.name} {where}: {row['mention']!r} is not in {row['in']!r}")
            return {"span": [0, 0], "actor": row["actor"]}
        return {"span": [start + inside.start(), start + inside.end()], "actor": row["actor"]}

    def rows(self) -> Row:
        """Give all rows by reference."""
        expected, made = self.notes["expected"], {}
        for part in PARTS:
            made[part] = []
            for number, row in enumerate(expected.get(part) or []):
                where = f"{part}[{number}]"
                self.check(row, part, where)
                kept = {field: value for field, value in row.items() if field not in NOTES_ONLY}
                made[part].append(kept if part == "ties" else self.row(row, part, where))
        actors = dict(expected.get("actors") or {})
        actors["mentions"] = [self.mention(row, f"mentions[{n}]") for n, row in enumerate(actors.get("mentions") or [])]
        made["actors"] = actors
        made["must_not"] = [self.forbidden(row, f"must_not[{n}]") for n, row in enumerate(expected.get("must_not") or [])]
        return made

    def forbidden(self, row: Row, where: str) -> Row:
        """Give what must not be found, with the place of its words."""
        self.check(row, row["part"], where)
        kept = {field: value for field, value in row.items() if field not in (*NOTES_ONLY, "words")}
        words = row["words"]
        start, end = self.at(words, where, row.get("occurrence"))
        # Line breaks around the words only tell their place from another.
        blank = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
        return kept | {"span": [start + blank[0], end - blank[1]], "why": row.get("why", "")}


def part_of(name: str) -> str:
    """Give the part of a report: by its letter."""
    if name.startswith(HELD_OUT_OWN):
        return "held-out-own"
    return "held-out" if name.startswith(HELD_OUT) and name not in SEEN else "tune"


def entered(paths: list[Path], data: Path) -> Iterator[tuple[Row, list[str]]]:
    """Give each report as a line of the set, and what is wrong with it."""
    for path in sorted(paths, key=lambda path: path.stem):
        notes = json.loads(path.read_text(encoding="utf8"))
        own = "report" in notes or "text" in notes
        found = (
            [] if own else [row for row in rows_of(data / notes["set"] / "train.jsonl.gz") if str(row["id"]) == str(notes["id"])]
        )
        if not own and not found:
            yield {}, [f"{path.stem}: {notes['set']} has no {notes['id']}"]
            continue
        report = notes.get("report")
        text = own_texts()[report] if report else notes["text"] if own else found[0].get("text") or found[0]["body"]
        reader = Notes(path.stem, notes, text)
        name, second = path.stem.removesuffix(SECOND), path.stem.endswith(SECOND)
        if second:
            yield {"name": name, "rows": reader.rows()}, reader.wrong
            continue
        head: Row = {"name": name, "part": part_of(name), "published": notes["published"]}
        head |= (
            {"report": report}
            if report
            else {"text": text}
            if own
            else {"set": notes["set"], "split": "train", "id": str(notes["id"])}
        )
        yield head | {"assumed": bool(notes.get("assumed")), "rows": reader.rows()}, reader.wrong


def named(line: str) -> str:
    """Give the name of the report that a line holds."""
    return str(json.loads(line)["name"])


def main() -> None:
    parser = options_of(__doc__)
    parser.add_argument("notes", nargs="+", type=Path)
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args()
    both = list(entered(options.notes, options.data))
    wrong = [line for _, lines in both for line in lines]
    print("\n".join(wrong) or "every word is found", file=sys.stderr)
    if wrong or options.check:
        raise SystemExit(bool(wrong))
    for name, held in (("reference", {"set"}), ("own", {"text", "report"}), ("second", set())):
        chosen = [
            report for report, _ in both if (report.keys() & held if held else not report.keys() & {"set", "text", "report"})
        ]
        path, given = HERE / f"{name}.jsonl", {report["name"] for report in chosen}
        # Reports that are entered already stay, but for those given again.
        kept = [line for line in path.read_text(encoding="utf8").splitlines() if named(line) not in given]
        lines = sorted([*kept, *(json.dumps(report, ensure_ascii=False) for report in chosen)], key=named)
        path.write_text("".join(line + "\n" for line in lines), encoding="utf8")
        print(f"{name}.jsonl: {len(chosen)} reports entered, {len(lines)} in all", file=sys.stderr)


if __name__ == "__main__":
    main()
