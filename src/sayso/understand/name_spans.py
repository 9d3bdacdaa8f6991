"""Scores of the entity head → names. Where a name begins and ends, and what it is, are decided apart; one report calls one name one thing.

A word belongs to a name when it is likelier inside one than outside; what the name is comes from all its words, and from every place where the
report has the same name. A name of two words and more, or of capitals, that the head is sure of once is a name wherever it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ..findings.mention import Label
from ..span import Span
from .doc import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from .word_pieces import Pieces

# Least probability of standing inside a name; and the mean at which a name is looked for in the rest of the text. Not swept.
INSIDE, SURE = 0.5, 0.9
# Most names looked for in the rest of a text: a list of thousands would cost a second and is no report.
MOST_REPEATED = 200
# What the last word of a person's full name counts for the same word alone, against its own scores.
SURNAME = 0.7
# A sign that no name begins with.
_STOPS = frozenset(".,;:")
# No names, but in capitals ("US", "WHO"); and nobody's name begins with an article: "the Iraqi Foreign Minister", "The commanding general".
_PRONOUNS = frozenset("he she they it we you i him her them us me his hers their our my who whom".split())
# What a body may be called last.
_BODY_WORD = re.compile(
    r" (?P<word>Party|Front|Movement|Army|Union|Alliance|Coalition|League|Congress|Brigades?|Battalion|Forces?|Council)\b(?! [A-Z])"
)
# Words that end no name and are none alone.
_LINKS = frozenset("the a an of at in on and or for to by from with".split())


def names(shares: NDArray[np.float32], pieces: Pieces, labels: list[str], text: str) -> tuple[Name, ...]:
    """Give the names of a text in its order.

    Args:
        shares: probability of each tag of the entity head, (pieces, tags): O, then B- and I- of each label.
    """
    if not len(shares):
        return ()
    first = np.flatnonzero(np.concatenate([[True], pieces.words[1:] != pieces.words[:-1]]))
    last = np.concatenate([first[1:], [len(pieces.words)]]) - 1
    begins, inside = shares[first, 1::2], shares[first, 2::2]
    starts, ends = pieces.starts[first].tolist(), pieces.ends[last].tolist()  # of each word
    kinds = [label[2:] for label in labels[1::2]]
    rated = []
    for low, stop in _segments(begins.sum(axis=1), inside.sum(axis=1), np.isin(first, pieces.borders)):
        high = low + name_only([text[starts[i] : ends[i]] for i in range(low, stop)])
        low = low + _possessive(text, starts[low], ends[low])
        while low < high and text[starts[low] : ends[low]] in _STOPS:  # "Ms | . Rook"
            low += 1
        if low >= high or not may_be_name(text[starts[low] : ends[high - 1]], text):
            continue
        scores = (begins[low:high] + inside[low:high]).mean(axis=0)
        rated.append((Span(starts[low], ends[high - 1]), scores))
    votes = _votes(rated, text, kinds)
    found = []
    for span, scores in rated:
        label = Label(kinds[int(votes[span.of(text)].argmax())])
        words = span.of(text)
        if not _is_pronoun(words) and not (label is Label.PER and words.lower().startswith("the ")):
            found.append(Name(span, label, float(scores.sum())))
    return tuple(_repeated(_one_person(_whole(found, text), text), text))


def _one_person(found: list[Name], text: str) -> list[Name]:
    """Join what stands as two people side by side with nothing between them: "Abdou | Robleh Farah"; a lone word before a lone word may be two."""
    made: list[Name] = []
    for name in found:
        last = made[-1] if made else None
        is_beside = last is not None and last.label is name.label is Label.PER and text[last.span.end : name.span.start] == " "
        if (
            last is not None
            and is_beside
            and " " in text[last.span.start : last.span.end] + text[name.span.start : name.span.end]
        ):
            made[-1] = replace(last, span=Span(last.span.start, name.span.end), confidence=min(last.confidence, name.confidence))
        else:
            made.append(name)
    return made


# A form of address that is no part of a name: "HE | Dr Ana Sol |".
# "H.E. Ana Sol" may be her initials: with dots a title must follow.
_HONOUR = re.compile(
    r"(?:HR?[EH](?:\s+|$)(?:(?:Dr|Mrs?|Ms)\.?\s+)?|H\.\s?(?:R\.\s?)?[EH]\.?(?:\s*$|\s+(?:Dr|Mrs?|Ms)\.?\s+|(?=\s+(?:Dr|Mrs?|Ms)\b)))"
)
# What kind of body a name is, right before it, where a person's office would have another word: "the monitoring group | Harbour Watch |".
_KIND_BEFORE = re.compile(r"\b(?:group|watchdog|charity|militia|think tank|organi[sz]ation|institute) $")
_OPERATION = re.compile(r"\bOperation $")


def _whole(found: list[Name], text: str) -> list[Name]:
    """Give bodies with the word for what they are where it was cut off: "the | Renewal | Party", "Operation | Harbour |"."""
    starts = {name.span.start for name in found}
    made = []
    for name in found:
        honour = _HONOUR.match(text, name.span.start) if name.label is Label.PER else None
        if honour is not None and honour.end() >= name.span.end:
            continue  # "H.E." alone
        if honour is not None:
            name = replace(name, span=Span(honour.end(), name.span.end))
        behind = _BODY_WORD.match(text, name.span.end) if name.label is Label.ORG else None
        if behind is not None and behind.start("word") not in starts:
            name = replace(name, span=Span(name.span.start, behind.end()))
        if name.label is Label.PER and _KIND_BEFORE.search(text, max(0, name.span.start - 24), name.span.start):
            name = replace(name, label=Label.ORG)
        before = _OPERATION.search(text, max(0, name.span.start - 12), name.span.start)
        if before is not None and name.label in (Label.ORG, Label.MISC) and before.start() not in starts:
            name = replace(name, span=Span(before.start(), name.span.end))
        made.append(name)
    return made


def _is_pronoun(words: str) -> bool:
    is_short_form = len(words) > 1 and words.isupper()
    return words.lower() in _PRONOUNS and not is_short_form


def _possessive(text: str, start: int, end: int) -> int:
    """Give 1 where a name was begun at the "s" of "Togo's", which belongs to the name before it, else 0."""
    return int(text[start:end] == "s" and text[max(0, start - 1) : start] in ("'", "’"))


def name_only(words: list[str]) -> int:
    """Give how many words of a phrase are a name: links at its end are none of it ("*The dam* at"), and alone they are no name ("The")."""
    size = len(words)
    while size and words[size - 1].lower() in _LINKS:
        size -= 1
    return size


def may_be_name(words: str, text: str) -> bool:
    """Tell whether words could be a name: in a text with capitals, small letters alone ("heist", "The foreign minister") are none."""
    return not words.removeprefix("The ").islower() or text.islower()


def _segments(begins: NDArray[np.float32], inside: NDArray[np.float32], fresh: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Give runs of words inside names; a new one begins where a beginning is likelier than going on."""
    found: list[tuple[int, int]] = []
    for word in np.flatnonzero(begins + inside > INSIDE).tolist():
        if found and found[-1][1] == word and not fresh[word] and inside[word] >= begins[word]:
            found[-1] = (found[-1][0], word + 1)
        else:
            found.append((word, word + 1))
    return found


