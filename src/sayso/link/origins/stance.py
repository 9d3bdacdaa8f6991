"""A telling → whether whoever tells it stands by it: a denial, a doubt, a question, a refusal to comment carry nothing."""

from __future__ import annotations

import re

from ...findings.reading import Reading
from ...findings.statement import Act
from ...span import Span
from .passages import sayings, says, sentence_at
from .phrases import AGAINST, JUDGED_FALSE, SILENT

NO_SIDE = frozenset({Act.DENY, Act.DOUBT, Act.DECLINE, Act.SILENT, Act.ASK, Act.DEMAND, Act.WANT, Act.IMPUTED})

# Acts that hold whatever the cue; another may come of the words said: "told the Echo that Halm will leave" demands nothing.
_FIRM = frozenset({Act.DENY, Act.DOUBT, Act.DECLINE, Act.SILENT, Act.IMPUTED})
_NEUTRAL = re.compile(r"^(?:said|says|say|told|tells|saying|according to|reports|reported|writes|wrote)\b", re.IGNORECASE)

_NOT_NAMED = re.compile(r"\bnot (?:to )?(?:be |being )?(?:name|quoted|identif|say who|give|want|wish|authori)", re.IGNORECASE)


def takes_no_side(reading: Reading, span: Span, allowed: frozenset[Act] = frozenset()) -> bool:
    """Tell whether what is told there is denied, doubted, asked or left open by who speaks of it, so that it carries nothing.

    Args:
        allowed: acts that are the claim's own, and so no objection.
    """
    if span.of(reading.report.text).rstrip(" ”\"’'").endswith("?"):
        return True
    over = [s for s in sayings(reading) if says(s, span)]
    sentence, text = sentence_at(reading, span), reading.report.text
    over = [s for s in over if not s.cue or any(sentence.overlaps(piece) for piece in s.cue)]
    over = [s for s in over if not any(_NOT_NAMED.search(piece.of(text)) for piece in s.cue)]
    acts = (s.act for s in over if s.act in _FIRM or not any(_NEUTRAL.search(piece.of(text)) for piece in s.cue))
    if any(s.negated and not _NOT_NAMED.search(sentence.of(text)) for s in over) or any(
        act in NO_SIDE and act not in allowed for act in acts
    ):
        return True
    around = f"{text[sentence.start : span.start]} … {text[span.end : sentence.end]}" if span != sentence else sentence.of(text)
    return bool(AGAINST.search(around) or SILENT.search(around) or JUDGED_FALSE.search(sentence.of(text)))
