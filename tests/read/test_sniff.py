"""Bytes: what they are, and their characters with whatever was guessed or replaced said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.language import language_of
from sayso.read.sniff import Kind, decode, sniff

ENGLISH = "The minister’s “plan” was clear to all of us, the café owner said."


@pytest.mark.parametrize(
    ("body", "name", "kind"),
    [
        (b"", "a.txt", Kind.EMPTY),
        (b" \r\n\t", "a.html", Kind.EMPTY),
        (b"%PDF-1.7 ...", "a.txt", Kind.BINARY),
        (b"PK\x03\x04....", "a.html", Kind.BINARY),
        (b"\x1f\x8b\x08", "a.txt", Kind.BINARY),
        (bytes(range(256)) * 40, "a.txt", Kind.BINARY),
        (b"<!DOCTYPE html><html>", "a", Kind.HTML),
        (b"\xef\xbb\xbf<HTML><body>", "a.txt", Kind.HTML),
        (b"<p>Words</p>", "a.html", Kind.HTML),
        ("<html><p>x".encode("utf-16"), "a", Kind.HTML),
        (b"Words without a tag", "a.html", Kind.PLAIN),
        (b"5 < 6 and <b> is no page", "a.txt", Kind.PLAIN),
        (b"Words with a \0 in them and more words after it", "a.txt", Kind.PLAIN),
    ],
)
def test_bytes_are_what_they_begin_with_whatever_their_name(body: bytes, name: str, kind: Kind) -> None:
    assert sniff(body, name).kind is kind


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_comes_out_as_it_went_in(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)).text == ENGLISH
    plain = ENGLISH.encode("ascii", "ignore").decode()  # UTF-16 of such letters is UTF-8 too, full of zero bytes
    assert decode(plain.encode(encoding)).text == plain


def test_a_guess_is_said() -> None:
    assert decode(ENGLISH.encode("utf-8")).notes == ()
    assert "guess" in decode(ENGLISH.encode("cp1252")).notes[0]


def test_a_page_is_read_in_the_encoding_it_declares() -> None:
    page = '<meta charset="windows-1251"><p>Министр сказал, что порт закрыт</p>'
    assert decode(page.encode("cp1251"), is_markup=True).text == page


def test_a_few_wrong_bytes_in_utf_8_are_replaced_and_counted() -> None:
    read = decode(ENGLISH.encode("utf-8") + b" \x92 it was")
    assert read.text.startswith(ENGLISH) and read.text.count("\ufffd") == 1
    assert read.notes == ("1 replacement characters (U+FFFD) stand for bytes that are no UTF-8",)


@given(st.binary(max_size=400))
def test_no_bytes_break_decoding(body: bytes) -> None:
    sniff(body, "a.html")
    assert isinstance(decode(body, is_markup=True).text, str)


def test_clear_english_is_told_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise AssertionError("the library was loaded")

    monkeypatch.setattr("sayso.read.language._identifier", fail)
    text = (
        "The port was shut on Monday after a strike, the harbour master said in a statement that she read out to the reporters."
    )
    assert language_of(text) == "en"
    assert language_of("Storm kills nine") == "en"
    assert language_of("Lager leer", hint="de-DE") == "de"
    assert language_of("12 34") == "und"


def test_english_of_few_small_words_is_told_without_the_library_by_its_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("sayso.read.language._ask_library", lambda sample, count, said: asked.append(sample) or "xx")
    text = "Harbour results, Monday: Aden United 3, Port Rovers 1. Goals by Roe, Lind. Next match: Friday, eight p.m., with free entry."
    assert language_of(text) == "en"
    assert not asked
    assert language_of(text.replace("Port Rovers", "Göteborg Ärlan")) == "xx"


def test_other_languages_are_told() -> None:
    text = "Nach elf Tagen Streik haben die Fähren zu den Inseln den Betrieb wieder aufgenommen, wie die Reederei mitteilte."
    assert language_of(text, hint="en") == "de"
    assert language_of(text) == "de"