def _votes(rated: list[tuple[Span, NDArray[np.float32]]], text: str, kinds: list[str]) -> dict[str, NDArray[np.float32]]:
    """Add up the label scores of the same name; a surname alone hears what its full name is."""
    votes: dict[str, NDArray[np.float32]] = {}
    for span, scores in rated:
        words = span.of(text)
        votes[words] = votes.get(words, 0) + scores
    if "PER" not in kinds:
        return votes
    person = kinds.index("PER")
    heard = {words: scores.copy() for words, scores in votes.items()}
    for words, scores in votes.items():
        surname = words.split()[-1]
        if surname != words and surname in heard and int(scores.argmax()) == person:
            heard[surname][person] += SURNAME * scores[person]
    return heard


def _repeated(found: list[Name], text: str) -> list[Name]:
    """Add the places where a surely found name stands again and was passed over."""
    taken = sorted((name.span.start, name.span.end) for name in found)
    starts = [start for start, _ in taken]
    sure: dict[str, Name] = {}
    for name in found:
        words = name.span.of(text)
        if name.confidence >= SURE and (" " in words or (len(words) > 2 and words.isupper())):
            sure.setdefault(words, name)
    if not sure:
        return found
    sure = dict(list(sure.items())[:MOST_REPEATED])
    added, end = [], 0
    placed = sorted((at, -len(one), one) for one in sure for at in _places(one, text))
    for start, _, words in placed:
        if start < end:
            continue  # within a longer name, or one that begins before
        end = start + len(words)
        index = bisect_left(starts, end) - 1
        if index < 0 or taken[index][1] <= start:
            added.append(replace(sure[words], span=Span(start, end)))
    return sorted([*found, *added], key=lambda name: name.span.start)


def _places(words: str, text: str) -> Iterator[int]:
    """Give where words stand whole in a text."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not (at and _is_of_word(text[at - 1])) and not (end < len(text) and _is_of_word(text[end])):
            yield at
        at = text.find(words, at + 1)


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"
