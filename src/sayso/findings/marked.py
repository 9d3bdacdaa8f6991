"""A reading → one piece of HTML with its findings marked, for notebooks. Everything from the report is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ..span import Span

if TYPE_CHECKING:
    from .reading import Reading

STYLE = {
    "cue": "font-style:italic;border-bottom:2px solid #b45309",
    "source": "font-weight:600;border-bottom:2px solid #1d4ed8",
    "figure": "border-bottom:2px dotted currentColor",
    "event": "font-weight:600;border-bottom:2px solid #9b2315",
    "watchpoint": "border-bottom:2px dashed #6d28d9",
    "content": "background:rgba(250,204,21,.28)",
    "furniture": "opacity:.45",
}
# The part shown where several carry the same words: the first of these.
ORDER = ("event", "cue", "source", "figure", "watchpoint", "content", "furniture")
LEGEND = " ".join(
    f'<span style="{STYLE[part]}">{part}</span>' for part in ("source", "cue", "content", "figure", "event", "watchpoint")
)


def marked_html(reading: Reading) -> str:
    """Give the report with sources, cues, contents, figures, events and watchpoints marked; hovering tells who does what."""
    text = reading.report.text
    layers = list(_layers(reading))
    borders = sorted({0, len(text), *(s.start for s, _, _ in layers), *(s.end for s, _, _ in layers)})
    events: dict[int, list[tuple[Span, str, str]]] = {}
    for layer in layers:
        events.setdefault(layer[0].start, []).append(layer)
    out: list[str] = []
    active: list[tuple[Span, str, str]] = []
    for low, high in zip(borders, borders[1:], strict=False):
        active = [a for a in active if a[0].end > low] + events.get(low, [])
        words = escape(text[low:high]).replace("\n", "<br>")
        if not active:
            out.append(words)
            continue
        span, part, title = min(active, key=lambda a: (ORDER.index(a[1]), a[0].end - a[0].start))
        told = min((a for a in active if a[2]), key=lambda a: a[0].end - a[0].start, default=(span, part, title))[2]
        out.append(f'<span style="{STYLE[part]}" title="{escape(told, quote=True)}">{words}</span>')
    head = escape(reading.report.title or reading.id)
    return f'<div style="max-width:46em;line-height:1.6"><p><strong>{head}</strong><br><small>{LEGEND}</small></p><div>{"".join(out)}</div></div>'


def _layers(reading: Reading) -> list[tuple[Span, str, str]]:
    found = [(span, "furniture", "") for span in reading.report.furniture]
    for statement in reading.statements:
        actor = reading.actor(statement.speaker or statement.imputed_to)
        title = f"{actor.name if actor else 'speaker not named'} · {statement.act.value}"
        for part, spans in (("source", statement.source), ("cue", statement.cue), ("content", statement.content)):
            found += [(span, part, title) for span in spans]
    for figure in reading.figures:
        giver = reading.actor(figure.giver)
        found.append((figure.span, "figure", f"{figure.kind.value}" + (f", given by {giver.name}" if giver else "")))
    for event in reading.events:
        people = (
            ", ".join(actor.name for ident in side if (actor := reading.actor(ident))) for side in (event.actor, event.recipient)
        )
        who = " → ".join(filter(None, people))
        said = f"{', '.join((event.event_type, *event.modes))} · {event.reality.value}, {event.status.value}"
        found.append((event.trigger, "event", f"{who} · {said}" if who else said))
    found += [(it.span, "watchpoint", f"may come · {it.kind.value}") for it in reading.watchpoints]
    return found
