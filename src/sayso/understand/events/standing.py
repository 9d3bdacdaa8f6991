"""Events and statements → on whose say-so: the statement an event stands in, who asserts it, who denies it, and its status.

Which events a denial reaches is weighed (`contesting`): those in its own words, those elsewhere that it is about. Silence denies nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...findings.event import Event, Reality, Status
from ...findings.statement import Act, Statement
from ...span import Span
from ..extract.cast import Part
from .contesting import REACHED, Denial, EventsTold

# Acts in whose words nothing is put forward as so.
_OPEN = frozenset((Act.DENY, Act.DOUBT, Act.ASK, Act.IMPUTED, Act.DECLINE, Act.SILENT, Act.WANT))
_REAL = frozenset((Reality.HAPPENED, Reality.ONGOING, Reality.HISTORICAL))


class Standing:
    """Answers for one report; contents are looked up by their start, the innermost wins."""

    def __init__(self, statements: Sequence[Statement], actors: Mapping[str, Part], text: str) -> None:
        self.statements, self.actors, self.text = statements, actors, text
        self._contents = sorted(((c.start, c.end, n) for n, s in enumerate(statements) for c in s.content))
        self._denials = {s.id: s for s in statements if s.act is Act.DENY and not s.negated}
        self._ends = {s.id: s.evidence[-1].end for s in statements}
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
            if statement is not None and statement.act not in _OPEN and not statement.negated:
                (denied if event.reality is Reality.NEGATED else asserted)[event.id].append(statement.id)
        told = EventsTold(self.statements, events, said, self.actors, self.text)
        for denial in self._denials.values():
            asked = Denial(denial, told)
            for event in asked.candidates():
                if asked.likelihood(event) >= REACHED:
                    denied[event.id].append(denial.id)
        self._shared(told, denied)
        put_forward = {e.id for e in events if asserted[e.id] or said[e.id] is None}
        retold = {
            e.id
            for e in events
            if any(o.id in put_forward and o is not e and o.reality in _REAL and self._same(o, e, told) for o in events)
        }
        return [
            replace(made, status=Status.CONTESTED) if made.status is Status.DENIED and made.id in retold else made
            for made in (self._with(e, said[e.id], asserted[e.id], denied[e.id]) for e in events)
        ]

    def _with(self, event: Event, statement: Statement | None, asserted: list[str], denied: list[str]) -> Event:
        is_denial = statement is not None and statement.act is Act.DENY
        denials = [one for one in denied if one in self._denials]
        if denials and not is_denial and event.reality is Reality.NEGATED:
            denied, status = denials, Status.CONTESTED  # "denied reports that it would send ships"
        elif event.reality is Reality.NEGATED and not is_denial:
            asserted, denied, status = [*asserted, *denied], [], Status.ASSERTED  # that it is not so is what is said
        elif statement is not None and statement.id in denied and not asserted:
            status = Status.DENIED
        else:
            status = Status.CONTESTED if denied else Status.ASSERTED
        return replace(
            event, statement=statement.id if statement else None, asserted_by=tuple(asserted), denied_by=tuple(dict.fromkeys(denied)),
            status=status,
        )  # fmt: skip

    def _shared(self, told: EventsTold, denied: dict[str, list[str]]) -> None:
        """Let what is denied in one place be denied wherever the report tells the same act of the same parties before the denial ends."""
        for source in [e for e in told.events if denied[e.id]]:
            for event in told.events:
                if event is not source and event.reality in _REAL and self._same(event, source, told):
                    more = [one for one in denied[source.id] if one not in denied[event.id]]
                    denied[event.id].extend(one for one in more if event.trigger.start < self._ends.get(one, 0))

    def _same(self, one: Event, other: Event, told: EventsTold) -> bool:
        """Tell whether two events may be one act: the same type and parties, and for what is only said the same word."""
        if one.event_type != other.event_type or not (one.actor and other.actor):
            return False
        for side in ("actor", "recipient"):
            mine, theirs = ({self._country(a) or a for a in getattr(e, side)} for e in (one, other))
            if mine != theirs and (mine and theirs or side == "actor"):
                return False
        is_deed = (one.quad or "").startswith("MATERIAL") and bool(one.recipient and other.recipient)
        return is_deed or told.lemma(one) == told.lemma(other)

    def _country(self, actor: str | None) -> str | None:
        found = self.actors.get(actor or "")
        return found.country or found.key if found is not None else None
