"""Whether what reports share is the same in whatever order they are read: twenty orders, all rows of stories, claims, happenings and series compared.

usage: python benchmarks/order.py [--orders 20]

The reports: examples/reports, forty of ECB+ train (two topics), and varied copies of both. Some orders are linked after each report, some by the
dozen, some at the end. In every fourth, each fifth report is first read otherwise (another day, no figures and events) and linked so, and
reports that stand in no other order are read, linked and forgotten on the way.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import select

from sayso.findings.reading import Reading
from sayso.flow import parse_lines, read_file, read_text
from sayso.record.ledger import Ledger, open_ledger
from sayso.record.link_tables import LINK_TABLES, lead_bands, linked_texts, to_link
from sayso.record.linking.shelf import unpack
from sayso.record.opening import Database
from sets import ROOT, Row, digest_of, keep, options_of, rows_of
from varied_readings import Models, Planned

SEED = 11
TOPICS, OF_A_TOPIC, COPIES, FORGOTTEN = 2, 20, 20, 4
DOZEN, FIFTH = 12, 5
WAYS = ("after each", "by the dozen", "at the end", "by the dozen, with readings replaced and reports forgotten")
COMPARED = tuple(table for table in LINK_TABLES if table not in (to_link, linked_texts, lead_bands))


@dataclass(frozen=True, slots=True)
class Order:
    """Readings in the order they come, how they are linked, and those that are forgotten again."""

    readings: tuple[Reading, ...]
    way: str
    forgotten: tuple[Reading, ...] = ()


def orders_of(readings: Sequence[Reading], forgotten: Sequence[Reading], count: int) -> Iterator[Order]:
    """Give a number of random orders, the ways of linking in turn."""
    for number in range(count):
        shuffled = list(readings)
        random.Random(f"{SEED} {number}").shuffle(shuffled)
        way = WAYS[number % len(WAYS)]
        yield Order(tuple(shuffled), way, tuple(forgotten) if way == WAYS[-1] else ())


def fill(ledger: Ledger, order: Order) -> None:
    """Read in an order."""
    rng = random.Random(f"{SEED} {order.readings[0].id}")
    with_more = order.way == WAYS[-1]
    gone = [ledger.add(one).report_key for one in order.forgotten]
    for at, reading in enumerate(order.readings):
        if with_more and at % FIFTH == 0:
            ledger.add(otherwise(reading))
            ledger.link()
        ledger.add(reading)
        if order.way == WAYS[0] or (order.way != WAYS[2] and rng.randrange(DOZEN) == 0):
            ledger.link()
        if gone and rng.randrange(DOZEN) == 0:
            ledger.forget(gone.pop(), "read by mistake")
    for key in gone:
        ledger.forget(key, "read by mistake")
    ledger.link()


def otherwise(reading: Reading) -> Reading:
    """Give another reading of the same page, as an older model might have made it."""
    day = reading.report.published
    earlier = day - timedelta(days=9) if day else date(2024, 1, 1)
    return replace(reading, report=replace(reading.report, published=earlier), figures=(), events=(), by="older/1")


def linked_rows(path: Path) -> list[str]:
    """Give all rows of what reports share, each as a line, sorted."""
    lines = []
    database = Database(path)
    try:
        with database.read() as connection:
            for table in COMPARED:
                for row in connection.execute(select(table)).mappings():
                    plain = {name: unpack(value) if name == "body" else value for name, value in row.items()}
                    lines.append(json.dumps([table.name, plain], sort_keys=True, default=str))
    finally:
        database.close()
    return sorted(lines)


def rows_after(order: Order, folder: Path) -> list[str]:
    """Read in an order into a new ledger and give its rows."""
    path = folder / f"{len(list(folder.iterdir()))}.db"
    with open_ledger(path) as ledger:
        fill(ledger, order)
    return linked_rows(path)


def readings_of(data: Path) -> tuple[list[Reading], list[Reading]]:
    """Read the reports, and those that are to be forgotten."""
    examples: list[Reading] = []
    for path in sorted((ROOT / "examples" / "reports").iterdir()):
        if path.suffix == ".jsonl":
            examples += [one for one in parse_lines(path.open("rb")) if isinstance(one, Reading)]
        else:
            examples.append(read_file(path))
    rows = rows_of(data / "ecbplus" / "train.jsonl.gz")
    topics = sorted({int(row["topic"]) for row in rows})[:TOPICS]
    chosen = [row for topic in topics for row in _spread([row for row in rows if int(row["topic"]) == topic], OF_A_TOPIC)]
    others = [read_text(row["text"], given={"id": row["id"]}) for row in chosen]
    models = Models([examples, others])
    made = [models.make(Planned(story, place)) for story in range(3) for place in range(COPIES)]
    return [*examples, *others, *made[: COPIES + FORGOTTEN][FORGOTTEN:]], made[:FORGOTTEN]


def _spread(some: Sequence[Row], count: int) -> list[Row]:
    return [some[at * len(some) // count] for at in range(count)]


def main() -> int:
    """Compare, print and keep; 0 where all orders give the same."""
    options = options_of(__doc__)
    options.add_argument("--orders", type=int, default=20)
    chosen = options.parse_args()
    readings, forgotten = readings_of(chosen.data)
    differing: dict[int, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        first: list[str] = []
        for number, order in enumerate(orders_of(readings, forgotten, chosen.orders)):
            rows = rows_after(order, Path(folder))
            first = first or rows
            apart = set(rows) ^ set(first)
            print(
                number,
                order.way,
                len(rows),
                "rows",
                f"{len(apart)} differ" if apart else "the same",
                *sorted(apart)[:2],
                flush=True,
            )
            if rows != first:
                differing[number] = len(apart)
    kinds = {table.name: sum(row.startswith(f'["{table.name}"') for row in first) for table in COMPARED}
    figures = {
        "orders": chosen.orders, "reports": len(readings), "forgotten on the way": len(forgotten), "ways of linking": list(WAYS),
        "rows compared in each": len(first), "by table": kinds, "orders that differ from the first": len(differing),
    }  # fmt: skip
    digest = digest_of(chosen.data / "ecbplus" / "train.jsonl.gz")
    keep(
        "order",
        figures,
        data=f"examples/reports, ECB+ train {digest}, and varied copies",
        arguments=["--orders", str(chosen.orders)],
    )
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
