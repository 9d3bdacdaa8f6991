"""Spans of the head → attributions: links, shared sources, content without a cue, and what is too far away to belong."""

from __future__ import annotations

from marked_text import doc_of, read

from sayso.findings.statement import Form
from sayso.understand.extract.attribution import Attribution
from sayso.understand.extract.reported_speech import assemble


def words(marked: str) -> list[tuple[list[str], list[str], list[str]]]:
    """Give source, cue and content of every attribution in words."""
    doc = doc_of(marked)

    def of(one: Attribution) -> tuple[list[str], list[str], list[str]]:
        return tuple([p.of(doc.text) for p in pieces] for pieces in (one.source, one.cue, one.content))  # type: ignore[return-value]

    return [of(one) for one in assemble(doc)]


def test_each_span_goes_to_the_cue_it_links_to() -> None:
    assert words("[S1:The harbour master] [Q1:said] [C1:two ships sank], while [S2:the union] [Q2:blamed] [C2:the storm].") == [
        (["The harbour master"], ["said"], ["two ships sank"]),
        (["the union"], ["blamed"], ["the storm"]),
    ]


def test_a_quotation_split_by_its_cue_is_one_content_in_two_pieces() -> None:
    assert words("[C1:“We dig,”] [S1:{PER:Ana Reyes}] [Q1:said], [C1:“and we wait.”]") == [
        (["Ana Reyes"], ["said"], ["“We dig,”", "“and we wait.”"])
    ]


def test_a_second_verb_shares_the_source_of_its_sentence() -> None:
    found = words("[S1:{PER:Ana Reyes}] [Q1:said] [C1:the well was dry] and [Q2:added] [C2:that rain was due].")
    assert [source for source, _, _ in found] == [["Ana Reyes"], ["Ana Reyes"]]


def test_a_cue_of_the_next_sentence_shares_nothing() -> None:
    found = words("[S1:{PER:Ana Reyes}] [Q1:said] [C1:the well was dry]. And [Q2:it is said] [C2:that rain is due].")
    assert [source for source, _, _ in found] == [["Ana Reyes"], []]


def test_a_source_after_the_words_it_speaks_is_not_shared_backwards() -> None:
    found = words("[Q1:It was said] [C1:the well was dry] and [S2:{PER:Ana Reyes}] [Q2:added] [C2:that rain was due].")
    assert [source for source, _, _ in found] == [[], ["Ana Reyes"]]


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_a_further_piece() -> None:
    got = read("[C1:“The first convoy left,”] [S1:{PER:Ana Reyes}] [Q1:said].\n[C:“The second waits.”]")
    assert [got.content(s) for s in got.statements] == [["“The first convoy left,”", "“The second waits.”"]]
    assert got.statements[0].form is Form.DIRECT and len(got.statements[0].evidence) == 2


def test_words_without_marks_and_cue_are_nobodys() -> None:
    assert words("The convoy left at dawn. [C:The road is shut].") == []
    assert words("[C:“Nobody knows his name,”] she wrote.") == []


def test_a_cue_without_content_makes_no_attribution() -> None:
    assert words("[S1:{PER:Ana Reyes}] [Q1:spoke] for an hour.") == []


def test_a_content_more_than_three_paragraphs_away_belongs_to_nobody_there() -> None:
    far = "\n".join(["The road is long."] * 4)
    assert words(f"[S1:{{PER:Ana Reyes}}] [Q1:said] [C1:rain was due].\n{far}\n[C1:“It is late.”]") == [
        (["Ana Reyes"], ["said"], ["rain was due"])
    ]


def test_two_sources_for_one_cue_leave_the_better_one() -> None:
    found = words("[S1:{PER:Ana Reyes}] [Q1:said] [C1:the well was dry]. [S:A farmer] dug.")
    assert found == [(["Ana Reyes"], ["said"], ["the well was dry"])]


def test_text_order_and_confidence_between_none_and_all() -> None:
    doc = doc_of("[C2:The port is open], [S2:the guild] [Q2:said]. [S1:The crews] [Q1:deny] [C1:it].")
    made = assemble(doc)
    assert [one.anchor for one in made] == sorted(one.anchor for one in made)
    assert all(0 < one.confidence < 1 for one in made)


def test_words_without_marks_that_stand_apart_are_not_the_speakers() -> None:
    found = words("[S1:The guild] [Q1:claimed] [C1:the mill was its own]. The mill burned in May. [C1:We thank the crews].")
    assert found == [(["The guild"], ["claimed"], ["the mill was its own"])]


def test_words_without_marks_of_another_paragraph_are_not_the_speakers() -> None:
    found = words("[C1:The crews will go on].\n\n[S1:The minister] [Q1:raised] [C1:these concerns].")
    assert found == [(["The minister"], ["raised"], ["these concerns"])]


def test_the_sentence_right_behind_and_an_announced_list_are() -> None:
    assert words("[S1:The guild] [Q1:said] [C1:the mill was shut]. [C1:It would open in May].")[0][2] == [
        "the mill was shut",
        "It would open in May",
    ]
    assert words("[S1:The guild] [Q1:said:]\n[C1:The mill is shut].")[0][2] == ["The mill is shut"]
