"""The wording of a brief, the same in Markdown and HTML: plain text, not escaped for either."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .amounts import day_in_words
from .brief_parts import Brief, Citation, Contest, Said, Source
from .visible import one_line

_ACTS = {
    "assert": "says", "confirm": "confirms", "deny": "denies", "doubt": "doubts", "accuse": "accuses", "praise": "praises",
    "demand": "demands", "ask": "asks", "promise": "promises", "threaten": "threatens", "warn": "warns", "estimate": "estimates",
    "predict": "predicts", "decline": "declines", "silent": "is silent", "think": "thinks", "want": "wants", "imputed": "imputed",
}  # fmt: skip
_WITHHELD = {
    ("decline", "comment"): "declines to comment",
    ("decline", "confirmation"): "declines to confirm",
    ("decline", "denial"): "declines to deny",
    ("silent", "comment"): "silent",
    ("silent", "confirmation"): "silent, has not confirmed",
    ("silent", "denial"): "silent, has not denied",
}
_OPENING, _CLOSING = '“"«„', '”"»'
_KEPT_BACK = ("decline", "silent")
_DATED = {"metadata": "day from the page's metadata", "text": "day from the page's text", "given": "day as given"}


def heading(brief: Brief) -> str:
    """Give what the brief is about: the actor asked for, then the states most reports speak of."""
    states = " · ".join(brief.actors)
    return " — ".join(filter(None, (brief.about, states))) or "nothing read yet"


def headline(brief: Brief) -> str:
    """Give the line below the heading: up to which day, how many reports of how many outlets, how many of them reprints."""
    bounds = [f"since {day_in_words(brief.since)}"] if brief.since else []
    bounds += [f"until {day_in_words(brief.until)}"] if brief.until else []
    if not brief.reports:
        return " · ".join([*bounds, "nothing in the ledger fits"])
    to = [f"to {day_in_words(brief.day)}"] if brief.day else ["no report has a day"]
    reprints = f" ({_count(brief.reprints, 'reprint')})" if brief.reprints else ""
    return " · ".join([*bounds, *to, _count(brief.reports, "report") + reprints, _count(brief.outlets, "outlet")])


def act_words(line: Said) -> str:
    """Give what is done with the words ("denies", "silent, has not denied"); the report's own where the act alone says too much."""
    if line.hedged and line.act not in _KEPT_BACK and line.cue:
        return f"“{one_line(line.cue)}”"
    return _WITHHELD.get((line.act, line.withholds or ""), _ACTS.get(line.act, line.act))


def saying(line: Said) -> str:
    """Give what follows a name before its words: a colon, and the act where it is more than saying."""
    return ":" if line.act == "assert" and not line.hedged else f" {act_words(line)}:"


def answers(contested: Iterable[Contest]) -> tuple[tuple[str, tuple[Contest, ...]], ...]:
    """Part denials and doubts from what was not confirmed, denied or answered, each with a title; an empty part is left out."""
    kept: list[Contest] = []
    denied: list[Contest] = []
    for contest in contested:
        (kept if contest.answer.act in _KEPT_BACK else denied).append(contest)
    parts = (("Denied or doubted", tuple(denied)), ("Neither confirmed nor denied, or not answered", tuple(kept)))
    return tuple(part for part in parts if part[1])


def carrier(outlet: str | None, place: str | None) -> str:
    """Give the name of who prints a report: the outlet, else the file's name, else its place."""
    if outlet or not place:
        return outlet or "unnamed"
    return place.rstrip("/").rsplit("/", 1)[-1] if place.startswith("/") else place


def silence_words(line: Said, escape: Callable[[str], str]) -> str:
    """Give the answer in the report's own words: content, the words denied where they stand apart, and of a silence its cue."""
    target = f" — on {escape(quoted(line.target))}" if line.target and line.target not in line.words else ""
    cue = line.cue if line.act in _KEPT_BACK else ""
    return f"{escape(quoted(' … '.join(filter(None, (cue, line.words)))))}{target}"


def quoted(words: str) -> str:
    """Give the words within quotation marks; those that have marks of their own at both ends keep these."""
    bare = one_line(words)
    return bare if bare[:1] in _OPENING and bare[-1:] in _CLOSING and len(bare) > 1 else f"“{bare}”"


def report_words(source: Source) -> str:
    """Give outlet, title and day of a report."""
    day = day_in_words(source.published) if source.published else "no day"
    return f"{carrier(source.outlet, source.place)}: {quoted(source.title) if source.title else 'without a title'}, {day}"


def state(source: Source) -> str:
    """Give what a reader weighs a report by: where its day is from, agency, copies, how much was found."""
    said = [_DATED.get(source.dated, source.dated)] if source.published else ["give one with --published"]
    said += [f"credited to {source.agency}"] if source.agency and source.agency != source.outlet else []
    said += [f"the same text as {source.copies}"] if source.copies else []
    said += [f"shares {source.shares}"] if source.shares else []
    found = f"{_count(source.statements, 'statement')}, {_count(source.figures, 'figure')}"
    said += [found if source.analysed else f"in another language ({source.language}), kept and not analysed"]
    return "; ".join([*said, f"report {source.report[:8]}"])


def place_words(citation: Citation) -> str:
    """Give the report and the characters ("report 4f1c2d3e (Harbour Dispatch, Fri 18 Oct 2024), characters 51–65")."""
    named = ", ".join([citation.outlet or "", day_in_words(citation.published) if citation.published else ""]).strip(", ")
    spans = ", ".join(f"{span.start}–{span.end}" for span in citation.spans)
    return f"report {citation.report[:8]}{f' ({named})' if named else ''}, characters {spans}"


def cited(citation: Citation) -> str:
    """Give the words that stand there, each piece within quotation marks of its own."""
    return " … ".join(f"“{one_line(piece)}”" for piece in citation.words)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
