"""What the lexicons know of actors, asked by name, office, body or day: the front door to the known_* modules.

`find_known(text)` gives every known name of a text, `office_in("retired U.S. Navy admiral")` the office of a description,
`office_holder("president", "RUS", day)` who held it. Tables are built from lexicons/actors on first use.
"""

from __future__ import annotations

from .days import Term
from .descriptions import OfficeFound, office_in, offices_in
from .named import Named, NameKind, demonym_of, members_of, named, state_of, states
from .names import Known, find_known
from .offices import OfficeWord, SpeaksFor, body_of, office_word, sector_of
from .people import Person, office_holder, office_holders, people, people_with_family_name, person_named

__all__ = [
    "Known", "NameKind", "Named", "OfficeFound", "OfficeWord", "Person", "SpeaksFor", "Term", "body_of", "demonym_of",
    "find_known", "members_of", "named", "office_holder", "office_holders", "office_in", "office_word", "offices_in", "people",
    "people_with_family_name", "person_named", "sector_of", "state_of", "states",
]  # fmt: skip
