"""A report → its headline, as a story can be named by it: the report's own words, without the outlet's name, a label or a full stop around them."""

from __future__ import annotations

import re

from ...report import Report

# A story's name is cut at the last word before this many characters.
MOST_CHARACTERS = 90
_SUFFIX = re.compile(r"\s+(?:[|»·•]|[-–—])\s+(?P<outlet>[^|»·•]{2,40})$")
_ADDRESS = re.compile(r"^\s*(?:https?\b|www\b)", re.IGNORECASE)
# What a newsroom sets before a headline to say what kind of text it is or that it goes on: it names no happening.
_LABEL = re.compile(
    r"^(?:(?:the latest|latest|breaking(?: news)?|just in|developing|exclusive|updated?|live(?: updates?| blog)?|watch|video|photos?|in pictures|analysis|opinion"
    r"|editorial|explainer)\s*(?:[:|]\s*|\s[-–—]\s+)|update \d+\s*[-–—:]\s*)(?=\S)",
    re.IGNORECASE,
)
# A last full stop is of the word where it is of letters one by one or stands for the rest of it.
_SHORT_FORM = re.compile(r"(?:\b\w\.|\b(?:Jr|Sr|Inc|Co|Corp|Ltd|St|Ave|Gov|Sen|Rep|Gen|Dr|Mr|Mrs|Ms|No|vs|etc)\.|\.\.)$")


def headline_of(report: Report) -> str:
    """Give the headline without the outlet; where a report has none, the beginning of its first line that is no address or furniture."""
    words = _without_outlet(report.title, report.outlet) if report.title else _first_line(report)
    return shortened(_bare(" ".join(words.split())))


def names_well(headline: str) -> bool:
    """Tell whether a headline says by itself what happened: it is no question, not all in capitals, and nothing of it is cut off."""
    return bool(headline) and not headline.isupper() and not headline.rstrip("'\"’”)").endswith(("?", "…", "..."))


def shortened(words: str) -> str:
    """Give the words, cut at a word's end with an ellipsis where they are too long."""
    if len(words) <= MOST_CHARACTERS:
        return words
    return words[:MOST_CHARACTERS].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + " …"


def _bare(words: str) -> str:
    """Give the words without a label before and a stop behind them."""
    told = _LABEL.sub("", words, count=1).rstrip(" ;,:")
    return told[:-1] if told.endswith(".") and len(told) > 1 and not _SHORT_FORM.search(told) else told or words


def _without_outlet(title: str, outlet: str | None) -> str:
    """Cut what follows a last bar; behind a dash only a name of a few capitalised words, or the outlet's own."""
    found = _SUFFIX.search(title)
    if found is None or found.start() < 12:
        return title
    name = found["outlet"].strip()
    is_bar = title[found.start() :].strip()[0] in "|»·•"
    is_outlet = outlet is not None and name.casefold() == outlet.casefold()
    is_name = len(name.split()) <= 4 and all(word[:1].isupper() or not word[:1].isalpha() for word in name.split())
    return title[: found.start()] if is_bar or is_outlet or is_name else title


def _first_line(report: Report) -> str:
    at = 0
    for line in report.text.splitlines(keepends=True):
        start, at = at, at + len(line)
        hidden = any(span.start <= start < span.end for span in report.furniture)
        if line.strip() and not hidden and not _ADDRESS.match(line):
            return line
    return ""
