"""What holds of a report's rows in its reading: for each row whether the record is there, and each field that the row gives.

A record is matched as in the comparison of the report the project starts from: words without case, marks and articles, the record that shares
most of them; each record serves one row. A field counts where the row gives it; of several allowed values one is enough.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Fields = dict[str, bool]
PARTS = ("statements", "figures", "events", "ties", "watchpoints", "actors")
EDGE = " \t\n\r\u00a0.,;:!?\"'`\u201c\u201d\u2018\u2019()\u2013\u2014_"
LITTLE = {"the", "of", "a", "an", "many"}
MUTUAL = {"partner_of", "ally_of", "at_war_with", "relative_of"}
ENOUGH = 0.5  # least share of words by which a record is taken for a row's, as in the comparison of the seed report
ENOUGH_OF_A_FIGURE = 0.2
ENOUGH_OF_A_CLAUSE = 0.6


def own_texts() -> dict[str, str]:
    """Give the texts of the reports of our own writing in ../marks, by id."""
    file = Path(__file__).parents[1] / "marks" / "reports.jsonl"
    return {row["id"]: row["text"] for row in map(json.loads, file.open(encoding="utf8"))}


def trimmed(words: str) -> str:
    """Give the words without marks around them, a leading "that" and then an article."""
    words = re.sub(r"\s+", " ", words).strip(EDGE)
    for leading in ("that", "the|an?"):
        words = re.sub(rf"^({leading}) ", "", words, flags=re.I).strip(EDGE)
    return words.lower()


def names(words: str | None) -> list[str]:
    return [word for word in re.findall(r"\w+", (words or "").lower()) if word not in LITTLE]


def share(one: str, other: str) -> float:
    """Give the words that both have among those that either has."""
    a, b = set(names(one)), set(names(other))
    return len(a & b) / len(a | b) if a and b else 0.0


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def spans_of(value: Any) -> list[list[int]]:
    """Give one span, several or none as a list of spans."""
    return [] if not value else [value] if isinstance(value[0], int) else list(value)


def touch(one: Iterable[list[int]], other: Iterable[list[int]]) -> bool:
    other = list(other)
    return any(start < b and a < end for start, end in one for a, b in other)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one row: `fields` holds of each field given whether it is right, all wrong where the record is missing."""

    part: str
    label: str
    found: bool
    fields: Fields
    got: Row = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        return self.found and all(self.fields.values())


class Reading:
    """A reading as `sayso parse` writes it, with what the comparison asks of it."""

    def __init__(self, reading: Row) -> None:
        self.reading, self.text = reading, reading["report"]["text"]
        self.actors: dict[str, Row] = {actor["id"]: actor for actor in reading.get("actors", [])}
        self.places = {place["id"]: place for place in reading.get("places", [])}

    def words(self, value: Any) -> str:
        return " ".join(self.text[start:end] for start, end in spans_of(value))

    def is_actor(self, ident: str | None, wanted: Any) -> bool:
        """Tell whether the actor has one of these keys, names or aliases (all its words, or a person's family name)."""
        return any(self._is(ident, want) for want in listed(wanted))

    def _is(self, ident: str | None, want: str | None) -> bool:
        actor = self.actors.get(ident or "")
        if want is None or actor is None:
            return want is None and actor is None
        if actor.get("key") == want:
            return True
        wanted = names(want)
        for name in [actor.get("name", ""), *(actor.get("aliases") or [])]:
            have = names(name)
            family = actor.get("kind") == "person" and len(have) == 1 and have[-1:] == wanted[-1:]
            if have and wanted and (set(wanted) <= set(have) or family):
                return True
        return False

    def acts_for(self, ident: str, want: str) -> bool:
        """Tell whether the actor is the one wanted or acts for that state."""
        return (self.actors.get(ident) or {}).get("country") == want or self.is_actor(ident, want)

    def same_side(self, found: Row, side: str, wanted: list[str], more: Iterable[str] = ()) -> bool:
        """Tell whether a side of an event holds everybody wanted and, but for those of `more`, nobody else.

        A side that the words do not name ("gunmen") has no actor: there its words serve.
        """
        idents, allowed = found.get(side) or [], [*wanted, *more]
        told = [set(names(self.words([span]))) for span in found.get(f"{side}_spans") or []]
        there = all(
            any(self.acts_for(ident, want) for ident in idents) or any(set(names(want)) <= words for words in told)
            for want in wanted
        )
        return there and all(any(self.acts_for(ident, want) for want in allowed) for ident in idents)

    def name(self, idents: Any) -> list[str]:
        """Give the names of actors, to show them."""
        return [str((self.actors.get(ident) or {}).get("name")) for ident in listed(idents) if ident]


