"""Makes chains.jsonl: 50 chains of made-up reports, each with its origins, from stories.json by a seeded script.

usage: python benchmarks/origins/make.py [--check]
    --check  write nothing; exit 1 where chains.jsonl is not what this script makes
Both parts are made here: who writes rules for origins does not open this file or stories.json.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Row = dict[str, Any]
TOWNS = (
    "Pell Aldmoor Brisk Carrow Dorn Eastry Farrow Glim Hask Imber Jarrow Kestle Larne Morrow Nettle Ostry Perrin Quarn".split()
)
PAPERS = "Gazette Tribune Courier Monitor Dispatch".split()
AGENCIES = {
    "Reuters": ("Reuters", "(Reuters)"), "Agence France-Presse": ("AFP", "(AFP)"), "Associated Press": ("AP", "(AP)"),
    "Deutsche Presse-Agentur": ("dpa", "(dpa)"), "Anadolu Agency": ("Anadolu", "(AA)"),
}  # fmt: skip
OWN = (
    "{Claim}, our correspondent in {place} has established.",
    "{Claim}, the {outlet} has learned from its own reporters in {place}.",
    "A reporter of the {outlet} who is in {place} found that {claim}.",
    "{Claim}. Our reporter in {place} writes so from what she saw there.",
)
CITING = (
    "{Claim}, the {source} reports.", "According to the {source}, {claim}.", "The {source} writes that {claim}.",
    "{Claim}, according to a report in the {source}.", "Citing no other source than the {source}, local radio says that {claim}.",
)  # fmt: skip
SAID = (
    "{Claim}, {name}, {office}, said.", "{name}, {office}, told reporters that {claim}.", "“{Claim},” said {name}, {office}.",
    "At a briefing {name}, who is {office}, announced that {claim}.", "{Office}, {name}, confirmed that {claim}.",
    "{name} said on behalf of {body} that {claim}.", "{Claim}: that is what {name}, {office}, told the press.",
)  # fmt: skip
TOLD = (
    "{Claim}, {name}, {office}, told the {source}.", "{name}, {office}, told the {source} that {claim}.",
    "“{Claim},” {name} told the {source}.", "In remarks to the {source}, {name}, {office}, said that {claim}.",
)  # fmt: skip
LOCAL = (
    "Local media reported that {claim}.",
    "{Claim}, local media in {place} said.",
    "{Claim}, a newspaper in {place} reported.",
)
HIDDEN = ("{Claim}, an official who asked not to be named told the {outlet}.", "{Claim}, the {outlet} was told by a person close to the matter.")  # fmt: skip


def capital(words: str) -> str:
    """Give words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


