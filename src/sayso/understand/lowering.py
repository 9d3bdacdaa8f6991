"""Lower case that keeps places: letter for letter, so that what is found in it stands at the same offsets in the text."""

from __future__ import annotations


def lowered(text: str) -> str:
    """Give the text in lower case with straight apostrophes, exactly as long as it was.

    A letter whose lower case is longer (İ) stays as it is.
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.replace("’", "'").replace("‘", "'")
