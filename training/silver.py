"""CoreNLP's automatic analysis of the PolNeAR train articles → names and coreference chains, as character offsets. Silver: errors throughout."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .name_sets import nationality_words

_LABELS = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "MISC"}
_BRACKET = re.compile(r"(\()?(\d+)(\))?")
_NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS", "PRP", "PRP$")


@dataclass(slots=True)
class Silver:
    """What the silver set says of one article.

    Attributes:
        names: (start, end, label) of names.
        heads: character at which a mention's or noun phrase's head word begins → its chain, None where it is in none.
        trees: sentences as (start, end, head, relation) a word; head −1 for the root, None where the two styles attach differently;
            relation None where the old name does not say which new one it is.
    """

    names: list[tuple[int, int, str]] = field(default_factory=list)
    heads: dict[int, int | None] = field(default_factory=dict)
    trees: list[list[tuple[int, int, int | None, str | None]]] = field(default_factory=list)


@dataclass(slots=True)
class _Token:
    form: str
    tag: str
    head: int
    relation: str
    start: int
    end: int
    label: str


def silver_sentences(folder: Path) -> Iterator[tuple[str, list[list[list[str]]]]]:
    """Read the silver set as it is: article id and its sentences, a token as its ten CoNLL-U columns."""
    ident, found, sentence = "", [], []
    with gzip.open(folder / "polnear_silver" / "train.conllu.gz", "rt", encoding="utf8") as lines:
        for line in lines:
            if line.startswith("# newdoc id = "):
                if found:
                    yield ident, found
                ident, found = line.split(" = ", 1)[1].strip(), []
            elif line[:1].isdigit():
                sentence.append(line.rstrip("\n").split("\t"))
            elif sentence:
                found.append(sentence)
                sentence = []
    if sentence:
        found.append(sentence)
    if found:
        yield ident, found


def misc_of(columns: list[str]) -> dict[str, str]:
    """Give the last column of a token by name (NER, Coref, Start, End …)."""
    return dict(part.split("=", 1) for part in columns[9].split("|") if "=" in part)


def chain_spans(sentence: list[list[str]]) -> Iterator[tuple[int, int, str]]:
    """Give the mentions that the brackets of a sentence mark: first token, last token, chain; inner ones first."""
    opened: dict[str, list[int]] = {}
    for index, columns in enumerate(sentence):
        for begin, number, end in _BRACKET.findall(misc_of(columns).get("Coref", "")):
            if begin:
                opened.setdefault(number, []).append(index)
            if end and opened.get(number):
                yield opened[number].pop(), index, number


def silver_articles(folder: Path) -> dict[str, Silver]:
    """Read the silver set: article id → names and chains."""
    nations = nationality_words(folder)
    found: dict[str, Silver] = {}
    for ident, sentences in silver_sentences(folder):
        article = found.setdefault(ident, Silver())
        for columns in sentences:
            sentence = [_token(token, nations) for token in columns]
            _names(article, sentence)
            article.trees.append(_tree(sentence))
            _chains(article, sentence, columns)
    return found


def _token(columns: list[str], nations: frozenset[str]) -> _Token:
    misc = misc_of(columns)
    label = _LABELS.get(misc.get("NER", ""), "")
    if label == "MISC" and columns[1] in nations:
        label = "NORP"
    return _Token(columns[1], columns[4], int(columns[6]) - 1, columns[7], int(misc["Start"]), int(misc["End"]), label)


def _names(article: Silver, sentence: list[_Token]) -> None:
    previous = ""
    for token in sentence:
        if token.label and token.label == previous and token.label != "NORP":
            article.names[-1] = (article.names[-1][0], token.end, token.label)
        elif token.label:
            article.names.append((token.start, token.end, token.label))
        previous = token.label


def _chains(article: Silver, sentence: list[_Token], columns: list[list[str]]) -> None:
    for token in sentence:
        if token.tag in _NOUN_TAGS and token.relation not in ("compound", "nmod:npmod"):
            article.heads.setdefault(token.start, None)
    for first, last, number in chain_spans(columns):
        head = next((i for i in range(first, last + 1) if not first <= sentence[i].head <= last), last)
        article.heads[sentence[head].start] = int(number)


# Stanford's first universal names → UD v2. What they do not decide (a compound that v2 calls flat, a name's `dep`) is left open.
_RELATIONS = {
    "dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj", "auxpass": "aux:pass", "mwe": "fixed", "neg": "advmod", "nmod:poss": "nmod:poss",
    "nmod:tmod": None, "nmod:npmod": None, "compound": "compound", "dep": None, "name": "flat", "foreign": "flat", "ROOT": "root",
    "det:predet": "det:predet", "cc:preconj": "cc:preconj", "compound:prt": "compound:prt", "acl:relcl": "acl:relcl",
}  # fmt: skip
_KEPT = frozenset(
    "nsubj csubj iobj ccomp xcomp advcl advmod amod det case mark aux cop conj cc punct appos nummod acl expl parataxis discourse".split()
)
_PREDICATES = ("VB", "JJ", "RB")


def _tree(sentence: list[_Token]) -> list[tuple[int, int, int | None, str | None]]:
    """Write a sentence's dependencies as UD v2 has them: a conjunction hangs on the conjunct after it, a comma between conjuncts too."""
    found: list[tuple[int, int, int | None, str | None]] = []
    for index, token in enumerate(sentence):
        head: int | None = token.head
        relation = _RELATIONS.get(token.relation, token.relation if token.relation in _KEPT else None)
        if token.relation in ("nmod", "nmod:agent") and token.head >= 0:
            governor = sentence[token.head]
            relation = "obl" if governor.tag.startswith(_PREDICATES) and not _has_article(sentence, token.head) else "nmod"
        if (
            token.relation == "compound"
            and token.tag.startswith("NNP")
            and token.head >= 0
            and sentence[token.head].tag.startswith("NNP")
        ):
            head = relation = None  # v2 hangs a name's later words on its first
        if token.relation == "neg" and token.form.lower() == "no":
            relation = "det"
        if token.relation in ("cc", "punct") and token.head >= 0:
            after = [i for i, other in enumerate(sentence) if other.relation == "conj" and other.head == token.head and i > index]
            if (
                token.relation == "cc"
                and after
                or token.relation == "punct"
                and token.form in (",", ";")
                and after
                and token.head < index
            ):
                head = after[0]
            elif token.relation == "punct" and token.form not in (".", "?", "!"):
                head = None
        found.append((token.start, token.end, head, relation))
    for first, last in _people(sentence):
        _hang_on_first(sentence, found, first, last)
    return found


