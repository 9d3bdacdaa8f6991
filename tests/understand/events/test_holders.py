"""Who holds an office that is named before its holder."""

from __future__ import annotations

import pytest
from trees import tree

from sayso.findings.actor import ActorKind
from sayso.span import Span
from sayso.understand.events.chunks import Chunk, Chunks
from sayso.understand.events.holders import held_by
from sayso.understand.extract.cast import Part

PEOPLE = ("Ana Ruiz", "Ana Ruiz Gomez")


def _marked(tagged: str) -> str:
    """Give each word a relation, of which only that of a preposition counts here."""
    return " ".join(f"{word}/{'case' if word.endswith('/ADP') else 'dep'}>0" for word in tagged.split())


def _named(chunks: Chunks, chunk: Chunk) -> list[tuple[Span, Part]]:
    """Give the name that the whole chunk is: of a person, or of a body."""
    span = chunks.span(chunk)
    name = span.of(chunks.doc.text)
    kind = ActorKind.PERSON if name in PEOPLE else ActorKind.ORGANISATION
    return [(span, Part(name.lower().replace(" ", "-"), name, kind))] if name[:1].isupper() else []


def _held(tagged: str, office: str) -> str | None:
    doc = tree(_marked(tagged))
    chunks = Chunks(doc, Span(0, len(doc.text)), ())
    chunk = next(c for c in chunks.all if doc.word(c.head) == office)
    found = held_by(chunks, chunk, _named)
    return found[1].name if found is not None else None


HEAD = "The/DET former/ADJ head/NOUN of/ADP the/DET Coast/PROPN Guard/PROPN"
NAME = ",/PUNCT Ana/PROPN Ruiz/PROPN"


@pytest.mark.parametrize(
    ("tagged", "office"),
    [
        (f"{HEAD} {NAME} ,/PUNCT left/VERB ./PUNCT", "head"),
        (f"{HEAD} (/PUNCT CG/PROPN )/PUNCT {NAME} ,/PUNCT left/VERB ./PUNCT", "head"),
        (
            f"The/DET minister/NOUN of/ADP fisheries/NOUN in/ADP Togo/PROPN {NAME} ,/PUNCT left/VERB ./PUNCT",
            "minister",
        ),
        (f"They/PRON met/VERB the/DET head/NOUN of/ADP the/DET Coast/PROPN Guard/PROPN {NAME} ./PUNCT", "head"),
    ],
)
def test_a_comma_adds_who_holds_it(tagged: str, office: str) -> None:
    assert _held(tagged, office) == "Ana Ruiz"


@pytest.mark.parametrize(
    ("tagged", "office"),
    [
        (f"{HEAD} left/VERB ./PUNCT", "head"),  # nobody is added
        (f"{HEAD} ,/PUNCT the/DET Harbour/PROPN Office/PROPN ,/PUNCT left/VERB ./PUNCT", "head"),  # a body
        (f"{HEAD} ,/PUNCT with/ADP Ana/PROPN Ruiz/PROPN ,/PUNCT left/VERB ./PUNCT", "head"),  # a preposition between
        (f"{HEAD} ,/PUNCT then/ADV Ana/PROPN Ruiz/PROPN ,/PUNCT left/VERB ./PUNCT", "head"),  # another word between
        (f"{HEAD} {NAME} left/VERB ./PUNCT", "head"),  # the name begins the clause
        (f"The/DET heads/NOUN of/ADP the/DET Coast/PROPN Guard/PROPN {NAME} ,/PUNCT left/VERB ./PUNCT", "heads"),  # several
        (f"The/DET boats/NOUN of/ADP the/DET Coast/PROPN Guard/PROPN {NAME} ,/PUNCT left/VERB ./PUNCT", "boats"),  # no office
        (f"The/DET boat/NOUN of/ADP the/DET Coast/PROPN Guard/PROPN {NAME} ,/PUNCT left/VERB ./PUNCT", "boat"),
        (f"The/DET head/NOUN {NAME} ,/PUNCT left/VERB ./PUNCT", "head"),  # of nobody
    ],
)
def test_no_other_words_make_a_holder(tagged: str, office: str) -> None:
    assert _held(tagged, office) is None
