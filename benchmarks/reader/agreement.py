"""How far two readings of the same reports agree: which rows both have, and which fields of these.

Rows go together as a row and a record of `reader_rows` do, but for the words: half of the characters of both have to be shared, since places are at
hand on both sides. Of the fields that both give, those agree that have an allowed value in common, or the same words.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reader_rows import ENOUGH, KNOWN_BY, MUTUAL, NO_FIELDS, Row, listed, names, touch, trimmed

PARTS = ("statements", "figures", "events", "ties", "watchpoints")
WORDS = ("source", "cue", "target", "addressee", "relayed_by")
ACTORS = ("speaker", "speaks_for", "imputed_to", "giver", "whose", "actor", "recipient", "accredited_to", "role", "place")
LEFT = NO_FIELDS | {"within", "of", "date", "condition", "consequence"}  # compared word by word elsewhere, or known by other rows


def characters(spans: Iterable[list[int]]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def closeness(part: str, one: Row, other: Row) -> float:
    """Tell how near two rows are; 0 where they tell of different things."""
    if part == "ties":
        ends = [(other["subject"], other["object"])]
        if set(listed(one["relation"])) & MUTUAL:
            ends.append(ends[0][::-1])
        same = any(same_actor(one["subject"], a) and same_actor(one["object"], b) for a, b in ends)
        return float(same and bool(set(listed(one["relation"])) & set(listed(other["relation"]))))
    a, b = one[KNOWN_BY[part]], other[KNOWN_BY[part]]
    shared = len(characters(a) & characters(b)) / len(characters(a) | characters(b))
    if part in ("statements", "watchpoints"):
        return shared if shared >= ENOUGH else 0.0
    fits = part == "figures" or set(one["type"]) & set(other["type"])
    return shared if fits and touch(a, b) else 0.0


def same_actor(one: Any, other: Any) -> bool:
    """Tell whether two lists of names and keys have an actor in common, by key or by a name within the other."""
    pairs = [(a, b) for a in listed(one) for b in listed(other)]
    if not pairs:
        return not listed(one) and not listed(other)
    return any(a == b or (a and b and (set(names(a)) <= set(names(b)) or set(names(b)) <= set(names(a)))) for a, b in pairs)


def agree(field: str, one: Any, other: Any, text: str) -> bool:
    """Tell whether a field has the same words or an allowed value in common."""
    if field == "content":
        return [trimmed(text[a:b]) for a, b in one] == [trimmed(text[a:b]) for a, b in other]
    if field in WORDS:
        words = [{trimmed(text[a:b]) for a, b in side or []} for side in (one, other)]
        return bool(words[0] & words[1]) or words[0] == words[1]
    if field in ACTORS:
        return same_actor(one, other)
    return any(value in listed(other) for value in listed(one))


def partners(part: str, firsts: list[Row], seconds: list[Row]) -> list[tuple[Row, Row]]:
    """Give the rows that both have, the nearest first, each once."""
    pairs = [(closeness(part, a, b), n, m) for n, a in enumerate(firsts) for m, b in enumerate(seconds)]
    found: list[tuple[int, int]] = []
    for near, n, m in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if near and all(n != one and m != other for one, other in found):
            found.append((n, m))
    return [(firsts[n], seconds[m]) for n, m in sorted(found)]


def agreement_of(reports: dict[str, Row], seconds: list[Row]) -> Row:
    """Give for each part how many rows either has, how many both, and how many of the fields that both give agree."""
    result: Row = {"reports": len(seconds)}
    for part in PARTS:
        one = other = both = held = given = 0
        for second in seconds:
            report = reports[second["name"]]
            pairs = partners(part, report["rows"][part], second["rows"][part])
            one, other, both = one + len(report["rows"][part]), other + len(second["rows"][part]), both + len(pairs)
            for a, b in pairs:
                fields = [field for field in a.keys() & b.keys() - LEFT if not field.endswith(("_optional", "_also"))]
                given += len(fields)
                held += sum(agree(field, a[field], b[field], report["text"]) for field in fields)
        share = round(200 * both / (one + other), 1) if one + other else None
        result[part] = {"first": one, "second": other, "both": both, "F1": share, "fields": f"{held} of {given}"}
    return result