def _people(sentence: list[_Token]) -> Iterator[tuple[int, int]]:
    """Give first and last word of each person's name that CoreNLP hangs on its last."""
    first = 0
    while first < len(sentence):
        last = first
        while last + 1 < len(sentence) and _is_of_name(sentence[last]) and _is_of_name(sentence[last + 1]):
            last += 1
        hangs = all(sentence[i].relation == "compound" and sentence[i].head == last for i in range(first, last))
        if _is_of_name(sentence[first]) and hangs:
            yield first, last
        first = last + 1


def _is_of_name(token: _Token) -> bool:
    return token.label == "PER" and token.tag.startswith("NNP")


def _hang_on_first(sentence: list[_Token], found: list[tuple[int, int, int | None, str | None]], first: int, last: int) -> None:
    """Hang a person's name on its first word, as v2 does, with all that hung on the last; a title right before it describes it."""
    of_name = found[last][2:]
    for index, (start, end, head, relation) in enumerate(found):
        is_title = index < first and sentence[index].relation == "compound" and sentence[index].head == last
        if index == first:
            found[index] = (start, end, *of_name)
        elif first < index <= last:
            found[index] = (start, end, first, "flat")
        elif is_title:
            found[index] = (start, end, first, "nmod:desc") if index == first - 1 else (start, end, None, None)
        elif head == last:
            found[index] = (start, end, first, relation)


def _has_article(sentence: list[_Token], head: int) -> bool:
    """An adjective with an article stands for a noun."""
    return any(t.head == head and t.relation == "det" for t in sentence)
