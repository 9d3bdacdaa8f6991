"""What the order of words rules out, on trees given by hand: word, tag, governing word, relation."""

from __future__ import annotations

from sayso.report import Report
from sayso.span import Span
from sayso.understand.doc import Doc
from sayso.understand.word_order import with_order


def tree(*rows: tuple[str, str, int, str]) -> Doc:
    text, tokens = "", []
    for word, *_ in rows:
        text += " " * bool(text)
        tokens.append(Span(len(text), len(text) + len(word)))
        text += word
    whole = (Span(0, len(text)),)
    return Doc(
        Report(text), whole, whole, tuple(tokens), tuple(r[1] for r in rows), (), (), (), (), (), len(rows), tuple(r[2] for r in rows),
        tuple(r[3] for r in rows), tuple(tokens), tuple(range(len(rows))),
    )  # fmt: skip


def made(*rows: tuple[str, str, int, str]) -> list[tuple[str, str, int]]:
    doc = with_order(tree(*rows))
    return list(zip(doc.pos, doc.relations, doc.heads, strict=True))


def test_a_noun_is_told_by_its_article_and_a_subject_by_its_place() -> None:
    got = made(
        ("The", "DET", 1, "det"), ("raids", "VERB", 2, "obl"), ("persisted", "VERB", -1, "root"), (".", "PUNCT", 2, "punct")
    )
    assert got[1] == ("NOUN", "nsubj", 2)


def test_a_verb_with_an_article_before_its_object_stays() -> None:
    rows = (
        ("Their", "PRON", 1, "nmod:poss"),
        ("leaving", "VERB", 3, "nsubj"),
        ("Kelm", "PROPN", 1, "obj"),
        ("hurt", "VERB", -1, "root"),
    )
    assert made(*rows)[1] == ("VERB", "nsubj", 3)


def test_a_noun_in_s_is_told_by_its_preposition_or_adjective() -> None:
    rows = (
        ("Kelm", "PROPN", 1, "nsubj"),
        ("suffered", "VERB", -1, "root"),
        ("from", "ADP", 3, "case"),
        ("raids", "VERB", 1, "obl"),
    )
    assert made(*rows)[3] == ("NOUN", "obl", 1)
    rows = (("Tarvian", "ADJ", 1, "amod"), ("strikes", "VERB", 2, "nsubj"), ("continued", "VERB", -1, "root"))
    assert made(*rows)[1] == ("NOUN", "nsubj", 2)
    rows = (("by", "SCONJ", 1, "mark"), ("winning", "VERB", 2, "nsubj"), ("helps", "VERB", -1, "root"))
    assert made(*rows)[1] == ("VERB", "nsubj", 2)


def test_what_describes_a_noun_is_no_adverb() -> None:
    rows = (("foreign", "ADV", 1, "amod"), ("envoys", "NOUN", 2, "nsubj"), ("left", "VERB", -1, "root"))
    assert made(*rows)[0] == ("ADJ", "amod", 1)


def test_what_is_to_be_done_is_a_verb() -> None:
    got = made(("Kelm", "PROPN", -1, "root"), ("to", "PART", 2, "mark"), ("host", "NOUN", 0, "acl"), ("talks", "NOUN", 2, "obj"))
    assert got[2] == ("VERB", "acl", 0)
    got = made(("Road", "NOUN", -1, "root"), ("to", "ADP", 2, "case"), ("ruin", "NOUN", 0, "nmod"))
    assert got[2] == ("NOUN", "nmod", 0)


def test_a_bare_noun_behind_its_verb_is_its_object() -> None:
    rows = (("Kelm", "PROPN", 1, "nsubj"), ("weighs", "VERB", -1, "root"), ("a", "DET", 3, "det"), ("boycott", "NOUN", 1, "obl"))
    assert made(*rows)[3] == ("NOUN", "obj", 1)
    rows = (("Kelm", "PROPN", 1, "nsubj"), ("left", "VERB", -1, "root"), ("in", "ADP", 3, "case"), ("haste", "NOUN", 1, "obl"))
    assert made(*rows)[3] == ("NOUN", "obl", 1)


def test_what_is_to_be_done_governs_its_clause() -> None:
    got = made(("They", "PRON", 1, "nsubj"), ("are", "AUX", -1, "root"), ("to", "PART", 3, "mark"), ("meet", "VERB", 1, "xcomp"))
    assert got[0] == ("PRON", "nsubj", 3) and got[1] == ("AUX", "cop", 3) and got[3] == ("VERB", "root", -1)


def test_without_syntax_nothing_changes() -> None:
    doc = Doc(Report("Kelm"), (), (), (), (), (), (), (), (), ())
    assert with_order(doc) is doc
