"""Whose a quotation is that stands between two speakers."""

from __future__ import annotations

from marked_text import doc_of

from sayso.understand.extract.quotation_homes import quotation_homes
from sayso.understand.extract.reported_speech import assemble


def _homes(marked: str) -> list[tuple[str, list[str]]]:
    doc = doc_of(marked)
    made = quotation_homes(doc, assemble(doc))
    return [(" ".join(s.of(doc.text) for s in one.source), [c.of(doc.text) for c in one.content]) for one in made]


def test_a_quotation_in_halves_is_whole_with_who_stands_in_its_last_sentence() -> None:
    text = "[S1:The mayor] [Q1:said] [C1:the road was shut]. “[C1:The bridge is shut.] [C2:The port is shut,]” [S2:the harbour master] [Q2:said]."
    assert _homes(text) == [
        ("The mayor", ["the road was shut"]),
        ("the harbour master", ["“The bridge is shut. The port is shut,”"]),
    ]


def test_who_had_only_a_half_of_it_says_nothing() -> None:
    text = "[S1:The mayor] [Q1:spoke]. “[C1:The bridge is shut.] [C2:The port is shut,]” [S2:the harbour master] [Q2:said]."
    assert _homes(text) == [("the harbour master", ["“The bridge is shut. The port is shut,”"])]


def test_a_quotation_of_one_speaker_stays() -> None:
    text = (
        "[S1:The mayor] [Q1:spoke] [C1:of tolls]. “[C2:The bridge is shut. The port is shut,]” [S2:the harbour master] [Q2:said]."
    )
    assert [source for source, _ in _homes(text)] == ["The mayor", "the harbour master"]


def test_two_quotations_of_two_speakers_stay() -> None:
    text = "“[C1:The bridge is shut,]” [S1:the mayor] [Q1:said]. “[C2:The port is shut,]” [S2:the harbour master] [Q2:said]."
    assert [source for source, _ in _homes(text)] == ["the mayor", "the harbour master"]
