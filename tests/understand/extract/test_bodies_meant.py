"""Which words call a body, what a title is, and how a body hangs together with it: the signs by which it is chosen."""

from __future__ import annotations

from sayso.report import Report
from sayso.understand.analysis import encoder, known_of
from sayso.understand.extract.bodies_meant import NOBODY, BodiesMeant
from sayso.understand.extract.body_mentions import bare_words
from sayso.understand.first_pass import make_doc


def meant_in(text: str) -> BodiesMeant:
    doc = make_doc(Report(text), encoder())
    return BodiesMeant(doc, known_of(doc).cast)


def test_a_kind_joins_the_body_named_before() -> None:
    meant = meant_in("The Relief Party lost two seats. The party blamed the rain, and the club of Oslo won.")
    (party,) = [body for body in meant.bodies.values() if body.part is not None and body.part.name == "Relief Party"]
    assert len(party.places) == 2


def test_bare_words_leave_article_and_owner_out() -> None:
    assert bare_words("the army's 18th Brigade") == "18th Brigade"
    assert bare_words("its coast guard") == "coast guard"


def test_signs_tell_what_somebody_leads_and_never_whom_he_fights() -> None:
    meant = meant_in(
        "General Ole Brandt, who commands the Norvik Brigade, met Tom Berg, who commands troops fighting the Dawn Front."
    )
    people = {part.name: part for part in meant.cast.parts.values()}
    table = meant.signs(people["Ole Brandt"], meant.title(people["Ole Brandt"]))
    led = [key for key, signs in table.items() if "link leads" in signs]
    assert [meant.bodies[key].words.of(meant.doc.text) for key in led] == ["Norvik Brigade"] and NOBODY in table
    fought = meant.signs(people["Tom Berg"], meant.title(people["Tom Berg"]))
    assert all("Dawn" not in meant.bodies[key].words.of(meant.doc.text) for key in fought if key != NOBODY)


def test_a_title_has_a_sort_and_an_owner() -> None:
    meant = meant_in("The union called a strike. Its spokesman, Captain Ole Brandt, said so.")
    person = next(part for part in meant.cast.parts.values() if part.name == "Ole Brandt")
    title = meant.title(person)
    assert (title.sort, title.owner, title.is_named) == ("speak", "its", True)
