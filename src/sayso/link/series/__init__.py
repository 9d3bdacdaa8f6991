"""The same quantity in many reports: one series, by giver and over time. `verdict_of` judges two figures, `series_from` groups them."""

from .finding import given_in
from .given import Given, Key, Spot
from .grouping import candidates, marks_of, series_from, series_of
from .peoples import state_named
from .points import bounds_of
from .series import Carrier, Direction, Disagreement, Point, Revision, Series
from .stages import stages_told
from .verdict import Standing, Verdict, standing_of, verdict_of

__all__ = [
    "Carrier", "Direction", "Disagreement", "Given", "Key", "Point", "Revision", "Series", "Spot", "Standing", "Verdict", "bounds_of", "candidates", "given_in",
    "marks_of", "series_from", "series_of", "stages_told", "standing_of", "state_named", "verdict_of",
]  # fmt: skip
