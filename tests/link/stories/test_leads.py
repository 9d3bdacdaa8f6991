"""What a report is about: its terms, its headline, what is left out; kept as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from fairs import BRIDGE, reading

from sayso.link.stories import Lead, bands, lead_of
from sayso.link.stories.naming import MOST_CHARACTERS, headline_of
from sayso.report import Report
from sayso.span import Span


def test_names_and_rare_words_come_before_what_every_report_says() -> None:
    lead = lead_of(
        reading(
            "Olm bridge falls",
            "Officials said on Monday that the Olm bridge fell. The government said it will report. Pillars broke.",
        )
    )
    shown = [term.shown for term in lead.terms]
    assert shown[0] == "Olm"
    assert lead.terms[0].name
    assert not {"said", "government", "report", "the"} & set(shown)
    assert shown.index("bridge") < shown.index("broke")


def test_a_lead_is_the_same_after_json() -> None:
    lead = lead_of(reading(*BRIDGE[0]))
    assert Lead.from_json(json.loads(json.dumps(lead.to_json()))) == lead


def test_the_key_is_the_report_s_or_the_given_one() -> None:
    made = reading(*BRIDGE[0])
    assert lead_of(made).key == made.report.key
    assert lead_of(made, key="k1").key == "k1"


def test_furniture_is_not_what_a_report_is_about() -> None:
    made = reading("Olm bridge falls", "Subscribe to our gazette. The Olm bridge fell.")
    hidden = replace(made, report=replace(made.report, furniture=(Span(0, 25),)))
    assert "gazette" in {term.shown for term in lead_of(made).terms}
    assert "gazette" not in {term.shown for term in lead_of(hidden).terms}


def test_a_report_without_words_has_a_lead_and_no_bands() -> None:
    lead = lead_of(reading("", "…", place="a"))
    assert lead.terms == ()
    assert bands(lead) == ()


def test_reports_of_one_happening_share_a_band() -> None:
    ones, others = (set(bands(lead_of(reading(*told)))) for told in BRIDGE[:2])
    assert ones & others
    assert all(0 < band < 2**63 for band in ones | others)
    assert len(ones) <= 28


def test_headlines_lose_the_outlet_and_nothing_else() -> None:
    def named(title: str, outlet: str | None = None) -> str:
        return headline_of(Report(text="x", title=title, outlet=outlet))

    assert named("Olm bridge falls at Kelvar | Hill Echo") == "Olm bridge falls at Kelvar"
    assert named("Olm bridge falls at Kelvar - Vale Star") == "Olm bridge falls at Kelvar"
    assert named("Olm bridge falls at Kelvar – the fen mail", "The Fen Mail") == "Olm bridge falls at Kelvar"
    assert named("Olm bridge falls - ferrymen save nine sailors") == "Olm bridge falls - ferrymen save nine sailors"
    long = named("Olm bridge falls " * 10)
    assert len(long) <= MOST_CHARACTERS + 2
    assert ("Olm bridge falls " * 10).startswith(long.removesuffix(" …"))


def test_without_a_headline_the_first_line_names_it() -> None:
    assert headline_of(Report(text="\nhttp://echo.example/1\nOlm bridge falls.\nMore.")) == "Olm bridge falls"


@pytest.mark.parametrize(
    "address",
    [
        "http : / / www . hillecho . example / 2031 / 05 / barge - sinks . html",
        "https://www.hillecho.example/2031/05/barge-sinks.html",
        "www.hillecho.example/2031/05/barge-sinks.html",
    ],
)
def test_an_address_tells_by_its_path_alone(address: str) -> None:
    told = {term.key for term in lead_of(reading("", f"{address}\nShepherds wept at Kelvar.")).terms}
    assert {"barg", "sink", "shepherd", "kelvar"} <= told
    assert not told & {"http", "https", "www", "hillecho", "exampl", "example", "html"}
    inside = {term.key for term in lead_of(reading("", "Shepherds fled (see https://hillecho.example/barge) at Kelvar.")).terms}
    assert {"barg", "kelvar", "shepherd"} <= inside
    assert not inside & {"https", "hillecho", "exampl", "example"}


def test_what_an_address_leads_to_is_not_the_opening() -> None:
    address = "https://hillecho.example/" + "-".join(["harbour"] * 40)
    weights = {term.key: term.weight for term in lead_of(reading("", f"{address}\nShepherds fled.")).terms}
    plain = {term.key: term.weight for term in lead_of(reading("", "Shepherds fled.")).terms}
    assert weights["shepherd"] == plain["shepherd"]
