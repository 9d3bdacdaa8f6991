"""The ledger's tables of what reports share: members, what ties them, and the stories, claims, happenings and series they make.

A text counts once, with the first of the reports that print it (by publication, then key); its other reports carry what it says.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Float, Index, Integer, LargeBinary, String, Table, Text

from .tables import metadata

# Texts that linking has still to take in, look at anew (`whole`: their members are made again) or take out.
to_link = Table(
    "to_link", metadata,
    Column("text_sha256", String(64), primary_key=True),
    Column("whole", Boolean, nullable=False),
)  # fmt: skip

# Texts that linking has taken in: with which report and which reading of it.
linked_texts = Table(
    "linked_texts", metadata,
    Column("text_sha256", String(64), primary_key=True),
    Column("report_key", String(32), nullable=False, index=True),
    Column("digest", String(32), nullable=False),
    Column("published", Date),
)  # fmt: skip

# Of two reports worth comparing, one number at least is in common (link.stories.bands).
lead_bands = Table(
    "lead_bands", metadata,
    Column("band", BigInteger, primary_key=True),
    Column("report_key", String(32), primary_key=True, index=True),
    sqlite_with_rowid=False,
)  # fmt: skip

# What is held against others (link.kinds): a report, a telling, an event, a figure. `body` is its JSON, zlib-compressed; `head` the group it is in,
# NOWHERE for a report that a person took out of stories: by it is found what its claims, events and figures are worth comparing with.
members = Table(
    "members", metadata,
    Column("kind", String, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("text_sha256", String(64), nullable=False, index=True),
    Column("finding_key", String(32), index=True),
    Column("rank", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("head", Text, nullable=False),
)  # fmt: skip

# What was judged of two members; nothing of those that have nothing to do with each other.
bonds = Table(
    "bonds", metadata,
    Column("kind", String, primary_key=True),
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("relation", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False),
)  # fmt: skip

# The stories, claims, happenings and series. `number_of_…` count reports, outlets and independent origins; `body` is the thing as JSON, compressed.
linkages = Table(
    "linkages", metadata,
    Column("kind", String, primary_key=True),
    Column("key", String(32), primary_key=True),
    Column("head", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("first_published", Date),
    Column("last_published", Date),
    Column("status", String),
    Column("number_of_members", Integer, nullable=False),
    Column("number_of_reports", Integer, nullable=False),
    Column("number_of_outlets", Integer, nullable=False),
    Column("number_of_origins", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)  # fmt: skip

# Actors a linkage is about.
linkage_abouts = Table(
    "linkage_abouts", metadata,
    Column("kind", String, primary_key=True),
    Column("key", String(32), primary_key=True),
    Column("actor_key", Text, primary_key=True),
)  # fmt: skip

# Reports in which a linkage is told, copies too.
linkage_reports = Table(
    "linkage_reports", metadata,
    Column("kind", String, primary_key=True),
    Column("key", String(32), primary_key=True),
    Column("report_key", String(32), primary_key=True, index=True),
)  # fmt: skip

Index("members_by_head", members.c.kind, members.c.head)
Index("bonds_by_other", bonds.c.kind, bonds.c.other)
Index("linkages_by_head", linkages.c.kind, linkages.c.head)
Index("linkages_by_days", linkages.c.kind, linkages.c.first_published, linkages.c.last_published, linkages.c.key)
# Those told on several days: of the others, the first day is the last.
_OF_DAYS = linkages.c.first_published < linkages.c.last_published
Index(
    "linkages_of_days", linkages.c.kind, linkages.c.last_published, linkages.c.first_published, linkages.c.key, sqlite_where=_OF_DAYS,
    postgresql_where=_OF_DAYS,
)  # fmt: skip
# Read by itself where words of names are looked for.
Index("linkages_by_name", linkages.c.kind, linkages.c.name, linkages.c.key)
# In the order they are listed, so that the first are found without reading all.
Index(
    "linkages_in_order", linkages.c.kind, linkages.c.status, linkages.c.number_of_reports, linkages.c.number_of_members, linkages.c.first_published,
    linkages.c.key,
)  # fmt: skip
Index("linkage_abouts_by_actor", linkage_abouts.c.actor_key, linkage_abouts.c.kind)

NOWHERE = ""

LINK_TABLES = (to_link, linked_texts, lead_bands, members, bonds, linkages, linkage_abouts, linkage_reports)
# Tables whose rows belong to one linkage.
OF_A_LINKAGE = (linkage_reports, linkage_abouts, linkages)