Candidate = tuple[float, Fields]
Judge = Callable[[Reading, Row, Row, dict[str, str]], Candidate | None]


def statement_fields(r: Reading, row: Row, found: Row, keys: dict[str, str]) -> Candidate | None:
    score = share(r.words(found["content"]), r.words(row["content"]))
    if score < ENOUGH:
        return None
    pieces = [[trimmed(r.text[start:end]) for start, end in spans] for spans in (found["content"], row["content"])]
    fields = {"content": pieces[0] == pieces[1]}
    for name in ("source", "cue", "target"):
        if name in row and not (row.get("source_optional") and name != "target"):
            wanted = {trimmed(r.words([span])) for span in row[name] or []} or {""}
            fields[name] = trimmed(r.words(found.get(name))) in wanted
    for name in ("form", "act", "withholds", "channel"):
        if name in row:
            fields[name] = found.get(name) in listed(row[name])
    for name in ("speaker", "speaks_for", "imputed_to"):
        if name in row:
            fields[name] = r.is_actor(found.get(name), row[name])
    for name in ("addressee", "relayed_by"):
        if name in row and not row.get(f"{name}_optional"):
            got = names(r.words((found.get(name) or {}).get("span")))[-1:]
            fields[name] = got in [names(r.words([span]))[-1:] for span in row[name] or []] or (not row[name] and not got)
    if "said_on" in row:
        fields["said_on"] = (found.get("said_on") or {}).get("from") in listed(row["said_on"])
    if "within" in row:
        fields["within"] = bool(found.get("within")) and found.get("within") == keys.get(row["within"])
    return score, fields


def figure_fields(r: Reading, row: Row, found: Row, keys: dict[str, str]) -> Candidate | None:
    there = (
        touch([found["span"]], row["evidence"]) and share(r.words(found["span"]), r.words(row["evidence"])) > ENOUGH_OF_A_FIGURE
    )
    if not there or found.get("low") not in listed(row["low"]):
        return None
    fields = {name: found.get(name) in listed(row[name]) for name in ("high", "kind") if name in row}
    for name in ("giver", "whose"):
        if name in row:
            fields[name] = r.is_actor(found.get(name), row[name])
    if row.get("of"):
        fields["of"] = bool(set(names(r.words(row["of"]))) & set(names((found.get("of") or {}).get("words"))))
    if "approximate" in row:
        fields["approximate"] = bool(found.get("approximate")) == row["approximate"]
    return share(r.words(found["span"]), r.words(row["evidence"])), fields


def event_fields(r: Reading, row: Row, found: Row, keys: dict[str, str]) -> Candidate | None:
    if found["event_type"] not in row["type"] or not touch(found.get("evidence") or [found["trigger"]], row["evidence"]):
        return None
    fields = {name: found.get(name) in listed(row[name]) for name in ("reality", "status") if name in row}
    for name in ("actor", "recipient"):
        if name in row and not (row.get(f"{name}_optional") and not found.get(name)):
            fields[name] = r.same_side(found, name, listed(row[name]), listed(row.get(f"{name}_also", [])))
    for name, ours in (("mode", "modes"), ("context", "contexts")):
        if name in row:
            fields[name] = bool(set(listed(row[name])) & set(found.get(ours) or []))
    if row.get("date"):
        fields["date"] = set(names(r.words(row["date"]))) <= set(names((found.get("date") or {}).get("words")))
    if "place" in row:
        fields["place"] = (r.places.get(found.get("place") or "") or {}).get("name") in listed(row["place"])
    return sum(fields.values()) / (len(fields) or 1) + touch([found["trigger"]], row["evidence"]), fields


