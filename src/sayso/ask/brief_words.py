"""The wording of a brief, the same in Markdown and HTML: plain text, not escaped for either."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from .amounts import day_in_words
from .brief_event_parts import Bond, Happening, Prospect, SaySo
from .brief_parts import Brief, Citation, Contest, Quantity, Source, Voice
from .said import Said
from .visible import one_line

if TYPE_CHECKING:  # the lists bring them; help needs neither
    from ..link.series import Point
    from ..record.found_links import FoundSeries

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
# Titles of what may come, with the kinds of each.
_MANNERS = (
    ("Planned", ("planned", "promised")),
    ("Threats and deadlines", ("threat", "threatened", "deadline")),
    ("If", ("conditional",)),
    ("Forecasts and possibilities", ("forecast", "possibility")),
    ("Open questions", ()),
)
# What one, and what several are to the other end of a tie.
_BONDS = {
    "holds_office": ("office-holder", "office-holders"), "member_of": ("member", "members"), "partner_of": ("partner", "partners"),
    "ally_of": ("ally", "allies"), "at_war_with": ("at war with", "at war with"), "part_of": ("part", "parts"),
    "located_in": ("in", "in"), "relative_of": ("relative", "relatives"), "owns": ("owns", "own"), "leads": ("leads", "lead"),
}  # fmt: skip
_NOUNS = ("holds_office", "member_of", "partner_of", "ally_of", "part_of", "relative_of")
_OPENING, _CLOSING = '“"«„', '”"»'
_KEPT_BACK = ("decline", "silent")
# What the words deny or doubt, and not the verb: "said that there was no evidence of it".
_AGAINST = {"deny": "denies, saying", "doubt": "doubts, saying"}
_SAYING = frozenset("said says say saying told tells tell telling wrote writes added adds stated states".split())
_AGAINST_BY_NAME = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying)|doubt|reject|refut|disput|disavow|contradict|disown|contest)", re.IGNORECASE
)
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
    if line.act in _AGAINST and line.cue and _is_saying(line.cue):
        return _AGAINST[line.act]
    return _WITHHELD.get((line.act, line.withholds or ""), _ACTS.get(line.act, line.act))


def told_words(line: Said) -> str:
    """Give what is said, with the verb where the act alone would turn the words round: "called … the reports baseless"."""
    bent = line.act in _AGAINST and line.cue and not _is_saying(line.cue) and not _AGAINST_BY_NAME.search(line.cue)
    return f"{one_line(line.cue)} … {line.words}" if bent and line.words else line.words


def _is_saying(cue: str) -> bool:
    """Tell whether the verb is one of plain saying, so that the denial lies in the words."""
    return cue.lower().split()[-1] in _SAYING


def saying(line: Said) -> str:
    """Give what follows a name before its words: a colon, and the act where it is more than saying."""
    return ":" if line.act == "assert" and not line.hedged else f" {act_words(line)}:"


def relaying(voices: Iterable[Voice]) -> tuple[tuple[Voice, ...], tuple[Voice, ...]]:
    """Part those who say something of their own from those who only relay others."""
    found: dict[bool, list[Voice]] = {True: [], False: []}
    for voice in voices:
        found[all(line.relays for line in voice.lines)].append(voice)
    return tuple(found[False]), tuple(found[True])


def spoken(voice: Voice) -> tuple[tuple[Said, ...], tuple[int, ...], tuple[int, ...]]:
    """Give a speaker's own lines, and the citations of what he relays and of where he does."""
    own = tuple(line for line in voice.lines if not line.relays)
    relaying = [line for line in voice.lines if line.relays]
    inner = dict.fromkeys(number for line in relaying for number in line.relays)
    return own, tuple(inner), tuple(dict.fromkeys(number for line in relaying for number in line.cites))


def counted(line: Quantity) -> str:
    """Give what is counted, in the report's words for it or, within quotation marks, with the number in its clause."""
    return line.of or (quoted(line.clause) if line.clause else "—")


def place_of(line: Quantity) -> str:
    """Give where it is counted, as far as the words before do not say so."""
    return line.where if line.where and line.where not in line.clause and line.where not in line.of else ""


def left_words(voice: Voice) -> str:
    """Give how many lines are not shown, and where they are."""
    if not voice.more:
        return ""
    asked = f"sayso statements --speaker {voice.speaker}" if voice.speaker else "sayso statements"
    return f"… and {voice.more} more: {asked}"


def answers(contested: Iterable[Contest]) -> tuple[tuple[str, tuple[Contest, ...]], ...]:
    """Part denials and doubts from what was not confirmed, denied or answered, each with a title; an empty part is left out."""
    kept: list[Contest] = []
    denied: list[Contest] = []
    for contest in contested:
        (kept if contest.answer.act in _KEPT_BACK else denied).append(contest)
    parts = (("Denied or doubted", tuple(denied)), ("Neither confirmed nor denied, or not answered", tuple(kept)))
    return tuple(part for part in parts if part[1])


def type_words(event_type: str, modes: Iterable[str]) -> str:
    """Give a PLOVER type and its modes ("ASSAULT, heavy-weapons")."""
    return ", ".join((event_type, *modes))


