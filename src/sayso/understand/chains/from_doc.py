"""Doc and spans → mentions, each described by its own words, its place and its clause."""

from __future__ import annotations

from collections.abc import Sequence

from ...findings.mention import Label
from ...span import Span
from ..doc import Doc
from .mention import Being, Form, Mention
from .parse import Parse, Phrase
from .words import (
    OWNERS,
    PRONOUNS,
    being_of,
    being_of_label,
    gender_of,
    gender_of_name,
    number_of,
)
from .zones import INTRODUCES, is_label, zone_at

_DETERMINERS = {
    **dict.fromkeys(("the",), "the"),
    **dict.fromkeys(("a", "an", "some", "another", "any", "no", "every", "each"), "a"),
    **dict.fromkeys(("this", "that", "these", "those"), "this"),
    **dict.fromkeys(OWNERS, "my"),
}
_MARKS = ("'s", "’s", "'", "’", "s")


def mentions_of(doc: Doc, spans: Sequence[Span], zones: Sequence[Span]) -> list[Mention]:
    """Describe the words of each span, in the order given; a span without a token of its own is described as a thing."""
    parse = Parse(doc)
    return [_mention(doc, parse, span, zones) for span in spans]


def _mention(doc: Doc, parse: Parse, span: Span, zones: Sequence[Span]) -> Mention:
    tokens = doc.tokens_in(span)
    place = (doc.sentence_number(span.start), doc.paragraph_number(span.start), zone_at(zones, span.start))
    if not len(tokens):
        words = tuple(span.of(doc.text).lower().split()) or ("",)
        return Mention(span, words, words[-1], Form.NOUN, sentence=place[0], paragraph=place[1], zone=place[2])
    phrase = parse.phrase(tokens)
    head = parse.words[phrase.head]
    labels = is_label(doc, span)
    shape = Form.NAME if labels else _form_of(doc, phrase, head)
    words = _words(parse, phrase)
    label = _label(doc, phrase) if shape is Form.NAME else None
    person, number, gender, being = _nature(shape, head, words, label)
    return Mention(
        span, words, head, shape, number, gender, being, person, label, parse.role(phrase),
        _DETERMINERS.get(parse.words[phrase.first], "") if shape is Form.NOUN else "",
        place[0], place[1], place[2], parse.speaks(phrase), doc.tokens[phrase.core - 1].end,
        person == 3 and INTRODUCES.search(doc.text, max(0, span.start - 24), span.start) is not None,
        parse.follows_noun(phrase),
        parse.is_predicate(phrase),
        labels,
        token=phrase.head,
    )  # fmt: skip


def _form_of(doc: Doc, phrase: Phrase, head: str) -> Form:
    if head in PRONOUNS:
        return Form.PRONOUN
    tag = doc.pos[phrase.head]
    if tag == "PRON":
        return Form.PRONOUN
    return Form.NAME if tag == "PROPN" else Form.NOUN


def _words(parse: Parse, phrase: Phrase) -> tuple[str, ...]:
    inside = [parse.words[i] for i in range(phrase.first, phrase.core)]
    kept = [word for word in inside if word not in _MARKS and (word[0].isalnum() or len(word) > 1)]
    while len(kept) > 1 and kept[0] in _DETERMINERS:
        kept = kept[1:]
    return tuple(kept) or (parse.words[phrase.head],)


def _label(doc: Doc, phrase: Phrase) -> Label | None:
    """Give the label of the last name that the entity head found in what the head word governs."""
    core = Span(doc.tokens[phrase.first].start, doc.tokens[phrase.core - 1].end)
    found = [n for n in doc.names_near(core, reach=0) if n.span.overlaps(doc.tokens[phrase.head])]
    return found[-1].label if found else None


def _nature(form: Form, head: str, words: tuple[str, ...], label: Label | None) -> tuple[int, str, str, Being]:
    """Give person, number, gender and being."""
    if form is Form.PRONOUN:
        return PRONOUNS.get(head, (3, "", "", Being.UNKNOWN))
    if form is Form.NOUN:
        return 3, number_of(head, words), gender_of((), head), being_of(head)
    being = being_of_label(label)
    number = "p" if "and" in words else "" if being is not Being.PERSON else "s"
    gender = gender_of_name(words) if being in (Being.PERSON, Being.UNKNOWN) else ""
    if being is Being.UNKNOWN and gender:
        being = Being.PERSON
    return 3, number, gender, being
