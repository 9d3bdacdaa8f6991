"""Origins: behind how many independent origins a claim stands, on 50 chains of made-up reports.

usage: python benchmarks/origins/measure.py [--part held-out|tune|all|supplement] [--show] [--orders N]
    --part    whole templates are either held out (default) or there to tune on; supplement is ten chains written by hand, with their
              offices and posts. Only held-out and supplement are kept.
    --show    print what is not right; for the part tune only, so that nobody sees the held-out chains
    --orders  random orders of the reports in which each chain is asked again (default 3); chains that change are told
The reports of a chain are read by this package; then sayso.link.origins.origins_of is asked for the origins of the chain's claim.
While there is no such function, that is said on standard error and nothing is measured.
A chain is right when it has all its origins and no other, each with its name and with exactly the reports that carry it; the bar is all
chains. Beside it: chains with the right number of origins, with the right carriers whatever the names, with the right names.
An origin that nobody names (a ring, "local media") has the name None. Names are compared without case, marks and "the".
Intervals: 95 %, bootstrap over chains, 1,000 draws, seed 0.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent)]

from sets import interval_of, keep, options_of  # noqa: E402  # they lie in the folder above

Row = dict[str, Any]
Ask = Callable[[Sequence[Any], tuple[str, Any]], Any]
MEASURES = ("right", "number", "carriers", "names")


class Found(NamedTuple):
    """An origin as it was found or as it should be: the names that may stand for it, an empty one alone where it has none; its reports."""

    names: frozenset[str]
    carriers: frozenset[str]


def chains_of(part: str) -> list[Row]:
    """Read the chains of a part."""
    name = "supplement.jsonl" if part == "supplement" else "chains.jsonl"
    lines = (HERE / name).read_text(encoding="utf8").splitlines()
    return [chain for chain in map(json.loads, lines) if part in ("all", chain["part"])]


def plain(name: str | None) -> str:
    """Give a name without case, marks and "the"."""
    words = re.findall(r"\w+", (name or "").lower())
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def gold_of(chain: Row) -> list[Found]:
    """Give the origins that a chain has."""
    pairs = ((origin["names"] if origin["name"] else [None], origin["carriers"]) for origin in chain["origins"])
    return [Found(frozenset(plain(name) for name in names), frozenset(carriers)) for names, carriers in pairs]


def asking() -> Ask | None:
    """Give the function to be measured; None, said on standard error, where there is none yet."""
    try:
        from sayso.link.origins import origins_of
    except ImportError as error:
        print(f"not measured: sayso.link.origins.origins_of is not there yet ({error})", file=sys.stderr)
        return None
    return origins_of


def readings_of(chain: Row) -> list[Any]:
    """Read the reports of a chain; a reading has the report's id."""
    from dataclasses import replace

    from sayso import parse

    given = ("text", "published", "title", "url", "outlet")
    return [replace(parse(**{name: report[name] for name in given}), id=report["id"]) for report in chain["reports"]]


def found_of(chain: Row, readings: Sequence[Any], ask: Ask) -> list[Found]:
    """Ask for the origins of a chain's claim."""
    from sayso.span import Span

    origins = ask(readings, (chain["claim"]["report"], Span(*chain["claim"]["span"])))
    return [Found(frozenset([plain(origin.name)]), frozenset(origin.reports)) for origin in origins]


def matched(gold: Sequence[Found], found: Sequence[Found], agree: Callable[[Found, Found], bool]) -> bool:
    """Tell whether each origin found can be given to one of the gold, so that none is left on either side."""
    if not gold or not found:
        return not gold and not found
    first, rest = gold[0], gold[1:]
    fits = (place for place, other in enumerate(found) if agree(first, other))
    return any(matched(rest, [*found[:place], *found[place + 1 :]], agree) for place in fits)


