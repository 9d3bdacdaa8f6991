"""Conflict reporting: act, speaker and form of statements found, giver of figures, on 24 re3d documents annotated by reference.

usage: python benchmarks/re3d/measure.py [--data DIR] [--half a|b|all] [--show]
    --half   a: positions 0–11 (looked at while the rules were made), b: 12–23 (not looked at), all (default)
Gold is annotator A's for positions 0–11 and B's for 12–23; the doubled ones (0–3 by B, 12–15 by A) give the agreement of annotators.
A gold statement is found where a statement's content shares at least half of its characters with it (intersection over union) and the
sources overlap or both have none, as in score/attribution.py. Shares are of statements (figures) found; attribution F1 is beside them.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent)]

from sets import digest_of, keep, options_of  # noqa: E402  # they lie in the folder above

Row = dict[str, Any]


def gold_rows(half: str) -> list[Row]:
    """Read the gold of the asked half, in the order of the selection."""
    by_id = {f: {r["id"]: r for r in map(json.loads, (HERE / f"annotator_{f}.jsonl").read_text().splitlines())} for f in "ab"}
    order_a, order_b = list(by_id["a"]), list(by_id["b"])
    first = [by_id["a"][i] for i in order_a if i not in by_id["b"] or i in order_b[:4]][:12]
    second = [by_id["b"][i] for i in order_b if i not in {r["id"] for r in first}][:12]
    return {"a": first, "b": second, "all": first + second}[half]


def texts(data: Path) -> dict[str, Row]:
    """Read the documents by id."""
    found = {}
    for split in ("train", "dev"):
        with gzip.open(data / "re3d" / f"{split}.jsonl.gz", "rt", encoding="utf8") as lines:
            found.update({row["id"]: row for row in map(json.loads, lines)})
    return found


def letters(text: str, spans: Any) -> set[int]:
    """Give the places of all characters but blanks in the spans."""
    return {i for s, e in spans or () for i in range(s, e) if not text[i].isspace()}


def names(words: str | None) -> set[str]:
    """Give the words of a name that tell it from others."""
    return set(re.findall(r"\w+", (words or "").lower())) - {
        "the",
        "of",
        "a",
        "an",
        "us",
        "u",
        "s",
        "united",
        "states",
        "department",
        "and",
        "for",
    }


def is_speaker(actor: Row | None, wanted: list[str | None]) -> bool:
    """Tell whether the actor is one of those the annotator allows: by key, or by a name that holds the other's words."""
    for want in wanted:
        if want is None or actor is None:
            if want is None and actor is None:
                return True
            continue
        if actor["key"] == want or actor["country"] == want == actor["key"]:
            return True
        for name in [actor["name"], *actor["aliases"]]:
            have, need = names(name), names(want)
            if name.lower() == want.lower() or (have and need and (have <= need or need <= have)):
                return True
    return False


def pair(text: str, gold: list[Row], said: list[Row]) -> list[tuple[Row, Row | None]]:
    """Match gold statements to found ones, best overlap first within each gold statement."""
    left = list(said)
    pairs: list[tuple[Row, Row | None]] = []
    for one in gold:
        content, source = letters(text, one["content"]), letters(text, one["source"])
        best, at = 0.0, None
        for i, other in enumerate(left):
            c, s = letters(text, other["content"]), letters(text, other["source"])
            if c and content and (source & s or (not source and not s)):
                share = len(content & c) / len(content | c)
                if share > best:
                    best, at = share, i
        pairs.append((one, left.pop(at) if at is not None and best >= 0.5 else None))
    return pairs


