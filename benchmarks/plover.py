"""Events on the PLOVER records: type, extra events, and the countries of actor and recipient, from raw sentences.

usage: python benchmarks/plover.py [--data DIR] [--show] [--sheet]
    --show   print each record that is wrong, with what was found
    --sheet  print the extra events that nobody judged yet, with their sentences, one JSON object a line

The records (dev; to measure and tune on, not to train) are sentences of the CAMEO manual in the vocabulary of PLOVER 0.5b1. What stands between:
  types       FIGHT is ASSAULT, DEMAND is REQUEST, DISAPPROVE and INVESTIGATE are ACCUSE, the destruction of property (COERCE, destroy) is ASSAULT since 2021
              (CAMEO2PLOVER-2021, 1712); an intention, which 0.5b1 coded AGREE or THREATEN, is here an event
              that is planned: a planned act of cooperation counts as AGREE, one of conflict as THREATEN, and as what it is; `without intentions` is the
              share without this. A type is right where an event of the sentence has it.
  extra       events per record beyond the one that is held against it; acts inside another are no events of their own. A record has one event, its
              sentence may tell several: events/plover-extras.jsonl says of each extra one (by record, place and type; no text) whether a reader by the
              guideline of events/README.md holds it for an act of that type. `wrong` counts those judged wrong and those not judged
  countries   of actor and of recipient, given the type, each against the record's, as sets; organisations of states count as one country; a record
              without a recipient asks for none; agreements, meetings and cooperation are compared as one set, for who is actor and who recipient is
              open there. Codes of the records that are no ISO codes are read as what they mean (JAP, ITL).
Intervals are 95 %, by bootstrap over records. Writes results/plover.json.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from sets import Row, digest_of, interval_of, keep, options_of, readings_of, rows_of

EXTRAS = Path(__file__).parent / "events" / "plover-extras.jsonl"
NEW_NAMES = {"FIGHT": "ASSAULT", "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE"}
COOPERATION = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
CONFLICT = {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
EITHER_SIDE = {"AGREE", "CONSULT", "COOPERATE", "SUPPORT"}
ISO = {"JAP": "JPN", "ITL": "ITA"}
NO_STATE = {"IGO", "NGO", "IMG", "UNO", "EUR", "MNC", "ISM"}


def type_of(row: Row) -> str:
    """Give the record's type by its name of 2021."""
    if (row["event"], row.get("mode")) == ("COERCE", "destroy"):
        return "ASSAULT"
    return NEW_NAMES.get(row["event"], row["event"])


def types_of(event: Row, *, intentions: bool) -> set[str]:
    """Give the types an event stands for."""
    found = {event["event_type"]}
    if intentions and event["reality"] == "planned":
        found |= {"AGREE"} if event["event_type"] in COOPERATION else set()
        found |= {"THREATEN"} if event["event_type"] in CONFLICT else set()
    return found


def gold_countries(parties: Any) -> set[str]:
    """Give the countries of one side of a record; "*" stands for a body of no state."""
    codes = [p.get("code") for p in parties] if isinstance(parties, list) else []
    return {"*" if code in NO_STATE else ISO.get(code, code) for code in codes if code}


def countries(reading: Row, event: Row, side: str) -> set[str]:
    """Give the countries of one side of an event."""
    actors = {a["id"]: a for a in reading["actors"]}
    return {actors[i]["country"] or "*" for i in event[side]}


def sides(reading: Row, event: Row, row: Row) -> list[bool]:
    """Tell of actor and recipient, where the record has them, whether the countries are right."""
    actor, recipient = gold_countries(row.get("source")), gold_countries(row.get("target"))
    found = countries(reading, event, "actor"), countries(reading, event, "recipient")
    if type_of(row) in EITHER_SIDE and (not recipient or not found[1]):
        return [(actor | recipient) == (found[0] | found[1])]
    return [*([actor == found[0]] if actor else []), *([recipient == found[1]] if recipient else [])]


def counted(row: Row, reading: Row) -> Row:
    """Hold one reading against its record."""
    events, wanted = reading["events"], type_of(row)
    plain = [e for e in events if wanted in types_of(e, intentions=False)]
    fitting = [e for e in events if wanted in types_of(e, intentions=True)]
    best = max((sides(reading, e, row) for e in fitting), key=lambda held: (sum(held), -len(held)), default=[])
    extra = extras(row, reading)
    verdicts = [judged().get(place_of(row, e)) for e in extra]
    return {
        "extras judged": sum(v is not None for v in verdicts), "extras wrong": sum(v is not True for v in verdicts),
        "type": bool(fitting), "plain": bool(plain), "extra": max(0, len(events) - 1), "held": sum(best), "asked": len(best),
        "any": bool(events),
    }  # fmt: skip