def judged(gold: Sequence[Found], found: Sequence[Found]) -> dict[str, bool]:
    """Give what is right of one chain."""

    def same_names(one: Found, other: Found) -> bool:
        return bool(one.names & other.names)

    def same_carriers(one: Found, other: Found) -> bool:
        return one.carriers == other.carriers

    return {
        "right": matched(gold, found, lambda one, other: same_names(one, other) and same_carriers(one, other)),
        "number": len(gold) == len(found),
        "carriers": matched(gold, found, same_carriers),
        "names": matched(gold, found, same_names),
    }


def changes(chain: Row, readings: list[Any], found: list[Found], ask: Ask, orders: int) -> bool:
    """Tell whether another order of the reports gives other origins."""
    shuffles = (random.Random(seed).sample(readings, len(readings)) for seed in range(orders))
    return any(set(found_of(chain, order, ask)) != set(found) for order in shuffles)


def figures_of(chains: list[Row], verdicts: list[dict[str, bool]], changed: int) -> Row:
    """Give all figures."""
    result: Row = {"chains": len(chains), "reports": sum(len(chain["reports"]) for chain in chains)}
    for name in MEASURES:
        marks = [verdict[name] for verdict in verdicts]
        spread = interval_of(marks, lambda draw: 100 * sum(draw) / len(draw))
        result[name] = {"chains": sum(marks), "percent": round(100 * sum(marks) / len(marks), 1), "interval": spread}
    by_template: dict[str, list[bool]] = defaultdict(list)
    for chain, verdict in zip(chains, verdicts, strict=True):
        by_template[chain["template"]].append(verdict["right"])
    result["right by template"] = {name: f"{sum(marks)} of {len(marks)}" for name, marks in sorted(by_template.items())}
    result["change with the order of the reports"] = changed
    return result


def lines_of(result: Row) -> Iterator[str]:
    """Write the figures as lines that people read."""
    yield f"{result['chains']} chains of {result['reports']} reports"
    for name in MEASURES:
        low, high = result[name]["interval"]
        yield f"    {name:9}{result[name]['chains']:3} of {result['chains']}  {result[name]['percent']:5.1f}  {low}–{high}"
    yield from (f"    {name}: {share}" for name, share in result["right by template"].items())
    yield f"    {result['change with the order of the reports']} chains change with the order of the reports"


def told(origins: Sequence[Found]) -> str:
    """Write origins as a line that people read."""
    return "; ".join(f"{'/'.join(sorted(o.names)) or 'nobody'}: {' '.join(sorted(o.carriers))}" for o in origins)


def main() -> None:
    parser = options_of(__doc__)
    parser.add_argument("--part", choices=("held-out", "tune", "all", "supplement"), default="held-out")
    parser.add_argument("--show", action="store_true", help="print what is not right; with --part tune only")
    parser.add_argument("--orders", type=int, default=3, help="random orders of the reports asked besides; default 3")
    options = parser.parse_args()
    if options.show and options.part != "tune":
        raise SystemExit("--show is for --part tune; the held-out chains stay unseen")
    ask = asking()
    if ask is None:
        return
    chains, verdicts, changed = chains_of(options.part), [], 0
    for chain in chains:
        readings, gold = readings_of(chain), gold_of(chain)
        found = found_of(chain, readings, ask)
        verdicts.append(judged(gold, found))
        changed += changes(chain, readings, found, ask, options.orders)
        if options.show and not verdicts[-1]["right"]:
            print(f"{chain['id']} {chain['template']}\n    should be {told(gold)}\n    is        {told(found)}")
    figures = figures_of(chains, verdicts, changed)
    print("\n".join(lines_of(figures)))
    if options.part == "held-out":
        keep("origins", {"part": options.part, **figures}, data=f"{len(chains)} made-up chains, held out")
    if options.part == "supplement":
        keep("origins_supplement", {"part": options.part, **figures}, data=f"{len(chains)} chains written by hand")


if __name__ == "__main__":
    main()
