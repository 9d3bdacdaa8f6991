"""Where the words of a person's name hang: on the first in Universal Dependencies (`flat`), on the last for the rules, which read "Ana Reyes" as they read "Reyes".

Inside the stage the words before the last carry the relation `IN_NAME`, so that a reading's tokens can be written as the treebanks have them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

IN_NAME = "compound:name"
# What may stand between the words of a name: hyphens, and parts of a word cut finer.
_WITHIN = ("punct", "goeswith")


def on_last(heads: Sequence[int], relations: Sequence[str], pos: Sequence[str]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Give heads and relations in which names hang on their last word, with all that hung on the first.

    Args:
        heads: index of each token's governor, -1 for a root. relations: in Universal Dependencies v2. pos: universal parts of speech.
    """
    names: dict[int, list[int]] = {}
    for index, (head, relation) in enumerate(zip(heads, relations, strict=True)):
        if relation == "flat" and 0 <= head < index and pos[head] == "PROPN":
            names.setdefault(_first(head, heads, relations, pos), []).append(index)
    lasts = {first: words[-1] for first, words in names.items() if _is_name(first, words, relations, pos)}
    inside = {i for first in lasts for i in (first, *names[first])}
    made, kinds = list(heads), list(relations)
    for index, head in enumerate(heads):
        if index not in inside and head in lasts and relations[index] != "goeswith":
            made[index] = lasts[head]
    for first, last in lasts.items():
        made[last], kinds[last] = lasts.get(heads[first], heads[first]), relations[first]
        for index in (first, *names[first][:-1]):
            made[index], kinds[index] = last, IN_NAME
    return tuple(made), tuple(kinds)


def on_first(heads: Sequence[int], relations: Sequence[str]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Give heads and relations as Universal Dependencies v2 has them: what `on_last` moved hangs on the first word again."""
    firsts: dict[int, int] = {}
    for index, relation in enumerate(relations):
        if relation == IN_NAME and heads[index] > index:
            firsts.setdefault(heads[index], index)
    made, kinds = list(heads), list(relations)
    for index, (head, relation) in enumerate(zip(heads, relations, strict=True)):
        if relation == "goeswith":
            continue
        if head in firsts:
            made[index] = firsts[head]
        if relation == IN_NAME or index in firsts:
            made[index], kinds[index] = firsts.get(index, firsts.get(head, head)), "flat"
    for last, first in firsts.items():
        made[first], kinds[first] = firsts.get(heads[last], heads[last]), relations[last]
    return tuple(made), tuple(kinds)


def _first(word: int, heads: Sequence[int], relations: Sequence[str], pos: Sequence[str]) -> int:
    """Give the first word of the name that a word is in, where names hang on words of names."""
    while relations[word] == "flat" and 0 <= heads[word] < word and pos[heads[word]] == "PROPN":
        word = heads[word]
    return word


def _is_name(first: int, words: list[int], relations: Sequence[str], pos: Sequence[str]) -> bool:
    """Tell whether the words stand together and end in a name."""
    between: Iterator[int] = (i for i in range(first + 1, words[-1]) if i not in words)
    return pos[words[-1]] == "PROPN" and all(relations[i] in _WITHIN for i in between)