def extras(row: Row, reading: Row) -> list[Row]:
    """Give the events beyond the one that is held against a record: of its type the one with most sides right, else the first."""
    events, wanted = reading["events"], type_of(row)
    fitting = [e for e in events if wanted in types_of(e, intentions=True)]
    kept = max(fitting, key=lambda e: sum(sides(reading, e, row))) if fitting else events[0] if events else None
    return [e for e in events if e is not kept]


def place_of(row: Row, event: Row) -> tuple[str, int, int, str]:
    """Give by what an extra event is known."""
    return row["id"], *event["trigger"], event["event_type"]


@cache
def judged() -> dict[tuple[str, int, int, str], bool]:
    """Give what was judged of extra events."""
    rows = map(json.loads, EXTRAS.open(encoding="utf8")) if EXTRAS.exists() else ()
    return {(r["id"], *r["trigger"], r["type"]): r["right"] for r in rows}


def shown(row: Row, reading: Row, held: Row) -> None:
    """Print a record that is wrong."""
    if held["type"] and held["held"] == held["asked"] and not held["extra"]:
        return
    text, actors = reading["report"]["text"], {a["id"]: a["key"] for a in reading["actors"]}
    print(f"\n{row['id'][14:]} {type_of(row)} {gold_countries(row.get('source'))} -> {gold_countries(row.get('target'))}: {text}")
    for e in events_of(reading):
        sides_of = [[actors[i] for i in e[side]] for side in ("actor", "recipient")]
        print("   ", e["event_type"], e["modes"], text[slice(*e["trigger"])], *sides_of, e["reality"])
    print("   ", "type right" if held["type"] else "TYPE WRONG", f"sides {held['held']} of {held['asked']}")


def events_of(reading: Row) -> list[Row]:
    """Give the events with the acts inside them."""
    return [one for e in reading["events"] for one in (e, e.get("of")) if one]


def share(counts: list[Row], part: str, whole: str = "") -> float:
    """Give a share in percent, or a mean where no whole is named."""
    total = sum(c[whole] for c in counts) if whole else len(counts)
    return round(100 * sum(c[part] for c in counts) / max(1, total), 1)


def on_sheet(row: Row, reading: Row, event: Row) -> Row:
    """Give an extra event for whoever judges it."""
    text, actors = reading["report"]["text"], {a["id"]: a["key"] for a in reading["actors"]}
    named = {side: [actors[i] for i in event[side]] for side in ("actor", "recipient")}
    words = {"sentence": text, "word": text[slice(*event["trigger"])]}
    return {
        "id": row["id"],
        "trigger": event["trigger"],
        "type": event["event_type"],
        **named,
        "reality": event["reality"],
        **words,
    }


def main() -> None:
    """Measure and print."""
    parser = options_of(__doc__)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--sheet", action="store_true")
    options = parser.parse_args()
    path = options.data / "plover_gsr" / "dev.jsonl.gz"
    rows = rows_of(path)
    readings = readings_of([{"id": r["id"], "text": r["text"].strip()} for r in rows])
    if options.sheet:
        for row, reading in zip(rows, readings, strict=True):
            for e in extras(row, reading):
                if place_of(row, e) not in judged():
                    print(json.dumps(on_sheet(row, reading, e), ensure_ascii=False))
        return
    counts = [counted(row, reading) for row, reading in zip(rows, readings, strict=True)]
    if options.show:
        for row, reading, held in zip(rows, readings, counts, strict=True):
            shown(row, reading, held)
    figures = {
        "records": len(rows),
        "type right": {"value": share(counts, "type"), "interval": interval_of(counts, lambda c: share(c, "type"))},
        "type right, without intentions": {
            "value": share(counts, "plain"),
            "interval": interval_of(counts, lambda c: share(c, "plain")),
        },
        "extra events per record": {
            "value": round(share(counts, "extra") / 100, 3),
            "interval": [round(x / 100, 3) for x in interval_of(counts, lambda c: share(c, "extra"))],
        },
        "wrong extra events per record": {
            "value": round(share(counts, "extras wrong") / 100, 3),
            "interval": [round(x / 100, 3) for x in interval_of(counts, lambda c: share(c, "extras wrong"))],
            "extra events judged": share(counts, "extras judged", "extra"),
        },
        "countries right, given the type": {
            "value": share(counts, "held", "asked"),
            "interval": interval_of(counts, lambda c: share(c, "held", "asked")),
        },
        "records with any event": share(counts, "any"),
    }
    print(figures)
    if not options.show:
        keep("plover", figures, data=f"PLOVER records dev, digest {digest_of(path)}")


if __name__ == "__main__":
    main()
