"""Turns of interviews, debates and briefings: "Q: …", "A: …", "NAME: …". A turn is its speaker's words, to the next label.

A line with a colon is a turn only among others: at least three, by two labels, one of which comes back, and each label a person, an office or
a part in a conversation. So a list of facts ("Price: …", "When: …"), a fact check ("The facts: …") and a single "NAME: words" are none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from ...findings.mention import Label
from ...findings.statement import Act
from ...span import Span
from ..doc import Doc
from ..known.offices import office_word
from .attribution import Attribution
from .cast import folded
from .people import titles

BY = "rule:transcripts/1"
FEWEST_TURNS = 3
# Paragraphs without a label that a turn may go on for; what comes later is the reporter's again.
LONGEST_TURN = 12
_LABEL = re.compile(
    r"(?P<name>[A-Z][\w.’'-]*(?: (?:[A-Z(“\"][\w.’'\")”-]*|of|the|for|de|van|von|al|bin|\d{1,2})){0,6})(?P<role>, [A-Z][A-Z0-9 .,’'&/-]{2,80})?(?P<colon>:)\s+(?=\S)|(?P<letter>[QA])(?:\.|\s?[-–—])\s+(?=[A-Z“\"])"
)
# What stands between turns: "(BEGIN VIDEO CLIP)", "(COMMERCIAL BREAK)".
_BREAK = re.compile(r"[(\[][A-Z][A-Z ,.'’-]{2,40}[)\]]$")
_ASIDE = re.compile(r"\s*\([^()]{1,40}\)$")
# Parts in a conversation that are no office. Singular words of a label, without articles and numbers.
_PARTS = {
    "q", "a", "question", "answer", "interviewer", "interviewee", "moderator", "host", "cohost", "anchor", "presenter", "reporter", "journalist",
    "correspondent", "questioner", "speaker", "announcer", "narrator", "caller", "operator", "analyst", "panelist", "panellist", "guest", "audience",
    "participant", "student", "clerk", "court", "counsel", "prosecutor", "defence", "defense", "defendant", "witness", "lawyer", "attorney", "juror",
    "chair", "chairman", "chairwoman", "chairperson", "interpreter", "translator", "voice", "male", "female", "man", "woman", "unidentified", "member",
    "editor", "officer", "official", "pilot", "controller", "tower", "copilot", "dispatcher", "press", "media",
}  # fmt: skip
_ASKING = {"q", "question", "questioner", "interviewer", "moderator", "host", "cohost", "anchor", "presenter", "reporter", "journalist", "analyst", "press", "media", "audience"}  # fmt: skip
# Labels of lists of facts, whatever their capitals.
_HEADINGS = {
    "fact", "facts", "claim", "claims", "myth", "truth", "reality", "verdict", "pros", "cons", "when", "where", "what", "who", "why", "how", "time",
    "date", "venue", "price", "note", "update", "updated", "correction", "problem", "solution", "before", "after", "source", "sources", "location",
    "background", "context", "analysis", "example", "result", "score", "watch", "read", "listen", "more", "breaking", "photo", "caption", "step",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Turn:
    """A label at the head of a paragraph, and what is said after it, paragraph by paragraph."""

    label: Span
    key: str
    colon: Span | None
    words: tuple[Span, ...]

    @property
    def is_letter(self) -> bool:
        """Tell whether the label is a part and no name: Q and A."""
        return self.key in ("q", "a", "question", "answer")


def transcripts(doc: Doc, made: list[Attribution]) -> list[Attribution]:
    """Give the attributions with every turn as one of its own; what the head found inside a turn is said within it."""
    people = _People(doc)
    turns = _turns(doc, people, _narrated(doc, made))
    if not turns:
        return made
    bearer = people.only_one_before(turns[0].label.start)
    added = [_attribution(doc, turn, people, bearer) for turn in turns]
    starts = [turn.label.start for turn in turns]
    kept = [one for one in made if not _is_remnant(one, turns, added, starts)]
    return sorted([*kept, *added], key=lambda a: (a.anchor, -(a.extent.end - a.extent.start)))


class _People:
    """The people a report names, by family name; what stands before a colon counts where nothing else names them.

    Attributes:
        families: folded family name → folded full name → where it first stands; of lone names only the family is known.
    """

    def __init__(self, doc: Doc) -> None:
        self.families: dict[str, dict[str, Span]] = {}
        people = [name.span for name in doc.names if name.label is Label.PER and name.span.of(doc.text).split()]
        labels = {span for span in people if doc.text.startswith(":", span.end)}
        for span in [*(span for span in people if span not in labels), *sorted(labels)]:
            words = span.of(doc.text).split()
            while len(words) > 1 and folded(words[0]) in titles():  # "Ms. Rook"
                words = words[1:]
            family = self.families.setdefault(folded(words[-1]), {})
            if len(words) > 1 and not (family and span in labels):
                family.setdefault(folded(" ".join(words)), span)

    def full_name(self, family: str) -> Span | None:
        """Give where the one person of that family name is named in full."""
        named = self.families.get(family, {})
        return next(iter(named.values())) if len(named) == 1 else None

    def only_one_before(self, end: int) -> Span | None:
        """Give the one person whom the text names before the character."""
        named = [span for family in self.families.values() for span in family.values() if span.end <= end]
        return named[0] if len(named) == 1 else None


def _attribution(doc: Doc, turn: _Turn, people: _People, interviewee: Span | None) -> Attribution:
    family = turn.key.split()[-1]
    named_at = people.full_name(family)
    if turn.is_letter:
        named_at = interviewee if turn.key in ("a", "answer") else None
    is_question = family in _ASKING and _asks(doc, turn)
    return Attribution(
        [] if turn.is_letter else [turn.label], [turn.colon] if turn.colon and not turn.is_letter else [], list(turn.words), 0.85, BY,
        named_at=named_at, act=Act.ASK if is_question else None, is_verbatim=True,
    )  # fmt: skip


def _asks(doc: Doc, turn: _Turn) -> bool:
    return turn.words[-1].of(doc.text).rstrip("”\"’' ").endswith("?")


def _is_remnant(one: Attribution, turns: list[_Turn], added: list[Attribution], starts: list[int]) -> bool:
    """Tell an attribution the head made of labels or across turns; one that stands in a turn becomes an inner one of it."""
    number = bisect_right(starts, one.extent.start) - 1
    following = starts[number + 1] if number + 1 < len(starts) else one.extent.end
    if number < 0:
        return one.extent.end > following
    turn, pieces = turns[number], [*one.source, *one.cue, *one.content]
    if one.extent.start >= turn.words[-1].end:
        return one.extent.end > following
    if not all(any(w.covers(p) for w in turn.words) for p in pieces) or not one.source or not one.cue:
        return True
    if one.outer is None:
        one.outer = added[number]
    return False


def _narrated(doc: Doc, made: list[Attribution]) -> set[int]:
    """Give the paragraphs in which the reporter quotes somebody: no turn goes on there."""
    return {
        doc.paragraph_number(one.cue[0].start)
        for one in made
        if one.source and one.cue and any((q := doc.quotation_at(c.start)) is not None and not q.is_single for c in one.content)
    }


def _turns(doc: Doc, people: _People, narrated: set[int]) -> list[_Turn]:
    found: list[_Turn] = []
    headings = 0
    for number, paragraph in enumerate(doc.paragraphs):
        match = _LABEL.match(doc.text, paragraph.start, paragraph.end)
        if match is None:
            continue
        name = "letter" if match.group("letter") else "name"
        label = Span(match.start(name), match.start(name) + len(_ASIDE.sub("", match.group(name))))
        key = " ".join(folded(word) for word in label.of(doc.text).split())
        if key.split()[-1] in _HEADINGS:  # "THE FACTS:" answers a speaker in a check of what was said
            headings += bool(found)
            continue
        has_role = match.group("role") is not None and label.of(doc.text).isupper()  # "ANA ROOK, CORRESPONDENT:"
        if not has_role and (match.group("role") or not _is_speaker(doc, label, key, people)):
            continue
        colon = Span(match.start("colon"), match.end("colon")) if name == "name" else None
        rest = _rest_of_turn(doc, number + 1, narrated)
        found.append(_Turn(label, key, colon, (Span(match.end(), paragraph.end), *rest)))
    found = _without_lists(doc, found)
    counts = Counter(turn.key for turn in found)
    parties = len(counts) + (headings > 1)
    if len(found) < FEWEST_TURNS or parties < 2 or max(counts.values()) < 2:
        return []
    last = found[-1]  # where the reporter takes over again no label says so: one paragraph
    return [*found[:-1], _Turn(last.label, last.key, last.colon, last.words[:1])]


def _rest_of_turn(doc: Doc, first: int, narrated: set[int]) -> list[Span]:
    """Give the paragraphs that follow a label, up to the next one."""
    rest: list[Span] = []
    for number, paragraph in enumerate(doc.paragraphs[first : first + LONGEST_TURN], first):
        if number in narrated or _LABEL.match(doc.text, paragraph.start, paragraph.end) or _BREAK.match(paragraph.of(doc.text)):
            break
        rest.append(paragraph)
    return rest


def _without_lists(doc: Doc, turns: list[_Turn]) -> list[_Turn]:
    """Leave out teams, firms and lists: a body is a speaker if it asks, and turns are sentences, so most have a verb."""
    asking = {turn.key for turn in turns if _asks(doc, turn)}
    people = [t for t in turns if t.key in asking or not _is_body(doc, t.label)]
    spoken = [
        t
        for t in people
        if _asks(doc, t) or any(doc.pos[i] in ("VERB", "AUX", "INTJ") for w in t.words for i in doc.tokens_in(w))
    ]
    return people if 2 * len(spoken) >= len(people) else []


def _is_body(doc: Doc, label: Span) -> bool:
    near = [n.label for n in doc.names_near(label, reach=1) if n.span.overlaps(label)]
    return Label.ORG in near and Label.PER not in near


def _is_speaker(doc: Doc, label: Span, key: str, people: _People) -> bool:
    """Tell whether a label is somebody: a part in a conversation, an office or title, a name of the report."""
    words = [word for word in key.split() if word not in ("the", "of", "for") and not word.isdigit()]
    if not words:
        return False
    if all(word in _PARTS for word in words) or words[0] in titles() or words[-1] in people.families:
        return True
    spelled = label.of(doc.text)
    bare = re.sub(r"^the\s+", "", spelled, flags=re.IGNORECASE)
    if office_word(bare) is not None or office_word(bare.split()[0]) is not None:
        return True
    return any(n.label in (Label.PER, Label.ORG) and n.span.overlaps(label) for n in doc.names_near(label, reach=1))