def tie_fields(r: Reading, row: Row, found: Row, keys: dict[str, str]) -> Candidate | None:
    ends = [(found["subject"], found["object"])]
    if found["relation"] in MUTUAL:
        ends.append((found["object"], found["subject"]))
    right = any(r.is_actor(one, row["subject"]) and r.is_actor(other, row["object"]) for one, other in ends)
    if found["relation"] not in listed(row["relation"]) or not right:
        return None
    fields = {}
    if "role" in row:
        wanted = {word for role in listed(row["role"]) for word in names(role)}
        fields["role"] = bool(wanted & set(names(found.get("role"))))
    if "accredited_to" in row:
        fields["accredited_to"] = r.is_actor(found.get("accredited_to"), row["accredited_to"])
    if "former" in row:
        fields["former"] = (found.get("until") is not None) == row["former"]
    return sum(fields.values()) + sum(share(role, found.get("role") or "") for role in listed(row.get("role", ""))), fields


def watchpoint_fields(r: Reading, row: Row, found: Row, keys: dict[str, str]) -> Candidate | None:
    score = share(r.words(found.get("span") or found.get("evidence")), r.words(row["evidence"]))
    if score < ENOUGH:
        return None
    fields = {"kind": found.get("kind") in listed(row["kind"])}
    for name in ("condition", "consequence"):
        if row.get(name):
            fields[name] = share(r.words(found.get(name)), r.words(row[name])) >= ENOUGH_OF_A_CLAUSE
    return score + fields["kind"], fields


JUDGES: dict[str, Judge] = {
    "statements": statement_fields,
    "figures": figure_fields,
    "events": event_fields,
    "ties": tie_fields,
    "watchpoints": watchpoint_fields,
}
KNOWN_BY = {"statements": "content", "figures": "evidence", "events": "evidence", "watchpoints": "evidence"}
# Compared only where the row says something: an annotator may leave them null.
SAID = frozenset(("of", "date", "condition", "consequence"))
NO_FIELDS = frozenset(("key", "low", "evidence", "subject", "relation", "object", "type"))


def wanted_fields(part: str, row: Row) -> list[str]:
    """Name the fields that count against a row whose record is missing."""
    optional = {name for name in row if row.get(f"{name}_optional")}
    optional |= {"source", "cue"} if row.get("source_optional") else set()
    plain = [name for name in row if not name.endswith(("_optional", "_also")) and name not in NO_FIELDS]
    return [name for name in plain if name not in optional and (row[name] or name not in SAID)]


def matched(part: str, rows: list[Row], r: Reading) -> list[tuple[Row | None, Fields]]:
    """Give for each row its record and what holds of it; the best pairs first, each record once."""
    judge, records, keys = JUDGES[part], r.reading.get(part, []), dict[str, str]()
    taken: dict[int, tuple[Row | None, Fields]] = {}
    used: set[int] = set()
    # Twice: which outer statement a row names is known only when that one has its record.
    for _ in range(2 if part == "statements" else 1):
        pairs = []
        for n, row in enumerate(rows):
            for m, record in enumerate(records):
                judged = judge(r, row, record, keys)
                if judged is not None:
                    pairs.append((-judged[0], -sum(judged[1].values()), n, m, judged[1]))
        taken, used = {}, set()
        for _, _, n, m, fields in sorted(pairs, key=lambda pair: pair[:4]):
            if n not in taken and m not in used:
                taken[n] = (records[m], fields)
                used.add(m)
        keys = {rows[n]["key"]: (record or {})["id"] for n, (record, _) in taken.items() if rows[n].get("key")}
    return [taken.get(n, (None, dict.fromkeys(wanted_fields(part, row), False))) for n, row in enumerate(rows)]