def roles(line: Happening) -> str:
    """Give who → to whom; empty where the words name them all."""
    if line.is_told or not (line.actors or line.recipients):
        return ""
    who, whom = ", ".join(line.actors) or "somebody", ", ".join(line.recipients)
    return f"{who} → {whom}" if whom else who


def bracket(line: Happening) -> str:
    """Give what stands in brackets behind a happening: its type, who and to whom where the words do not name them."""
    kind = "; ".join(filter(None, (type_words(line.event_type, line.modes), line.of)))
    return f"{kind}: {roles(line)}" if roles(line) else kind


def event_circumstances(line: Happening) -> str:
    """Give where and how many, as far as the words of the line do not say them."""
    where = f"in {line.where}" if line.where and line.where.casefold() not in line.what.casefold() else ""
    sizes = [size for size in line.sizes if size.casefold() not in line.what.casefold()]
    return ", ".join(filter(None, (where, *sizes)))


def voices(says: Iterable[SaySo]) -> tuple[tuple[str, tuple[SaySo, ...]], ...]:
    """Give who does the same with the words together, by what they do: says, confirms, denies."""
    found: dict[str, list[SaySo]] = {}
    for one in says:
        found.setdefault(_ACTS.get(one.act, one.act), []).append(one)
    return tuple((act, tuple(who)) for act, who in found.items())


def prospect_groups(lines: Iterable[Prospect]) -> tuple[tuple[str, tuple[Prospect, ...]], ...]:
    """Part what may come by its manner, each part with a title; an empty part is left out."""
    found: dict[str, list[Prospect]] = {title: [] for title, _ in _MANNERS}
    for line in lines:
        found[next(title for title, kinds in _MANNERS if not kinds or line.kind in kinds)].append(line)
    return tuple((title, tuple(part)) for title, part in found.items() if part)


def bond_words(bond: Bond) -> str:
    """Give a line of who is who ("Nils Ek: envoy of Sweden to Finland", "Sweden, Finland: members of the pact")."""
    many = len(bond.subjects) > 1
    what = _BONDS[bond.relation][many]
    if bond.relation in ("holds_office", "relative_of") and bond.role:
        what = bond.role
    if bond.is_former and not what.lower().startswith("former"):
        what = f"former {what}" if bond.relation in _NOUNS else f"formerly {what}"
    who, whom = ", ".join(bond.subjects), bond.object or ""
    if whom and whom.casefold() in what.casefold():  # the role names its body: "chief of the Olm guard"
        whom = ""
    if " to " in what and whom:  # the role names to whom: "ambassador to the United Nations"
        return f"{who}: {what} ({whom})"
    of = " of" if bond.relation in _NOUNS and whom else ""
    to = f" to {bond.accredited_to}" if bond.accredited_to else ""
    return f"{who}: {what}{of} {whom}".rstrip() + to


def bond_days(bond: Bond) -> str:
    """Give since when and until when, as far as it is known."""
    since, until = f"since {bond.since}" if bond.since else "", f"ended {bond.until}" if bond.until else ""
    return ", ".join(filter(None, (since, until)))


def carrier(outlet: str | None, place: str | None) -> str:
    """Give the name of who prints a report: the outlet, else the file's name, else its place."""
    if outlet or not place:
        return outlet or "unnamed"
    return place.rstrip("/").rsplit("/", 1)[-1] if place.startswith("/") else place


def silence_words(line: Said, escape: Callable[[str], str]) -> str:
    """Give the answer in the report's own words: content, the words denied where they stand apart, and of a silence its cue."""
    target = f" — on {escape(quoted(line.target))}" if line.target and line.target not in line.words else ""
    cue = line.cue if line.act in _KEPT_BACK else ""
    return f"{escape(quoted(' … '.join(filter(None, (cue, told_words(line))))))}{target}"


def quoted(words: str) -> str:
    """Give the words within quotation marks; those that have marks of their own at both ends keep these."""
    bare = one_line(words)
    return bare if bare[:1] in _OPENING and bare[-1:] in _CLOSING and len(bare) > 1 else f"“{bare}”"


def giver_name(one: FoundSeries, point: Point) -> str:
    """Give whose a number of a series is; a report's own by its outlet, else by its place, never by a key."""
    card = one.reports.get(point.name) if point.giver is None else None
    return carrier(card.outlet, card.place) if card else point.name


def report_words(source: Source) -> str:
    """Give outlet, title and day of a report."""
    day = day_in_words(source.published) if source.published else "no day"
    return f"{carrier(source.outlet, source.place)}: {quoted(source.title) if source.title else 'without a title'}, {day}"


def state(source: Source) -> str:
    """Give what a reader weighs a report by: where its day is from, agency, copies, how much was found."""
    said = [_DATED.get(source.dated, source.dated)] if source.published else ["give one with --published"]
    said += [f"credited to {source.agency}"] if source.agency and source.agency != source.outlet else []
    said += [words for words in (source.text_of, source.shares) if words]
    found = f"{_count(source.statements, 'statement')}, {_count(source.figures, 'figure')}, {_count(source.events, 'event')}"
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
