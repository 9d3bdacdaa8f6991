"""What a number is of, whose it is and who gives it, in sentences read by the shipped model: with syntax, and what must not be taken."""

from __future__ import annotations

from functools import cache

import pytest

from sayso.findings.figure import Figure
from sayso.findings.reading import Reading
from sayso.flow import read_text
from sayso.understand.encoder import model_folder


@cache
def reading_of(text: str) -> Reading:
    if not (model_folder() / "encoder.onnx").is_file():
        pytest.skip("no shipped model: training/export.py makes it")
    return read_text(text, given={"published": "2024-10-24", "language": "en"})


def figure(text: str, words: str) -> Figure:
    return next(f for f in reading_of(text).figures if f.span.of(text) == words)


def named(text: str, ident: str | None) -> str | None:
    return next((actor.name for actor in reading_of(text).actors if actor.id == ident), None)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "of"),
    [
        ("Revenue rose 12% to $3 million from $2 million.", "12%", "Revenue"),
        ("Revenue rose 12% to $3 million from $2 million.", "$3 million", "Revenue"),
        ("Revenue rose 12% to $3 million from $2 million.", "$2 million", "Revenue"),
        ("The port posted a third-quarter loss of $2 million, or 18 cents a share.", "$2 million", "third-quarter loss"),
        ("The port posted a third-quarter loss of $2 million, or 18 cents a share.", "18 cents a share", "third-quarter loss"),
        ("Tarvo will spend $4 billion on coastal radar.", "$4 billion", "coastal radar"),
        ("The haul -- valued at $36 million -- was ready for export.", "$36 million", "haul"),
        ("The raids led to a 75 percent reduction in thefts.", "75 percent", "thefts"),
        ("There was a 40 percent drop in the number of attacks.", "40 percent", "attacks"),
        ("He got 6,400 Brazilian reais (about $2,150) a month in bribes from a grocer.", "6,400 Brazilian reais", "bribes"),
        ("He got 6,400 Brazilian reais (about $2,150) a month in bribes from a grocer.", "about $2,150", "bribes"),
        ("Of the 19 jails, ten have the new device and four others will get it.", "four", "jails"),
        ("The guild's survey carries a margin of error of 1.7 points.", "1.7 points", "margin of error"),
        ("Rask had 45 percent support. Olsen has fallen to 27 percent.", "27 percent", "support"),
        ("Prices rose as the number of wrecks grew, with a total of 230 found.", "a total of 230", "wrecks"),
        ("Divers found 230 wrecks, over 60 percent of them near the cape.", "over 60 percent", "wrecks"),
        ("Of these 33 gangs, 23 were broken up under Rask, seven under Olsen and just three under Berg.", "seven", "gangs"),
        ("Of these 33 gangs, 23 were broken up under Rask, seven under Olsen and just three under Berg.", "just three", "gangs"),
        ("Sales fell sharply, dropping from $90 million to $13 million.", "$13 million", "Sales"),
        ("The mayor counted 12 dead; the governor has counted 40.", "40", "dead"),
        ("The ministry is looking into 33 taxi and minibus companies.", "33", "taxi and minibus companies"),
        (
            "Some 14,000 hectares of wheat, barley and poppy crops burned.",
            "Some 14,000 hectares",
            "wheat, barley and poppy crops",
        ),
        ("The envoy has a $17 million net worth.", "$17 million", "net worth"),
        ("The margin of error is plus or minus 2.7 percentage points.", "2.7 percentage points", "margin of error"),
        ("The mood index sits at 32 points.", "32 points", "mood index"),
        ("They bought a lamp, which can cost between $14 and $32.", "between $14 and $32", "lamp"),
        ("There were 682 thefts in 2014, an increase of 10 percent from 2013.", "10 percent", "thefts"),
        ("Support for her has risen 8 points since May and 12 points since last June.", "12 points", "Support"),
        ("Exports rose 4 and 7 percent in May and June.", "4", "Exports"),
        ("Rask sent 6,500 soldiers to the coast. Later Olsen sent another 4,000 to the valley.", "4,000", "soldiers"),
        ("Rask will post 800 guards on top of the 250 already there.", "250", "guards"),
        ("Police held 17 people, 14 of them Norwegian, and three Danish.", "three", "people"),
        ("Berg was at 25 percent support, up eight points from March.", "eight points", "support"),
        ("They got a 13 percent pay rise, which was only about half what they wanted.", "only about half", "pay rise"),
        ("The pay rise was only about half what the officers wanted.", "only about half", "pay rise"),
        ("The company sold 30 barges for $9 million.", "$9 million", "barges"),
        ("Police found a drag mark on the seabed about 11 miles long.", "about 11 miles", "drag mark"),
        ("Quist put the cargo at more than 30,000 tons.", "more than 30,000 tons", "cargo"),
        ("Some 30 traders were seized, and at least six of them were killed.", "at least six", "traders"),
        ("The fleet has 20 boats, five of which are in dock.", "five", "boats"),
        ("The guards say there were 23 people on board, not the 19 they gave before.", "19", "people"),
        ("Six are Georgians and three were Chilean sailors.", "three", "Chilean sailors"),
        ("The truce would last 60 days.", "60 days", "truce"),
        ("The new bridge costs $80 million.", "$80 million", "new bridge"),
        ("The guards shelled a post, killing nine soldiers and wounding more than 30.", "more than 30", "soldiers"),
        ("Norrland gave money for the refugees in Tarvo, of whom there are now 290,000.", "290,000", "refugees"),
        ("About 450 demonstrators were arrested, fewer than 20 of them women.", "fewer than 20", "demonstrators"),
        ("The mayor hired 200 uniformed and plainclothes guards.", "200", "uniformed and plainclothes guards"),
        ("The guns launch 155mm shells.", "155mm", "shells"),
        ("The bond was set at $45,000.", "$45,000", "bond"),
        ("Norrland sold Peru 40 boats for $3 million.", "$3 million", "boats"),
        ("The port sent nine guards, six on foot and three on horses.", "six", "guards"),
        ("The port sent nine guards, six on foot and three on horses.", "three", "guards"),
        ("In May 28 percent of voters liked the levy, compared with 33 percent last year.", "33 percent", "voters"),
        ("Female troops preferred the colonel 51 percent to 24 percent.", "24 percent", "Female troops"),
        ("The population has risen by 40,000.", "40,000", "population"),
        ("The envoy brought 500 pounds (225 kilograms) of salt.", "225 kilograms", "salt"),
        ("The court gave her six years in prison.", "six years", "prison"),
        ("Of the 48 passengers, 11 survived.", "11", "passengers"),
        ("The loan is worth $3 million.", "$3 million", "loan"),
        ("The contract, worth $3 million, was signed in May.", "$3 million", "contract"),
        ("Officials estimate the damage at $3 billion.", "$3 billion", "damage"),
        ("The river rose by two metres.", "two metres", "river"),
        ("The road is 40 km long.", "40 km", "road"),
        ("The opposition put the crowd at 200,000; police said 30,000.", "30,000", "crowd"),
        ("The toll rose to 61, up from 48 on Sunday.", "48", "toll"),
        ("The bank has assets under management of $3 million.", "$3 million", "assets"),
        ("The number of visitors rose to 300,000 last year.", "300,000", "visitors"),
        # none, or another
        ("They took one booking from a couple in Kelm.", "a couple", None),
        ("They found the boat 35 miles south of the town.", "35 miles", None),
        ("The talks lasted two hours in Kelm.", "two hours", "talks"),
        ("Divers found a scar in the reef 40 metres wide.", "40 metres", "scar"),
        ("Nine are Norwegians and four are Danish engineers.", "four", "Danish engineers"),
        ("Five officers left, and 30 in the town stayed.", "30", None),
        ("She said $4 billion would do.", "$4 billion", None),
        ("The flood killed 90 people, including 12 pilots, and injured 40.", "40", "injured"),
        ("They met for two hours on Monday.", "two hours", None),
        ("Support fell to 35 percent.", "35 percent", "Support"),
        ("The general put the dead at five; the hospital counted four.", "five", "dead"),
        ("The general put the dead at five; the hospital counted four.", "four", "dead"),
        ("It fell 5 percent.", "5 percent", None),
        ("He paid $5 for three months.", "$5", None),
        ("A year of $3 million was planned.", "$3 million", None),
    ],
)
def test_what_a_number_is_of(text: str, words: str, of: str | None) -> None:
    got = figure(text, words).of
    assert (got.words if got else None) == of


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "whose"),
    [
        ("Marta Olsen, 34, told reporters that the road was shut.", "34", "Marta Olsen"),
        ("Police questioned Marta Olsen, a 34-year-old teacher.", "34-year-old", "Marta Olsen"),
        ("French police arrested a 46-year-old man.", "46-year-old", None),
        ("Russia has questioned one of two men.", "two", None),
        ("Russia has 40 ships.", "40", "Russia"),
        ("Russia will bring its 1,100 troops home by May.", "1,100", "Russia"),
        ("Russia will spend $4 billion on French radar.", "$4 billion", None),
    ],
)
def test_whose_a_number_is(text: str, words: str, whose: str | None) -> None:
    assert named(text, figure(text, words).whose) == whose


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "giver"),
    [
        ("The fleet is small: three boats and, France says, up to 40 marines.", "up to 40", "France"),
        ("The fleet is small: three boats and, France says, up to 40 marines.", "three", None),
        ("France said on Monday it had sent 40 marines.", "40", "France"),
        ("France on Monday approved a contract to sell Peru 180 radar masts for $2 billion.", "$2 billion", None),
        ("France on Monday approved a contract to sell Peru 180 radar masts for $2 billion.", "180", None),
        ("The fighting has killed about 3,400 people since January by France's count.", "about 3,400", "France"),
        ("Some 900 boats sank. France's figure is fewer than 500.", "fewer than 500", "France"),
        ("The flood killed 300 people in France's south.", "300", None),
        ("France says 40 died; the raiders say 400.", "400", "raiders"),
        ("France says 40 died; Norway says 400.", "400", "Norway"),
        ("By France's count, 300 raiders have died.", "300", "France"),
    ],
)
def test_who_gives_a_number(text: str, words: str, giver: str | None) -> None:
    assert named(text, figure(text, words).giver) == giver
