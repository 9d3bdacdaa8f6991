"""Denials, doubts, refusals and silences, each beside the words it is about.

What stands beside an answer is what somebody of another side says with the words that are denied: shared words, weighed by how
rare they are among the statements at hand. Where the answer's own words point back without saying to what ("the reports", "the
deployment"), it is what another side says first in the same report: news puts first what the rest is about. Both are offers to a
reader; the brief says which of the two it is.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from ..findings.statement import Act
from ..link.words import is_function
from ..record.found import FoundStatement
from .brief_lines import Footnotes, first_span, folded, said
from .brief_parts import Contest

ANSWERS = (Act.DENY, Act.DOUBT, Act.DECLINE, Act.SILENT)
# Acts that put something forward which can be denied.
_PUT_FORWARD = (Act.ASSERT, Act.CONFIRM, Act.ACCUSE, Act.ESTIMATE, Act.WARN, Act.PREDICT)
# Shortest word that counts, in letters; shorter ones are mostly function words.
MIN_LETTERS = 4
# Fewest words two statements must share, and the least part of the denied words' weight. Chosen by eye on examples/reports:
# lower puts a demand for withdrawal beside a denial of another matter.
MIN_SHARED = 2
MIN_SHARE = 0.35
MAX_BESIDE = 2

SHARED_WORDS, FIRST_SAID = "in similar words", "first in that report"

Group = Sequence[FoundStatement]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a shared word counts: its rarity among the statements at hand."""

    count: int
    within: Counter[str]

    def of(self, words: set[str]) -> float:
        """Give the weight of some words together."""
        return sum(math.log((1 + self.count) / (1 + self.within[word])) + 0.1 for word in words)


def contests(groups: Sequence[Group], notes: Footnotes, *, told: Collection[str] = ()) -> tuple[Contest, ...]:
    """Give every answer among the groups with what stands beside it: denials and doubts first, else in the groups' order.

    `told`: keys of statements that stand with the claim or event they answer, and so not here.
    """
    spoken = {id(group): content_words(group[0].content) for group in groups}
    weights = Weights(len(groups), Counter(word for words in spoken.values() for word in words))
    relaying = {row.within for group in groups for row in group}
    forward = [group for group in groups if group[0].statement.act in _PUT_FORWARD and group[0].key not in relaying]
    made = []
    answers = [group for group in groups if group[0].statement.act in ANSWERS and not all(row.key in told for row in group)]
    for group in sorted(answers, key=_is_kept_back):
        told_of = f"{group[0].target} {group[0].content}"
        denied = content_words(told_of)
        beside = _sharing(group, denied, [(other, spoken[id(other)]) for other in forward], weights, _name_words(told_of))
        how = SHARED_WORDS if beside else ""
        if not beside and len(denied) < MIN_SHARED + 1:
            beside = _first_said(group, forward)
            how = FIRST_SAID if beside else ""
        made.append(Contest(said(group, notes), tuple(said(other, notes) for other in beside), how))
    return tuple(made)


def spoken_at_all(rows: Iterable[FoundStatement]) -> list[FoundStatement]:
    """Give the statements without those within a refusal or silence: who declines to "confirm or deny that …" neither denies nor says it."""
    found = list(rows)
    refusals = {row.key for row in found if row.statement.act in (Act.DECLINE, Act.SILENT)}
    return [row for row in found if row.within not in refusals]


def content_words(text: str) -> set[str]:
    """Give the words that can be shared: of four letters or more or with a digit, endings of number and tense cut."""
    words = re.findall(r"\w+", folded(text))
    return {
        _stem(word) for word in words if (len(word) >= MIN_LETTERS and not is_function(word)) or any(c.isdigit() for c in word)
    }


def _name_words(text: str) -> set[str]:
    """Give the words that are written as names: two remarks on one country need not be on one matter."""
    return content_words(" ".join(re.findall(r"\b[A-Z][\w’'-]*", text)))


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= MIN_LETTERS:
            return word[: -len(ending)]
    return word


def _is_kept_back(group: Group) -> bool:
    return group[0].statement.act in (Act.DECLINE, Act.SILENT)


def _sharing(
    answer: Group, denied: set[str], others: Sequence[tuple[Group, set[str]]], weights: Weights, names: set[str]
) -> list[Group]:
    whole = weights.of(denied)
    scored = []
    for at, (other, words) in enumerate(others):
        shared = denied & words
        if len(shared) < MIN_SHARED or not shared - names or _same_side(answer[0], other[0]) or not whole:
            continue
        share = weights.of(shared) / whole
        if share >= MIN_SHARE:
            scored.append((-share, at, other))
    return [other for _, _, other in sorted(scored, key=lambda item: item[:2])[:MAX_BESIDE]]


def _first_said(answer: Group, others: Sequence[Group]) -> list[Group]:
    row = answer[0]
    earlier = [
        (first_span(one), other)
        for other in others
        for one in other
        if one.report.key == row.report.key and first_span(one) < first_span(row) and not _same_side(row, one)
    ]
    return [min(earlier, key=lambda item: item[0])[1]] if earlier else []


def _same_side(one: FoundStatement, other: FoundStatement) -> bool:
    return bool(_side(one) & _side(other)) or one.key == other.key


def _side(row: FoundStatement) -> set[str]:
    cards = [card for card in (row.speaker, row.speaks_for) if card]
    return {key for card in cards for key in (card.key, card.country) if key}