def compare(row: Row, text: str, reading: Row, show: Callable[[str], None]) -> Counter[tuple[str, str]]:
    """Count what is right in one document."""
    count: Counter[tuple[str, str]] = Counter()
    until = row["until"]
    actors = {a["id"]: a for a in reading["actors"]}
    said = [s for s in reading["statements"] if s["act"] != "imputed" and s["content"][0][0] < until]
    pairs = pair(text, row["statements"], said)
    found = [(g, s) for g, s in pairs if s is not None]
    count["attribution", "tp"] = len(found)
    count["attribution", "n"] = len(row["statements"]) + len(said)
    plain = [g for g in row["statements"] if not is_self_nested(g, row["statements"])]
    count["attribution, one level of first person", "tp"] = sum(1 for g, s in found if g in plain)
    count["attribution, one level of first person", "n"] = len(plain) + len(said)
    for g, s in found:
        acts = g["act"] if isinstance(g["act"], list) else g["act"].split("|")
        speaker = actors.get(s["speaker"])
        allowed = [g["speaker"], *(g.get("speaker_also") or [])]
        if g["speaker"] and " and " in g["speaker"]:
            allowed += g["speaker"].split(" and ")
        rights = {"act": s["act"] in acts, "speaker": is_speaker(speaker, allowed), "form": s["form"] == g["form"]}
        for name, right in rights.items():
            count[name, "right"] += right
            count[name, "all"] += 1
            if not right:
                got = speaker["name"] if speaker and name == "speaker" else s.get(name)
                show(
                    f"{name}: wanted {allowed if name == 'speaker' else g[name]}, found {got} | cue {[text[a:b] for a, b in s['cue']]} source {[text[a:b] for a, b in s['source']]}"
                )
    for g in row["figures"]:
        match = next((f for f in reading["figures"] if f["span"][0] < g["span"][1] and g["span"][0] < f["span"][1]), None)
        count["figure found", "right"] += match is not None
        count["figure found", "all"] += 1
        if match is not None:
            giver = actors.get(match["giver"])
            right = is_speaker(giver, [g["giver"], *(g.get("giver_also") or [])])
            count["giver", "right"] += right
            count["giver", "all"] += 1
            if not right:
                show(
                    f"giver: wanted {g['giver']}, found {giver['name'] if giver else None} | {text[match['span'][0] : match['span'][1] + 60]!r}"
                )
    return count


def is_self_nested(one: Row, statements: list[Row]) -> bool:
    """Tell a speaker's own "I condemn" inside his quotation: neither PolNeAR nor the seed has a second level there."""
    outer = statements[one["within"]] if one.get("within") is not None else None
    return outer is not None and outer["speaker"] == one["speaker"]


def summary(counts: list[Counter[tuple[str, str]]]) -> dict[str, Any]:
    """Give shares in percent with bootstrap intervals over documents (95 %, 1,000 draws, seed 0)."""

    def figures(total: Counter[tuple[str, str]]) -> dict[str, float]:
        out = {k: 100 * total[k, "right"] / max(1, total[k, "all"]) for k in ("act", "speaker", "form", "figure found", "giver")}
        for k in ("attribution", "attribution, one level of first person"):
            out[k] = 200 * total[k, "tp"] / max(1, total[k, "n"])
        return out

    total = sum(counts, Counter())
    rng = random.Random(0)
    draws = [figures(sum((rng.choice(counts) for _ in counts), Counter())) for _ in range(1000)]
    result: dict[str, Any] = {}
    for name, value in figures(total).items():
        spread = sorted(d[name] for d in draws)
        result[name] = {
            "value": round(value, 1),
            "n": total[name, "all"] or total[name, "tp"],
            "interval": [round(spread[25], 1), round(spread[974], 1)],
        }
    return result


def main() -> None:
    parser = options_of(__doc__)
    parser.add_argument("--half", choices=("a", "b", "all"), default="all")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    from sayso.flow import read_text

    documents, counts = texts(options.data), []
    for row in gold_rows(options.half):
        document = documents[row["id"]]
        reading = read_text(document["text"], given={"title": document["title"], "outlet": document["origin"]}).to_json()
        notes: list[str] = []
        counts.append(compare(row, document["text"], reading, notes.append))
        if options.show and notes:
            print(row["id"], *notes, sep="\n  ")
    result = {"documents": len(counts), "half": options.half, **summary(counts)}
    print(json.dumps(result, indent=1))
    digest = digest_of(*(options.data / "re3d" / f"{split}.jsonl.gz" for split in ("train", "dev")))
    name = "re3d" if options.half == "all" else f"re3d-{options.half}"
    keep(name, result, data=f"{len(counts)} documents of re3d annotated by reference, digest {digest}")


if __name__ == "__main__":
    main()
