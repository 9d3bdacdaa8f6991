"""Documents of GUM as the coreference benchmark reads them: text, gold mentions with their chains, gold subjects of verbs.

Nothing is trained or tuned on it. Paragraphs are lines of the text; a turn of a transcript may carry its speaker's label, as a transcript has it in print.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

# Genres whose turns are marked in GUM but never printed with labels: a story says who speaks in its sentences.
UNLABELLED = ("fiction",)
_PART = re.compile(r"\([^()]+\)?|[^()]+\)")
_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
_WHO = re.compile(r'\bsp who:::"#([^"]+)"')


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word; [start, end) counts in the document's text, `head` from 0 in its sentence, -1 for the root."""

    start: int
    end: int
    lemma: str
    upos: str
    features: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold mention: its span, its chain, its head word and the lemma of the verb it is subject of ("" where it is none)."""

    start: int
    end: int
    chain: str
    head: Word
    subject_of: str


@dataclass(slots=True)
class Document:
    """One document; `labels` are the spans of speakers' labels, which are no gold mentions."""

    id: str
    genre: str = ""
    text: str = ""
    mentions: list[Gold] = field(default_factory=list)
    labels: list[tuple[int, int]] = field(default_factory=list)

    def named_chains(self) -> dict[str, list[Gold]]:
        """Give the name mentions of each chain that has one."""
        found: dict[str, list[Gold]] = defaultdict(list)
        for mention in self.mentions:
            if mention.head.upos == "PROPN":
                found[mention.chain].append(mention)
        return found


def documents(path: Path, *, labels: bool) -> Iterator[Document]:
    """Read a file; with `labels`, each turn of a transcript begins with its speaker's name and a colon."""
    document: Document | None = None
    sentence: list[list[str]] = []
    is_new = False
    who = ""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                if document is not None:
                    yield document
                document, is_new = Document(line[14:]), False
            assert document is not None
            if line.startswith("# meta::genre"):
                document.genre = line.split(" = ")[1]
            elif line == "# newpar":
                is_new, who = True, ""
            elif line.startswith("# newpar_block") and labels and document.genre not in UNLABELLED:
                turn = _WHO.search(line)
                who = spelled(turn.group(1)) if turn else ""
            elif line[:1].isdigit():
                sentence.append(line.split("\t"))
            elif not line and sentence:
                _begin(document, is_new=is_new, who=who)
                _read(document, sentence)
                sentence, is_new, who = [], False, ""
    if document is not None:
        yield document


def spelled(who: str) -> str:
    """Give the name of a speaker's id: "KatieBlake" is Katie Blake."""
    return re.sub(r"(?<=[a-z])(?<!Mc)(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_", " ", who)


def _begin(document: Document, *, is_new: bool, who: str) -> None:
    if document.text:
        document.text = document.text.rstrip(" ") + ("\n\n" if is_new else " ")
    if who:
        document.labels.append((len(document.text), len(document.text) + len(who)))
        document.text += who + ": "


def _read(document: Document, lines: list[list[str]]) -> None:
    words: list[Word] = []
    entities: list[str] = []
    shared: tuple[int, int, int] | None = None  # a multiword token: last word's number, start, end
    for columns in lines:
        number = columns[0]
        if "." in number:
            continue
        begin = len(document.text)
        if "-" in number:
            document.text += columns[1]
            shared = (int(number.split("-")[1]), begin, len(document.text))
            document.text += _gap(columns[9])
            continue
        if shared is not None and int(number) <= shared[0]:
            size = min(len(columns[1]), shared[2] - shared[1])
            is_last = int(number) == shared[0]
            start, end = (shared[2] - size, shared[2]) if is_last else (shared[1], shared[1] + size)
        else:
            document.text += columns[1]
            start, end = begin, len(document.text)
            document.text += _gap(columns[9])
        words.append(Word(start, end, columns[2], columns[3], columns[5], int(columns[6]) - 1, columns[7]))
        found = _ENTITY.search(columns[9])
        entities.append(found.group(1) if found else "")
    _mentions(document, words, entities)


def _gap(misc: str) -> str:
    return "" if "SpaceAfter=No" in misc else " "


def _mentions(document: Document, words: list[Word], entities: list[str]) -> None:
    opened: list[tuple[int, str]] = []
    for index, entity in enumerate(entities):
        for part in _PART.findall(entity):
            if part.startswith("("):
                chain = part[1:].rstrip(")").split("-")[0]
                opened.append((index, chain))
            else:
                chain = part[:-1]
            if not part.endswith(")"):
                continue
            place = next((i for i in range(len(opened) - 1, -1, -1) if opened[i][1] == chain), None)
            if place is not None:
                first, _ = opened.pop(place)
                document.mentions.append(_mention(words, first, index, chain))


def _mention(words: list[Word], first: int, last: int, chain: str) -> Gold:
    head = next((words[i] for i in range(first, last + 1) if not first <= words[i].head <= last), words[first])
    verb = words[head.head] if head.head >= 0 else None
    is_subject = verb is not None and verb.upos == "VERB" and head.relation in ("nsubj", "nsubj:pass")
    return Gold(words[first].start, words[last].end, chain, head, verb.lemma if verb is not None and is_subject else "")
