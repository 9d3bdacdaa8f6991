"""Standing questions: a TOML file of what to look out for, and what the ledger holds that answers each.

    [[question]]
    name = "Denials about the deployment"
    claim = "soldiers Russia"        # words that the claim's text holds, or a claim's key
    stand = "denies"                 # optional: asserts, confirms, denies, doubts, withdraws, declines, silent

    [[question]]
    name = "More than ten thousand"
    figure = "soldiers"              # words of what is counted
    over = 10000                     # or under = …

    [[question]]
    name = "Pyongyang speaks"
    actor = "PRK"                    # by or about the actor; by = "PRK" for what it says alone

Each question has one of claim, figure, actor, by. A hit has a key that stays the same, so that it is told once.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import WrongCall
from ..link.claims import Stand
from ..link.series import Point
from ..link.words import irregular_forms, stem
from .brief_words import giver_name
from .change_parts import Cited
from .changed_figures import told_on
from .visible import one_line

if TYPE_CHECKING:  # its module brings the database
    from ..record.found_links import FoundClaim, FoundPosition
    from ..record.view import View

# Fewest digits by which a claim's key is known from a word.
KEY_DIGITS = 8
_KINDS = ("claim", "figure", "actor", "by")


@dataclass(frozen=True, slots=True)
class Question:
    """One standing question; see the top of this file."""

    name: str
    claim: str | None = None
    figure: str | None = None
    actor: str | None = None
    by: str | None = None
    stand: str | None = None
    over: float | None = None
    under: float | None = None

    @property
    def digest(self) -> str:
        """Give what tells it from other questions: all but its name."""
        asked = [getattr(self, field.name) for field in fields(self) if field.name != "name"]
        return hashlib.sha256(repr(asked).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that answers a question.

    Attributes:
        question: its name; asked: its digest.
        key: what tells this hit from others, the same at every check. record: key of the claim or series, for `sayso show`.
        what: the claim's words or the quantity; who: who says so; says: the stand or the number.
        day: of the report; cite: where it stands.
    """

    question: str
    asked: str
    key: str
    record: str
    what: str
    who: str
    says: str
    day: date | None
    cite: Cited


def questions_in(path: Path) -> tuple[Question, ...]:
    """Read the questions of a file; raises WrongCall where it is none, or a question asks nothing or two things."""
    try:
        read = tomllib.loads(path.read_text(encoding="utf8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WrongCall(f"{path}: expected standing questions in TOML, found {error}; see: sayso watch --help") from error
    rows = read.get("question")
    if not isinstance(rows, list) or not rows:
        raise WrongCall(f"{path}: expected [[question]] tables, found none; see docs/situation.md")
    return tuple(_question(path, number, row) for number, row in enumerate(rows, 1))


def _question(path: Path, number: int, row: Any) -> Question:
    where = f"{path}: question {number}"
    known = {field.name for field in fields(Question)}
    if not isinstance(row, dict) or set(row) - known:
        raise WrongCall(f"{where}: expected {', '.join(sorted(known))}; found {', '.join(sorted(set(row) - known))}")
    asked = [kind for kind in _KINDS if row.get(kind)]
    if len(asked) != 1:
        raise WrongCall(f"{where}: expected one of {', '.join(_KINDS)}; found {', '.join(asked) or 'none'}")
    if row.get("stand") is not None and row["stand"] not in [stand.value for stand in Stand]:
        raise WrongCall(f"{where}: stand: expected one of {', '.join(Stand)}; found {row['stand']!r}")
    for name, wanted in (("over", "a number"), ("under", "a number"), *((n, "words") for n in ("name", *_KINDS))):
        kind = str if wanted == "words" else (int, float)
        if row.get(name) is not None and (not isinstance(row[name], kind) or isinstance(row[name], bool)):
            raise WrongCall(f"{where}: {name}: expected {wanted}, found {row[name]!r}")
    return Question(**({"name": row[asked[0]]} | row))


def hits_of(view: View, question: Question) -> tuple[Hit, ...]:
    """Give all that answers a question, by day, then key."""
    found = _figures(view, question) if question.figure else _positions(view, question)
    return tuple(sorted(found, key=lambda hit: (hit.day or date.max, hit.key)))


def _positions(view: View, question: Question) -> Iterator[Hit]:
    for claim, matches in _claims(view, question):
        for position in claim.positions:
            if matches(position) and question.stand in (None, position.stand.value):
                yield _hit(question, claim, position)


def _claims(view: View, question: Question) -> Iterator[tuple[FoundClaim, Callable[[FoundPosition], bool]]]:
    if question.by:
        own = view.statement_keys(by=question.by)
        yield from ((claim, lambda position: position.finding in own) for claim in view.claims(by=question.by))
    elif question.actor:
        both = {claim.key: claim for claim in (*view.claims(about=question.actor), *view.claims(by=question.actor))}
        yield from ((both[key], _any) for key in sorted(both))
    elif question.claim:
        words, said = question.claim, _says(question.claim)
        for claim in view.claims_named(lambda key, text: _is_key_of(words, key) or said(text)):
            yield claim, _any


def _is_key_of(words: str, key: str) -> bool:
    """Tell whether words are a claim's key or enough of its beginning; "dead" is a word."""
    return len(words) >= KEY_DIGITS and key.startswith(words.lower())


def _any(position: FoundPosition) -> bool:
    return True


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in "".join(c if c.isalnum() else " " for c in words).split())


def _says(words: str) -> Callable[[str], bool]:
    """Give what tells whether a text holds all of some words, by their stems; most texts are told by their letters alone."""
    wanted = _stems(words)
    beginnings = [(each[:-1] or each, *(form for form in irregular_forms() if stem(form) == each)) for each in sorted(wanted)]

    def told(text: str) -> bool:
        low = text.lower()
        return all(any(one in low for one in some) for some in beginnings) and wanted <= _stems(text)

    return told


def _hit(question: Question, claim: FoundClaim, position: FoundPosition) -> Hit:
    card = position.report
    who = position.who.name if position.who else card.outlet or "" if position.own_voice else ""
    cite = Cited(position.finding, card.key, card.outlet, card.published, (position.span,), one_line(position.words))
    return Hit(
        question.name, question.digest, position.member, claim.key, one_line(claim.text), who, position.stand.value, card.published, cite,
    )  # fmt: skip


def _figures(view: View, question: Question) -> Iterator[Hit]:
    said = _says(question.figure or "")
    for one in view.series_named(lambda key, name: said(name)):
        for point in one.series.points:
            if not _is_beyond(point, question):
                continue
            carrier = point.carriers[0]
            card, member = one.reports[carrier.report], f"{carrier.report}:{carrier.figure}"
            cite = Cited(
                one.findings.get(member), card.key, card.outlet, card.published, (carrier.span,), one_line(carrier.words)
            )
            yield Hit(
                question.name, question.digest, member, one.key, one_line(one.series.name), giver_name(one, point), point.words, told_on(point), cite,
            )  # fmt: skip


def _is_beyond(point: Point, question: Question) -> bool:
    """Tell whether the number is surely over, or surely under, what is asked; without a bound, every number is meant."""
    if question.over is not None and (point.low is None or point.low <= question.over):
        return False
    return question.under is None or (point.high is not None and point.high < question.under)


def fresh(hits: Iterable[Hit], told: frozenset[tuple[str, str]]) -> tuple[Hit, ...]:
    """Give the hits that were not told yet; `told` holds (digest of the question, key of the hit)."""
    return tuple(hit for hit in hits if (hit.asked, hit.key) not in told)
