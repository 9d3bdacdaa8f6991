"""A telling → whether whoever tells it stands by it: a denial, a doubt, a question, a refusal to comment carry nothing."""

from __future__ import annotations

from ...findings.reading import Reading
from ...findings.statement import Act
from ...span import Span
from .passages import says, sentence_at
from .phrases import AGAINST, JUDGED_FALSE, SILENT

NO_SIDE = frozenset({Act.DENY, Act.DOUBT, Act.DECLINE, Act.SILENT, Act.ASK, Act.DEMAND, Act.WANT, Act.IMPUTED})


def takes_no_side(reading: Reading, span: Span, allowed: frozenset[Act] = frozenset()) -> bool:
    """Tell whether what is told there is denied, doubted, asked or left open by who speaks of it, so that it carries nothing.

    Args:
        allowed: acts that are the claim's own, and so no objection.
    """
    if span.of(reading.report.text).rstrip(" ”\"’'").endswith("?"):
        return True
    over = [s for s in reading.statements if says(s, span)]
    if any(s.negated or (s.act in NO_SIDE and s.act not in allowed) for s in over):
        return True
    sentence, text = sentence_at(reading, span), reading.report.text
    around = f"{text[sentence.start : span.start]} … {text[span.end : sentence.end]}" if span != sentence else sentence.of(text)
    return bool(AGAINST.search(around) or SILENT.search(around) or JUDGED_FALSE.search(sentence.of(text)))