class Chain:
    """One chain while it is made: reports in order of publication, and the origins they carry."""

    def __init__(self, ident: str, template: str, story: Row, rng: random.Random) -> None:
        self.ident, self.template, self.story, self.rng = ident, template, story, rng
        names = [f"{town} {paper}" for town in TOWNS for paper in PAPERS]
        self.outlets = iter(rng.sample(names, len(names)))
        self.reports: list[Row] = []
        self.origins: dict[str, Row] = {}
        self.claim: tuple[int, list[int]] | None = None

    def origin(self, name: str | None, kind: str, *names: str) -> str:
        """Note an origin and give its key."""
        key = name or kind
        self.origins.setdefault(key, {"name": name, "names": [*([name] if name else []), *names], "kind": kind, "carriers": []})
        return key

    def actor(self, which: str = "speaker") -> str:
        """Note a speaker of the story, whose body counts as the same origin."""
        name, _, body = self.story[which]
        return self.origin(name, "actor", name.split()[-1], body)

    def outlet(self, name: str) -> str:
        """Note an outlet that stands behind what it writes."""
        return self.origin(name, "outlet", f"The {name}")

    def words(self, form: str, *, wording: int | None = None, **more: str) -> str:
        """Fill a form with one wording of the claim, a random one unless it is given by number."""
        claims = self.story["claims"]
        claim = self.rng.choice(claims) if wording is None else claims[wording % len(claims)]
        name, office, body = self.story[more.pop("which", "speaker")]
        given = {"place": self.story["place"], "name": name, "office": office, "Office": capital(office), "body": body, **more}
        return capital(form.format(claim=claim, Claim=capital(claim), **given))

    def add(self, outlet: str, leads: list[str], carries: list[str], *, day: int = 0, **more: str) -> int:
        """Add a report; gives its number. `more`: title, url, before, after, body."""
        about = self.rng.sample(self.story["background"], self.rng.randint(1, 3))
        lead = " ".join(leads)
        text = more.get("body") or f"{more.get('before', '')}{lead}\n\n{' '.join(about)}{more.get('after', '')}"
        number = len(self.reports)
        slug = outlet.lower().replace(" ", "-")
        row = {
            "outlet": outlet,
            "url": more.get("url") or f"https://{slug}.example/{self.story['key']}-{number + 1}",
            "published": (date.fromisoformat(self.story["day"]) + timedelta(days=day)).isoformat(),
            "title": more.get("title") or self.rng.choice(self.story["titles"]),
            "text": text,
        }
        self.reports.append(row)
        for key in carries:
            self.origins[key]["carriers"].append(number)
        if carries and self.claim is None:
            self.claim = (number, self.place_of_claim(text))
        return number

    def place_of_claim(self, text: str) -> list[int]:
        """Give where a text tells the claim."""
        places = ((text.lower().find(claim.lower()), len(claim)) for claim in self.story["claims"])
        start, length = min(place for place in places if place[0] >= 0)
        return [start, start + length]

    def row(self) -> Row:
        """Give the chain as a line of the file: reports shuffled, so that their order tells nothing."""
        order = self.rng.sample(range(len(self.reports)), len(self.reports))
        names = {old: f"r{new + 1:02d}" for new, old in enumerate(order)}
        origins = [origin | {"carriers": sorted(names[n] for n in origin["carriers"])} for origin in self.origins.values()]
        number, span = self.claim or (0, [0, 0])
        return {
            "id": self.ident,
            "claim": {"report": names[number], "span": span},
            "reports": [{"id": names[old], **self.reports[old]} for old in order],
            "origins": origins,
            "template": self.template,
            "part": self.story["part"],
        }

    # what several templates share

    def new(self) -> str:
        """Give the next outlet."""
        return next(self.outlets)

    def own(self, outlet: str, also: str = "", carries: tuple[str, ...] = ()) -> None:
        """Add a report of an outlet that found it out itself, in a form, wording and background no other such report has."""
        number = len(self.reports)
        lead = self.words(OWN[number % len(OWN)], wording=number, outlet=outlet)
        body = f"{lead}{also}\n\n{self.story['background'][number % 5]}"
        self.add(outlet, [], [self.outlet(outlet), *carries], body=body)

    def citing(self, source: str, carries: list[str], *, day: int = 1) -> str:
        """Add a report that has it from another outlet; gives its outlet."""
        outlet = self.new()
        self.add(outlet, [self.words(self.rng.choice(CITING), source=source)], carries, day=day)
        return outlet

    def said(self, count: int, which: str = "speaker", *, also: list[str] | None = None, day: int = 0) -> None:
        """Add reports that quote a speaker, each in its own words."""
        for _ in range(count):
            leads = [self.words(self.rng.choice(SAID), which=which)]
            self.add(self.new(), [*leads, *(also or [])], [self.actor(which)], day=day + self.rng.randint(0, 1))

    def bystanders(self, count: int) -> None:
        """Add reports of the same place that do not tell the claim, and one that denies it."""
        title, text = self.story["other"]
        for _ in range(count):
            self.add(self.new(), [], [], title=title, body=f"{text} {self.rng.choice(self.story['background'])}", day=1)
        self.add(self.new(), [], [], title=f"Denial from {self.story['place']}", body=self.story["denial"], day=1)


