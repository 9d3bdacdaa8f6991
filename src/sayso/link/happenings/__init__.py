"""The same event told by many becomes one: `told_in` gives a report's tellings, `verdict_of` judges two, `happenings_from` makes happenings of all."""

from .grouping import happenings_from, happenings_of, may_be_one, verdicts_of
from .happening import Differing, Disagreement, Happening, Side, SizeTold, Telling
from .tellings import told_in
from .told import Party, Size, Told, Where
from .verdict import Verdict, verdict_of

__all__ = [
    "Differing", "Disagreement", "Happening", "Party", "Side", "Size", "SizeTold", "Telling", "Told", "Verdict", "Where", "happenings_from",
    "happenings_of", "may_be_one", "told_in", "verdict_of", "verdicts_of",
]  # fmt: skip
