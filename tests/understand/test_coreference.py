"""Chains of mentions made by hand, and mentions and zones of Docs made by hand: no model is loaded."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from marked_text import doc_of

from sayso.findings.mention import Label
from sayso.span import Span
from sayso.understand.chains.alike import likeness_in
from sayso.understand.chains.features import Kind
from sayso.understand.chains.from_doc import mentions_of
from sayso.understand.chains.mention import Being, Form, Mention, Role, Zone
from sayso.understand.chains.names import is_same_name
from sayso.understand.chains.resolver import ALIKE, FEATURES, Chains, resolve, weights_of
from sayso.understand.chains.words import PRONOUNS, being_of, gender_of_name, number_of
from sayso.understand.chains.zones import turns, zone_places, zones_of
from sayso.understand.likeness import Likeness

REPORT = [Zone()]


def name(words: str, label: Label, sentence: int = 0, **more: object) -> Mention:
    being = {Label.PER: Being.PERSON, Label.ORG: Being.BODY, Label.LOC: Being.PLACE}[label]
    split = tuple(words.lower().split())
    number = "s" if label is Label.PER else ""
    made = Mention(
        Span(0, len(words)), split, split[-1], Form.NAME, number, gender_of_name(split) if label is Label.PER else "", being, 3, label,
        sentence=sentence,
    )  # fmt: skip
    return made._replace(**more)  # type: ignore[arg-type]


def pronoun(word: str, sentence: int = 0, **more: object) -> Mention:
    person, number, gender, being = PRONOUNS[word]
    made = Mention(
        Span(0, len(word)), (word,), word, Form.PRONOUN, number, gender, being, person, sentence=sentence, role=Role.SUBJECT
    )
    return made._replace(**more)  # type: ignore[arg-type]


def noun(words: str, sentence: int = 0, *, determiner: str = "the", **more: object) -> Mention:
    split = tuple(words.split())
    made = Mention(
        Span(0, len(words)), split, split[-1], Form.NOUN, number_of(split[-1], split), "", being_of(split[-1]), 3, None,
        determiner=determiner, sentence=sentence,
    )  # fmt: skip
    return made._replace(**more)  # type: ignore[arg-type]


def placed(*mentions: Mention) -> list[Mention]:
    """Put mentions behind one another, forty characters apart."""
    found, at = [], 0
    for mention in mentions:
        size = mention.span.end - mention.span.start
        found.append(mention._replace(span=Span(at, at + size), reaches_to=at + size))
        at += size + 40
    return found


def chains(*mentions: Mention, zones: list[Zone] | None = None) -> Chains:
    return resolve(placed(*mentions), zones or REPORT)


SUBJECT = {"role": Role.SUBJECT, "speaks": True}


def test_a_pronoun_follows_the_gender_a_given_name_tells() -> None:
    found = chains(name("Maria Oduya", Label.PER, **SUBJECT), name("Peter Lund", Label.PER), pronoun("she", 1), pronoun("he", 1))
    assert found.names == (0, 1, 0, 1)


def test_no_pronoun_joins_a_person_of_the_other_gender() -> None:
    found = chains(name("Maria Oduya", Label.PER, **SUBJECT), pronoun("he", 1))
    assert found.names[1] == -1 and found.antecedents[1] == -1


def test_a_surname_joins_its_full_name_and_no_other() -> None:
    found = chains(name("Maria Oduya", Label.PER), name("Peter Lund", Label.PER, 1), name("Oduya", Label.PER, 2))
    assert found.chain[2] == found.chain[0] != found.chain[1]


def test_he_is_not_who_says_the_quotation_he_stands_in() -> None:
    zones = [Zone(), Zone(speaker=1, is_quotation=True)]
    found = chains(
        name("Ivan Petrov", Label.PER), name("Peter Lund", Label.PER, 1, **SUBJECT), pronoun("he", 1, zone=1), zones=zones
    )
    assert found.names[2] == 0


def test_i_is_who_says_the_quotation_and_you_is_who_is_told() -> None:
    zones = [Zone(), Zone(speaker=0, addressee=1, is_quotation=True)]
    found = chains(
        name("Maria Oduya", Label.PER, **SUBJECT), name("Peter Lund", Label.PER), pronoun("i", zone=1), pronoun("you", zone=1), zones=zones
    )  # fmt: skip
    assert found.names == (0, 1, 0, 1)


def test_i_of_a_quotation_comes_before_its_speaker() -> None:
    zones = [Zone(), Zone(speaker=1, is_quotation=True)]
    found = chains(pronoun("i", zone=1), name("Maria Oduya", Label.PER, **SUBJECT), zones=zones)
    assert found.antecedents == (1, -1) and found.names == (1, 1)


def test_i_of_the_report_is_nobody_where_nobody_signs() -> None:
    found = chains(name("Maria Oduya", Label.PER), pronoun("i"), pronoun("i", 1))
    assert found.names == (0, -1, -1) and found.antecedents[2] == 1


def test_known_keys_join_and_part_mentions_whatever_their_words() -> None:
    one, other = name("Lund", Label.PER, key="a"), name("Lund", Label.PER, 1, key="b")
    found = chains(one, other, noun("ministry", 1, key="a"))
    assert found.chain[2] == found.chain[0] != found.chain[1]


def test_an_appositive_joins_its_name() -> None:
    outer = name("Maria Oduya", Label.PER, span=Span(0, 29), reaches_to=11)
    inner = noun("minister")._replace(span=Span(13, 25), reaches_to=25)
    assert resolve([outer, inner], REPORT).chain == (0, 0)


def test_a_spokesman_for_somebody_is_not_him() -> None:
    outer = noun("spokesman", determiner="a")._replace(span=Span(0, 27), reaches_to=11)
    inner = name("Maria Oduya", Label.PER, span=Span(16, 27), reaches_to=27)
    assert resolve([outer, inner], REPORT).chain == (0, 1)


def test_likeness_by_an_encoder_adds_to_the_score() -> None:
    mentions = placed(name("Ivan Petrov", Label.PER), name("Peter Lund", Label.PER, **SUBJECT), pronoun("he", 1))
    assert resolve(mentions, REPORT, similarity=lambda i: [90.0, 0.0, 0.0]).names[2] == 0
    assert resolve(mentions, REPORT, similarity=lambda i: [0.0, 90.0, 0.0]).names[2] == 1


def kept(plain: list[float], hidden: dict[str, list[object]], *features: str) -> dict[str, object]:
    """Make the contents of a file of weights, the same for every kind of mention."""
    return {"features": list(features), **dict.fromkeys(Kind, {"plain": plain, **hidden})}


def test_a_score_is_a_sum_and_what_a_hidden_layer_adds() -> None:
    scorer = weights_of(kept([2.0], {"inner": [[3.0]], "bias": [-1.0], "outer": [5.0]}, ALIKE))[Kind.THEY]
    rows = np.zeros((2, len(FEATURES)))
    rows[1, FEATURES.index(ALIKE)] = 1.0
    assert scorer.scores(rows) == pytest.approx([5 * np.tanh(-1.0), 2 + 5 * np.tanh(2.0)])


def test_weights_without_a_hidden_layer_are_a_sum_and_other_features_weigh_nothing() -> None:
    scorer = weights_of(kept([2.0, 7.0], {"inner": [], "bias": [], "outer": []}, ALIKE, "of another version"))[Kind.THEY]
    assert scorer.scores(np.ones((1, len(FEATURES)))) == pytest.approx([2.0])


@pytest.mark.parametrize(
    ("later", "earlier", "label", "same"),
    [
        ("Oduya", "Maria Oduya", Label.PER, True),
        ("Mrs Oduya", "Maria Oduya", Label.PER, True),
        ("President Oduya", "Maria Oduya", Label.PER, True),
        ("Maria", "Maria Oduya", Label.PER, True),
        ("Anna Oduya", "Peter Oduya", Label.PER, False),
        ("WHO", "World Health Organization", Label.ORG, True),
        ("Finance Ministry", "Defence Ministry", Label.ORG, False),
        ("North Borland", "South Borland", Label.LOC, False),
    ],
)  # fmt: skip
def test_names_by_their_words(later: str, earlier: str, label: Label, same: bool) -> None:
    assert is_same_name(name(later, label), name(earlier, label)) is same


def test_mentions_tell_what_they_are() -> None:
    doc = doc_of("[S:{PER:Maria Oduya}] [Q:said] [C:the two ministers met]. The ministry denied it.")
    spans = [
        Span(*(doc.text.index(w), doc.text.index(w) + len(w))[0:2]) for w in ("Maria Oduya", "the two ministers", "The ministry")
    ]
    person, plural, body = mentions_of(doc, spans, zone_places(doc))
    assert (person.gender, person.being, person.speaks, person.role) == ("f", Being.PERSON, True, Role.SUBJECT)
    assert (plural.number, plural.being, plural.determiner) == ("p", Being.PERSON, "the")
    assert (body.number, body.being, body.speaks, body.words) == ("s", Being.BODY, True, ("ministry",))


def test_turns_of_a_transcript_have_their_labels_voice() -> None:
    doc = doc_of("Ana Reyes: Who are you?\n\nTomas Vidal: I am the new guard.\n\nAna Reyes: I see.")
    places = zone_places(doc)
    labels = [Span(t.start, doc.text.index(":", t.start)) for t in turns(doc)]
    mentions = mentions_of(doc, labels, places)
    zones = zones_of(doc, places, mentions)
    assert [zone.speaker for zone in zones] == [None, 0, 1, 2]
    assert [zone.addressee for zone in zones][2] == 0


def test_a_report_with_one_colon_is_no_transcript() -> None:
    doc = doc_of("Photo: the bridge.\n\nIt fell on Monday.\n\nNobody was hurt.\n\nIt was old.")
    assert turns(doc) == []


def test_the_antecedent_head_tips_the_scale_between_two() -> None:
    doc = doc_of("{PER:Ada Okoro} met {PER:Mary Lind}. She said the pier was shut.")
    spans = [Span(0, 9), Span(14, 23), Span(25, 28)]
    made = mentions_of(doc, spans, zone_places(doc))
    zones = zones_of(doc, zone_places(doc), made)
    for favoured in (0, 1):
        later, earlier = np.zeros((len(doc.tokens), 4), np.float16), np.zeros((len(doc.tokens), 4), np.float16)
        later[made[2].token], earlier[made[favoured].token] = 20, 20
        alike = likeness_in(replace(doc, likeness=Likeness(later, earlier)), made)
        assert alike is not None
        assert alike(2)[favoured] == pytest.approx(800)
        assert resolve(made, zones, similarity=alike).antecedents[2] == favoured


def test_without_the_head_nothing_is_added() -> None:
    doc = doc_of("{PER:Ada Okoro} slept.")
    assert likeness_in(doc, mentions_of(doc, [Span(0, 9)], zone_places(doc))) is None


def test_whose_remarks_follow_says_i() -> None:
    doc = doc_of("Remarks by {PER:Ada Okoro} at the harbour\n\nI said in May that the pier would open.")
    made = mentions_of(doc, [Span(11, 20), Span(doc.text.index("I said"), doc.text.index("I said") + 1)], zone_places(doc))
    assert resolve(made, zones_of(doc, zone_places(doc), made)).names[1] == 0


def test_a_statement_by_somebody_told_of_later_is_no_narrators() -> None:
    doc = doc_of(
        "I was there.\n\nIt rained.\n\nWe left.\n\nA statement by {PER:Ada Okoro} denied it, and nobody knew why it had come."
    )
    start = doc.text.index("Ada")
    made = mentions_of(doc, [Span(0, 1), Span(start, start + 9)], zone_places(doc))
    assert resolve(made, zones_of(doc, zone_places(doc), made)).names[0] == -1
