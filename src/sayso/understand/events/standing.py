"""Events and statements → on whose say-so: the statement an event stands in, who asserts it, who denies it, and its status.

A denial targets the events in its own words, those elsewhere in the report that tell the same act of the same parties, and, where it only says
"the reports" or "it", the nearest event before it that the one who denies has a part in. Silence denies nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...findings.event import Event, Reality, Status
from ...findings.statement import Act, Statement
from ...span import Span
from ..extract.cast import Part
from .triggers import verb_forms

# Acts in whose words nothing is put forward as so.
_OPEN = frozenset((Act.DOUBT, Act.ASK, Act.IMPUTED, Act.DECLINE, Act.SILENT, Act.WANT))
# What only points to something told before: "the reports", "any involvement", "it".
_POINTS_BACK = re.compile(
    r"^[\"“‘']?(?:(?:that|any|all|such|these|those|this|the|its|his|her|their|an?)\s+)?(?:[\w’'-]+\s+){0,3}?(?:(?:it|this|that|these)(?:$|\s+(?:as|an?|\W))|reports?|claims?|accounts?|information|"
    r"allegations?|accusations?|charges?|findings?|rumou?rs?|news|stor(?:y|ies)|suggestions?|assertions?|involvement|responsibility|deployments?)\b",
    re.IGNORECASE,
)
# "Called | it a fantasy |", not "denied | it a permit |"; and behind "the reports" what they are of, which nobody else need have told.
_CALLED = re.compile(r"[\"“‘']?(?:it|this|that|these)\s+(?:as|an?)\b", re.IGNORECASE)
_CALLS = re.compile(r"\b(?:call|describ|dismiss|brand|term|label|dubb|reject)", re.IGNORECASE)
_OWN_MATTER = re.compile(r"\s+(?:that|about|of|in|on|over|regarding|for|with|to|from|against)\b")
_PUT_FORWARD = frozenset((Act.ASSERT, Act.ACCUSE, Act.CONFIRM, Act.ESTIMATE))
# Acts done in words, whose matter a denial is about and not their having been said.
_SPOKEN = frozenset(("REJECT", "ACCUSE", "REQUEST"))
# Characters between somebody's words and a denial of them.
ANSWERED = 160
_REAL = frozenset((Reality.HAPPENED, Reality.ONGOING, Reality.HISTORICAL))
# Characters before a denial in which "the reports" looks for what is meant.
REACH = 900


class Standing:
    """Answers for one report; contents are looked up by their start, the innermost wins."""

    def __init__(self, statements: Sequence[Statement], actors: Mapping[str, Part], text: str) -> None:
        self.statements, self.actors, self.text = statements, actors, text
        self._contents = sorted(((c.start, c.end, n) for n, s in enumerate(statements) for c in s.content))
        self._longest = max((end - start for start, end, _ in self._contents), default=0)

    def statement_of(self, span: Span) -> Statement | None:
        """Give the innermost statement in whose content the words stand."""
        best: tuple[int, int] | None = None
        for index in range(bisect_right(self._contents, (span.start, 1 << 60, 0)) - 1, -1, -1):
            start, end, number = self._contents[index]
            if start < span.start - self._longest:
                break
            if end >= span.end and (best is None or end - start < best[0]):
                best = (end - start, number)
        return self.statements[best[1]] if best else None

    def settled(self, events: Sequence[Event]) -> list[Event]:
        """Give the events with those who assert and deny them, and their status."""
        said = {e.id: self.statement_of(e.trigger) for e in events}
        asserted: dict[str, list[str]] = {e.id: [] for e in events}
        denied: dict[str, list[str]] = {e.id: [] for e in events}
        for event in events:
            statement = said[event.id]
            if statement is None:
                continue
            if statement.act is Act.DENY and not statement.negated:
                denied[event.id].append(statement.id)
            elif statement.act not in _OPEN and not statement.negated:
                (denied if event.reality is Reality.NEGATED else asserted)[event.id].append(statement.id)
        self._pointed(events, said, denied)
        self._shared(events, denied)
        told = {e.id for e in events if asserted[e.id] or said[e.id] is None}
        retold = {
            e.id for e in events if any(o.id in told and o is not e and o.reality in _REAL and self._same(o, e) for o in events)
        }
        return [
            replace(made, status=Status.CONTESTED) if made.status is Status.DENIED and made.id in retold else made
            for made in (self._with(e, said[e.id], asserted[e.id], denied[e.id]) for e in events)
        ]

    def _with(self, event: Event, statement: Statement | None, asserted: list[str], denied: list[str]) -> Event:
        is_denial = statement is not None and statement.act is Act.DENY
        if event.reality is Reality.NEGATED and not is_denial:
            asserted, denied, status = [*asserted, *denied], [], Status.ASSERTED  # that it is not so is what is said
        elif statement is not None and statement.id in denied and not asserted:
            status = Status.DENIED
        else:
            status = Status.CONTESTED if denied else Status.ASSERTED
        return replace(
            event, statement=statement.id if statement else None, asserted_by=tuple(asserted), denied_by=tuple(dict.fromkeys(denied)),
            status=status,
        )  # fmt: skip

    def _pointed(self, events: Sequence[Event], said: Mapping[str, Statement | None], denied: dict[str, list[str]]) -> None:
        """Let a denial of "the reports" reach the event before it that the one who denies has a part in."""
        for statement in self.statements:
            if statement.act is not Act.DENY or statement.negated or any(one is statement for one in said.values()):
                continue
            target = statement.target or statement.content
            words, cue = target[0].of(self.text), " ".join(piece.of(self.text) for piece in statement.cue)
            points = _POINTS_BACK.match(words)
            if points is None or (_CALLED.match(words) and not _CALLS.search(cue)):
                continue
            voices = {self._country(statement.speaker), self._country(statement.speaks_for)} - {None}
            # A rejection, and what the denial itself is coded as ("called the report fake"), is the answer and not what it answers.
            near = (e for e in events if target[0].start - REACH < e.trigger.start < target[0].start)
            before = [e for e in near if e.event_type not in _SPOKEN and not any(c.overlaps(e.trigger) for c in statement.cue)]
            for event in reversed(before):
                parties = {self._country(a) for a in (*event.actor, *event.recipient)}
                if event.reality in _REAL and voices & parties and said[event.id] is not statement:
                    denied[event.id].append(statement.id)
                    break
            else:
                answered = (
                    [] if _OWN_MATTER.match(words, points.end()) else self._answered(statement, target[0].start, before, said)
                )
                for event in answered:
                    denied[event.id].append(statement.id)

    def _answered(
        self, denial: Statement, start: int, before: Sequence[Event], said: Mapping[str, Statement | None]
    ) -> list[Event]:
        """Give the events of the last words of somebody else before a denial, near enough to be what it answers."""
        others = [
            s for s in self.statements if s.content[-1].end <= start and s.speaker != denial.speaker and s.act in _PUT_FORWARD
        ]
        last = max(others, key=lambda s: (s.content[-1].end, -s.content[0].start), default=None)
        if last is None or start - last.content[-1].end > ANSWERED:
            return []
        return [e for e in before if said[e.id] is last and e.reality in _REAL]

    def _shared(self, events: Sequence[Event], denied: dict[str, list[str]]) -> None:
        """Let what is denied in one place be denied wherever the report tells the same act of the same parties."""
        for source in [e for e in events if denied[e.id]]:
            for event in events:
                if event is not source and event.reality in _REAL and self._same(event, source):
                    denied[event.id].extend(one for one in denied[source.id] if one not in denied[event.id])

    def _same(self, one: Event, other: Event) -> bool:
        """Tell whether two events may be one act: the same type and parties, and for what is only said the same word."""
        if one.event_type != other.event_type or not (one.actor and other.actor):
            return False
        for side in ("actor", "recipient"):
            mine, theirs = ({self._country(a) or a for a in getattr(e, side)} for e in (one, other))
            if mine != theirs and (mine and theirs or side == "actor"):
                return False
        is_deed = (one.quad or "").startswith("MATERIAL") and bool(one.recipient and other.recipient)
        return is_deed or self._word(one) == self._word(other)

    def _word(self, event: Event) -> str:
        word = event.trigger.of(self.text).lower()
        form = verb_forms().get(word)
        return form.lemma if form is not None else word

    def _country(self, actor: str | None) -> str | None:
        found = self.actors.get(actor or "")
        return found.country or found.key if found is not None else None
