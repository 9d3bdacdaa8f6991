"""Whether an event happened, by the words of its own sentence: happened, ongoing, planned, hypothetical, negated, demanded and so on.

Front door: `reality_of(doc, trigger)`; `decision_of` gives the deciding word with it. Rules over Universal Dependencies and the operators of
lexicons/en/modality.yml; the nearest operator above the event decides, and what stands above that operator decides of it (Karttunen 1971;
Nairn, Condoravdi & Karttunen 2006, "Computing relative polarity for textual inference"). In doubt under an operator nothing has happened.
Where no operator is in sight the encoder's head for reality is heard (weighed.py).
"""

from __future__ import annotations

from .decision import Decision
from .embedding import decision_of, reality_of

__all__ = ["Decision", "decision_of", "reality_of"]