def label_of(part: str, row: Row, r: Reading) -> str:
    if part == "ties":
        return f"{row['subject']} {listed(row['relation'])[0]} {listed(row['object'])[0]}"
    first = {"events": row.get("type"), "watchpoints": row.get("kind")}.get(part)
    head = f"{listed(first)[0]} " if first else ""
    return f"{head}«{' '.join(r.words(row[KNOWN_BY[part]]).split())[:60]}»"


def actor_outcomes(wanted: Row, r: Reading) -> list[Outcome]:
    """Give what holds of states, people, organisations, groups and mentions."""
    found = [
        Outcome("actors", f"state {key}", any(actor.get("key") == key for actor in r.actors.values()), {})
        for key in wanted.get("countries", [])
    ]
    for person in wanted.get("people", []):
        same = [actor for i, actor in r.actors.items() if actor.get("kind") == "person" and r.is_actor(i, person["name"])]
        fields = (
            {"country": any(actor.get("country") in listed(person["country"]) for actor in same)} if "country" in person else {}
        )
        found.append(Outcome("actors", f"person {person['name']}", bool(same), fields))
    for name in [*wanted.get("organizations", []), *wanted.get("groups", [])]:
        found.append(Outcome("actors", f"body or group {name}", any(r.is_actor(i, name) for i in r.actors), {}))
    for mention in wanted.get("mentions", []):
        owners = [i for i, actor in r.actors.items() if touch(actor.get("mentions", []), [mention["span"]])]
        right = any(r.is_actor(i, mention["actor"]) for i in owners)
        label = f"mention «{r.words([mention['span']])}» of {listed(mention['actor'])[0]}"
        found.append(Outcome("actors", label, right, {}, {"owners": r.name(owners)}))
    return found


def outcomes(rows: Row, r: Reading) -> list[Outcome]:
    """Give what became of every row of a report."""
    found = []
    for part in JUDGES:
        for row, (record, fields) in zip(rows.get(part, []), matched(part, rows.get(part, []), r), strict=True):
            found.append(Outcome(part, label_of(part, row, r), record is not None, fields, record or {}))
    return [*found, *actor_outcomes(rows.get("actors", {}), r)]


def held_by(record: Row, row: Row, r: Reading) -> bool:
    """Tell whether a record has all that a row of must_not says of it."""
    spots = (
        {
            "statements": [*spans_of(record.get("content")), *spans_of(record.get("source")), *spans_of(record.get("cue"))],
            "events": [record.get("trigger")] if record.get("trigger") else record.get("evidence"),
        }.get(row["part"])
        or spans_of(record.get("span"))
        or spans_of(record.get("evidence"))
    )
    if not touch(spots, [row["span"]]):
        return False
    tests = [
        found in listed(row[name])
        for name, found in (("type", record.get("event_type")), *((one, record.get(one)) for one in PLAIN))
        if name in row
    ]
    tests += [r.is_actor(record.get(name), row[name]) for name in ACTORS if name in row]
    tests += [
        any(r.acts_for(i, want) for i in record.get(name) or [] for want in listed(row[name])) for name in SIDES if name in row
    ]
    tests += [(record.get("until") is not None) == row["former"]] if "former" in row else []
    return all(tests)


PLAIN = ("reality", "status", "act", "kind", "relation", "low", "high", "form", "withholds")
ACTORS = ("speaker", "speaks_for", "imputed_to", "subject", "object", "giver", "whose")
SIDES = ("actor", "recipient")


def violated(rows: Row, r: Reading) -> list[tuple[Row, bool]]:
    """Give every row of must_not with whether some record of its part is what must not be found."""
    return [(row, any(held_by(record, row, r) for record in r.reading.get(row["part"], []))) for row in rows.get("must_not", [])]
