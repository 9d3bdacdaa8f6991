"""Articles of PolNeAR train → families of reports: an original and what others made of it, and stories of others on the same day.

The copies of a family, each kind as often as any other: `verbatim`; `cut` to its first 25–70 %; `retitled`, whole under a headline made
of its own words; `rewritten`, 20–60 % of its words changed (rewriting.py); `excerpt`, two to four paragraphs of it within another article
of the set's outlets, dated the original's day or the next where it was older.

And what is no copy: articles left alone, many of the same days; and in two families of five a `witness`, an article of another that holds
the original's longest quotations, at least 60 words, each with an attribution in our words: two reporters at one speech.

Two families in five are an agency's: the original stands on its page with a dateline, three copies in four keep dateline or credit, and
one in two is of the same day. Of the others three copies in five name the outlet in a last line, and one in four is of the same day. Of
the rest two thirds are of the next day, the others two to five days later; 6 % of all have no day, 2 % are of the day before (time zones).
How common these are in the wild is not known; they are set here, and a copy of the same day that credits nobody cannot be told from its
original but by its length. Seeded; outlets' names are made up.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rewriting import WORD, rewritten
from sets import Row

KINDS = ("verbatim", "cut", "retitled", "rewritten", "excerpt")
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{60,})[”\"]")
_HEARD = (
    "so ran one part of it, to some applause", "there was more in this vein later on", "that drew the loudest cheer of the night",
    "a line that had been heard before", "and with this the evening closed", "one listener wrote it down", "the hall was quiet at these words",
    "few there had expected it", "an aide nodded along", "it was said twice", "the cameras caught it all", "nobody rose to answer",
)  # fmt: skip
AGENCIES = (
    ("Associated Press", "AP"),
    ("Reuters", "Reuters"),
    ("Agence France-Presse", "AFP"),
    ("United Press International", "UPI"),
)
TOWNS = ("WASHINGTON", "NEW YORK", "LONDON", "CHICAGO", "MIAMI")
HOMES = {
    "breitbart": "Gale Courier", "huff-post": "Harrow Review", "nyt": "Ivel Times", "politico": "Juniper Gazette",
    "usa-today": "Kestrel Daily", "wash-post": "Larch Tribune", "west-journal": "Moss Journal",
}  # fmt: skip
OUTLETS = [
    f"{town} {paper}"
    for town in ("Alder", "Birch", "Cedar", "Dunmore", "Elm", "Fairlea")
    for paper in ("Herald", "Post", "Echo", "Star")
]


@dataclass(frozen=True, slots=True)
class Made:
    """One report of the set.

    Attributes:
        family: number of the original's family; an article taken as a host of an excerpt belongs to the excerpt's.
        kind: original, one of KINDS, witness or other (stories that are nobody's copies).
        is_unknowable: a copy of the original's day, as long or longer, that credits nobody.
        changed: share of the words a rewriting was asked to change, 0 for other kinds.
    """

    id: str
    family: int
    kind: str
    title: str
    text: str
    outlet: str
    published: date | None
    changed: float = 0.0
    is_unknowable: bool = False

    @property
    def line(self) -> Row:
        """The report as a line of `sayso parse`."""
        day = self.published.isoformat() if self.published else None
        row = {"id": self.id, "text": self.text, "title": self.title, "outlet": self.outlet, "published": day}
        return {name: value for name, value in row.items() if value is not None}


def families(rows: Sequence[Row], hosts: Sequence[Row], others: Sequence[Row], *, seed: int, copies: int = 4) -> list[Made]:
    """Give the families of the rows, with `copies` copies each, and the others; hosts take the excerpts, one each, and are in no other place."""
    rng = random.Random(seed)
    strange = sorted(
        {w for row in [*hosts, *others] for w in WORD.findall(row["text"]) if w.islower() and w.isalpha() and len(w) > 3}
    )
    spare = list(hosts)
    rng.shuffle(spare)
    made: list[Made] = []
    for number, row in enumerate(rows):
        kinds = [kind for kind in rng.sample(KINDS, copies) if kind != "excerpt" or spare]
        host = spare.pop() if "excerpt" in kinds else None
        made += _family(number, row, kinds, rng, strange, host)
        if number % 5 > 2 and spare and (witness := _witness(made, number, spare[-1], rng)):
            spare.pop()
            made.append(witness)
    for at, row in enumerate(others):
        made.append(
            Made(row["id"], len(rows) + at, "other", row["title"], row["text"], row["publisher"], date.fromisoformat(row["date"]))
        )
    return made


def _family(number: int, row: Row, kinds: Sequence[str], rng: random.Random, strange: list[str], host: Row | None) -> list[Made]:
    day = date.fromisoformat(row["date"])
    body, outlet = _body(row), HOMES[row["publisher"]]
    agency = rng.choice(AGENCIES) if number % 5 < 2 else None
    if agency:
        outlet = agency[0]
        body = f"{rng.choice(TOWNS)} ({agency[1]}) — {body}"
    first = Made(f"{row['id']}#0", number, "original", row["title"], body, outlet, day)
    return [first, *(_copy(first, kind, at, agency, rng, strange, host) for at, kind in enumerate(kinds, 1))]


def _copy(
    first: Made, kind: str, at: int, agency: tuple[str, str] | None, rng: random.Random, strange: list[str], host: Row | None
) -> Made:
    outlet = rng.choice(OUTLETS)
    title, text, share = first.title, first.text, 0.0
    credited = rng.random() < (0.75 if agency else 0.6)
    if agency and not credited:
        text = text.split(" — ", 1)[1]
    if kind == "retitled":
        title = _headline(text, rng)
    elif kind == "cut":
        text = _cut(text, 0.25 + 0.45 * rng.random())
        title = first.title if rng.random() < 0.5 else _headline(text, rng)
    elif kind == "rewritten":
        share = 0.2 + 0.4 * rng.random()
        dateline, dash, rest = text.partition(" — ") if agency and credited else ("", "", text)
        text, title = dateline + dash + rewritten(rest, share, rng, strange), _headline(text, rng)
    elif kind == "excerpt" and host:
        text, title = _within(first, host, rng), host["title"]
        outlet = HOMES[host["publisher"]] if HOMES[host["publisher"]] != first.outlet else outlet
    if credited:
        text += f"\n\nSource: {agency[1]}" if agency else f"\n\nThis story was first published by {first.outlet}."
    day = first.published
    if kind == "excerpt" and host:
        later = date.fromisoformat(host["date"])
        return Made(
            f"{first.id}{at}",
            first.family,
            kind,
            title,
            text,
            outlet,
            max(later, day + timedelta(days=rng.randint(0, 1))) if day else later,
        )
    dated = _day(day, rng, 0.5 if agency else 0.25)
    unknowable = dated == day and not credited and len(text) >= 0.97 * len(first.text)
    return Made(f"{first.id}{at}", first.family, kind, title, text, outlet, dated, share, unknowable)


def _day(day: date | None, rng: random.Random, same: float) -> date | None:
    drawn, spread = rng.random(), rng.random()
    if day is None or drawn < 0.06:
        return None
    if drawn < 0.08:
        return day - timedelta(days=1)
    return day + timedelta(days=0 if spread < same else 1 if rng.random() < 0.67 else rng.randint(2, 5))


def _body(row: Row) -> str:
    """Give the text without its headline, which PolNeAR prints as the first line."""
    first, _, rest = row["text"].partition("\n")
    return str(
        rest.strip() if rest.strip() and len(first) < 200 and row["title"][:20].lower() in first.lower() else row["text"].strip()
    )


def _headline(text: str, rng: random.Random) -> str:
    found = [word for word in WORD.findall(text[:1500]) if word[0].isupper() and len(word) > 3]
    return " ".join(dict.fromkeys(rng.sample(found, min(6, len(found))))) or text[:60]


def _paragraphs(text: str) -> list[str]:
    return [piece for piece in text.split("\n") if piece.strip()]


def _cut(text: str, part: float) -> str:
    kept: list[str] = []
    for paragraph in _paragraphs(text):
        kept.append(paragraph)
        if len("\n\n".join(kept)) >= part * len(text):
            break
    return "\n\n".join(kept)


def _witness(made: Sequence[Made], family: int, host: Row, rng: random.Random) -> Made | None:
    first = next(one for one in made if one.family == family and one.kind == "original")
    spoken = sorted((found[1] for found in _QUOTED.finditer(first.text)), key=len, reverse=True)[:5]
    if sum(len(WORD.findall(piece)) for piece in spoken) < 60:
        return None
    heard = [f"“{piece.rstrip(',')}” – {opening}." for piece, opening in zip(spoken, rng.sample(_HEARD, 5), strict=False)]
    body = _paragraphs(_body(host))
    middle = max(1, len(body) // 2)
    text = "\n\n".join([*body[:middle], *heard, *body[middle:]])
    return Made(f"{host['id']}@{family}", family, "witness", host["title"], text, HOMES[host["publisher"]], first.published)


def _within(first: Made, host: Row, rng: random.Random) -> str:
    """Give the host's text with passages of the original in the middle: whole paragraphs, at least 60 words of them."""
    own = _paragraphs(first.text)
    start = rng.randrange(max(1, len(own) - 4))
    taken: list[str] = []
    for paragraph in own[start:]:
        taken.append(paragraph)
        if len(taken) >= 2 and len(WORD.findall(" ".join(taken))) >= 60 and (len(taken) >= 4 or rng.random() < 0.5):
            break
    body = _paragraphs(_body(host))
    middle = max(1, len(body) // 2)
    return "\n\n".join([*body[:middle], *taken, *body[middle:]])
