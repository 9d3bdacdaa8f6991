"""Text of others, made safe to look at: what a terminal would obey or hide is written out as a mark.

Escape sequences could repaint the screen, bidirectional controls could swap the order of words in a quotation. Spans never count
in what comes from here: it is for eyes only.
"""

from __future__ import annotations

import unicodedata

# Joiners that letters of many scripts and emoji need, and the soft hyphen: they change no order and hide no word.
_KEPT = frozenset("\u200c\u200d\u00ad")
_SPACES = {"\t": " ", "\u2028": "⏎", "\u2029": "⏎", "\x85": "⏎"}


def visible(text: str, *, keep_lines: bool = False) -> str:
    """Give the text with control, bidirectional and invisible characters written out ("⟨U+202E⟩"); line breaks become spaces
    unless kept."""
    if text.isascii() and text.isprintable():
        return text
    if not keep_lines:
        text = text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
    return "".join(character if character.isprintable() else _mark(character) for character in text)


def one_line(text: str) -> str:
    """Give the text visible and on one line, every run of blanks as one space."""
    return " ".join(visible(text).split())


def _mark(character: str) -> str:
    if character in _KEPT or character == "\n" or unicodedata.category(character) == "Zs":
        return character
    if character in _SPACES:
        return _SPACES[character]
    if character < " ":
        return chr(0x2400 + ord(character))
    return "␡" if character == "\x7f" else f"⟨U+{ord(character):04X}⟩"