def citing_chain(chain: Chain, size: int) -> None:
    first = chain.new()
    chain.own(first)
    source = first
    for step in range(size - 1):
        source = chain.citing(source if step % 2 == 0 else first, [first], day=1 + step // 3)


def told_name(chain: Chain, size: int) -> None:
    first = chain.new() if size % 2 else "Yonhap"
    for number in range(size):
        lead = chain.words(chain.rng.choice(TOLD), source=first).replace("the Yonhap", "Yonhap")
        chain.add(chain.new() if number else first, [lead], [chain.actor()], day=min(number, 1))


def two_officials(chain: Chain, size: int) -> None:
    chain.said(size // 2)
    chain.said(size - size // 2 - 1, "second")
    one = chain.words(SAID[0])
    other = chain.words("{name}, {office}, said the same.", which="second")
    chain.add(chain.new(), [one, other], [chain.actor(), chain.actor("second")], day=1)


def local_media(chain: Chain, size: int) -> None:
    local = chain.story["local"]
    if size % 2:  # a paper of the place is among the reports; else nobody knows which media those are
        chain.own(local)
        key = chain.outlet(local)
    else:
        key = chain.origin(None, "unnamed", "local media")
    for _ in range(size - size % 2):
        chain.add(chain.new(), [chain.words(chain.rng.choice(LOCAL))], [key], day=1)


def press_release(chain: Chain, size: int) -> None:
    body = chain.story["speaker"][2]
    release = chain.words("{Claim}. “We have nothing to hide,” said {name}, {office}.") + f" {chain.story['background'][0]}"
    chain.add(capital(body), [], [chain.actor()], body=f"Press release of {body}\n\n{release}", title=f"Statement of {body}")
    for _ in range(size - 1):
        chain.add(chain.new(), [], [chain.actor()], body=f"By our staff\n\n{release}", day=1)


def noise(chain: Chain, size: int) -> None:
    first = chain.new()
    chain.own(first)
    for _ in range(size - 5):
        chain.citing(first, [first])
    chain.bystanders(3)


def own_correspondents(chain: Chain, size: int) -> None:
    outlets = [chain.new() for _ in range(size - 2)]
    for outlet in outlets:
        chain.own(outlet)
    for outlet in outlets[:2]:
        chain.citing(outlet, [outlet])


def wire(chain: Chain, size: int, agency: str, *, names: bool = False) -> str:
    """Add reprints of one agency's text: cut, with other headlines, and with its credit in several places."""
    short, mark = AGENCIES[agency]
    key = chain.origin(agency, "agency", short)
    place, claim = chain.story["place"].upper(), chain.words("{Claim}")
    more = chain.story["background"]
    for number in range(size):
        told = " ".join(more[: chain.rng.randint(1, len(more))])
        bodies = [
            f"{place} {mark} - {claim}. {told}",
            f"{claim}. {told}\n\n— {agency}",
            f"By {short}\n\n{place} — {claim}. {told}",
        ]
        if not names:  # also one without any credit, which only its words give away
            bodies += [f"{place}, {mark}: {claim}. {told}", f"{claim}. {told}"]
        chain.add(chain.new(), [], [key], body=bodies[number % len(bodies)], day=number // 12)
    return key


def wire_thirty(chain: Chain, size: int) -> None:
    wire(chain, size, chain.rng.choice(("Reuters", "Agence France-Presse", "Associated Press")))


def agency_two_names(chain: Chain, size: int) -> None:
    names = ("Agence France-Presse", "Deutsche Presse-Agentur", "Anadolu Agency")
    agency = names[size % 3]
    key = wire(chain, size - 3, agency, names=True)
    for name in (agency, AGENCIES[agency][0], agency):
        form = "{Claim}, {source} reported." if name != agency else "According to {source}, {claim}."
        chain.add(chain.new(), [chain.words(form, source=name)], [key], day=1)


def spokesperson_thirty(chain: Chain, size: int) -> None:
    chain.said(size)


def two_that_copy(chain: Chain, size: int) -> None:
    one, other = chain.new(), chain.new()
    keys = [chain.outlet(one), chain.outlet(other)]
    for mine, theirs in ((one, other), (other, one)):
        chain.own(mine, f" The {theirs} reports the same.", (theirs,))
    for number in range(size - 2):
        if number % 3 == 2:
            chain.add(chain.new(), [chain.words(f"{{Claim}}, the {one} and the {other} report.")], keys, day=1)
        else:
            chain.citing((one, other)[number % 2], [keys[number % 2]])


def ring(chain: Chain, size: int) -> None:
    outlets = [chain.new() for _ in range(3 + size % 2)]
    key = chain.origin(None, "untraced")
    for number, outlet in enumerate(outlets):
        chain.add(outlet, [chain.words(chain.rng.choice(CITING[:4]), source=outlets[number - 1])], [key])
    for _ in range(size - len(outlets)):
        chain.citing(chain.rng.choice(outlets), [key])


def ring_and_one(chain: Chain, size: int) -> None:
    ring(chain, size - 2)
    alone = chain.new()
    chain.own(alone)
    chain.citing(alone, [alone])


def translated(chain: Chain, size: int) -> None:
    claims = chain.story["claims"]
    name, office, _ = chain.story["speaker"]
    for number in range(size):
        quoted = capital(claims[number % len(claims)])
        forms = (
            f"“{quoted},” {name}, {office}, said in remarks translated by our staff.",
            f"“{quoted},” {name} was quoted as saying, in the translation of a reader.",
            f"In our rendering of the words, {name}, {office}, said: “{quoted}.”",
        )
        chain.add(chain.new(), [forms[number % 3]], [chain.actor()], day=number % 2)


def page_update(chain: Chain, size: int) -> None:
    first = chain.new()
    url = f"https://{first.lower().replace(' ', '-')}.example/live/{chain.story['key']}"
    versions = size // 2
    lead = chain.words(chain.rng.choice(OWN), outlet=first)
    for number in range(versions):
        news = "".join(f"\n\nUpdate {n + 1}: {chain.story['background'][n]}" for n in range(number))
        title = f"{chain.story['titles'][0]} (live)"
        chain.add(first, [], [chain.outlet(first)], url=url, body=f"{lead}{news}", title=title, day=number // 2)
    for _ in range(size - versions):
        chain.citing(first, [first])


def unnamed_sources(chain: Chain, size: int) -> None:
    keys = []
    for number, form in enumerate(HIDDEN):
        outlet = chain.new()
        keys.append(chain.outlet(outlet))
        lead = chain.words(form, wording=number, outlet=outlet)
        chain.add(outlet, [], keys[-1:], body=f"{lead}\n\n{chain.story['background'][number]}")
    for number in range(size - 2):
        chain.citing(keys[number % 2], [keys[number % 2]])


def denial(chain: Chain, size: int) -> None:
    chain.said(size - 4)
    chain.bystanders(1)
    name, office, _ = chain.story["second"]
    for text in (f"{name}, {office}, would not comment on the report.", f"{name} could not confirm the report."):
        chain.add(chain.new(), [], [], title="No word on the report", body=text, day=1)


def mixed(chain: Chain, size: int) -> None:
    key = wire(chain, size - 6, "Associated Press")
    first = chain.new()
    chain.own(first)
    chain.citing(first, [first])
    chain.said(3)
    both = [chain.words("{Claim}, AP reports."), chain.words("{name}, {office}, says so too.")]
    chain.add(chain.new(), both, [key, chain.actor()], day=1)


def post(chain: Chain, size: int) -> None:
    name, office, _ = chain.story["speaker"]
    forms = (
        "{Claim}, {name}, {office}, wrote on Telegram.", "In a post on Telegram {name}, {office}, wrote that {claim}.",
        "{Claim}, says a message on the channel of {name}, {office}.", "“{Claim}.” With these words {name} turned to the public on Telegram.",
    )  # fmt: skip
    for number in range(size):
        chain.add(chain.new(), [chain.words(forms[number % len(forms)])], [chain.actor()], day=number % 2)


Template = Callable[[Chain, int], None]
TUNE: list[tuple[Template, tuple[int, ...]]] = [
    (citing_chain, (4, 5, 7, 9)), (told_name, (5, 8, 12)), (two_officials, (6, 9, 12, 15)), (local_media, (5, 6, 9)),
    (press_release, (6, 10)), (noise, (9, 12)), (own_correspondents, (5, 6)),
]  # fmt: skip
HELD_OUT: list[tuple[Template, tuple[int, ...]]] = [
    (wire_thirty, (30, 30, 14)), (spokesperson_thirty, (30, 30, 12)), (two_that_copy, (2, 5, 9)), (ring, (3, 6)),
    (ring_and_one, (7,)), (translated, (2, 6, 8)), (page_update, (4, 6, 9)), (agency_two_names, (6, 10, 14)),
    (unnamed_sources, (4, 8)), (denial, (7, 10)), (mixed, (11, 14, 20)), (post, (5, 9)),
]  # fmt: skip


def chains() -> Iterator[Row]:
    """Make all chains; each has a seed of its own."""
    stories = json.loads((HERE / "stories.json").read_text(encoding="utf8"))
    number = 0
    for part, templates in (("tune", TUNE), ("held-out", HELD_OUT)):
        own = [story for story in stories if story["part"] == part]
        for place, (make, size) in enumerate((make, size) for make, sizes in templates for size in sizes):
            number += 1
            name = make.__name__.replace("_", "-")
            chain = Chain(f"chain-{number:02d}", name, own[place % len(own)], random.Random(number))
            make(chain, size)
            yield chain.row()


def main() -> int:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in chains())
    path = HERE / "chains.jsonl"
    if "--check" in sys.argv[1:]:
        return int(not path.is_file() or path.read_text(encoding="utf8") != text)
    path.write_text(text, encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
