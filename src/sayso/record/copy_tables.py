"""The ledger's tables of copies: which words a report prints, which bodies share how much, and whose text each report has."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Index, Integer, String, Table, Text

from .tables import metadata

# The words of a report outside furniture and headline, once for all that print the same. `first_key`: the report among these that comes
# first in the order of originality.
bodies = Table(
    "bodies", metadata,
    Column("body_number", Integer, primary_key=True),
    Column("digest", String(32), nullable=False, unique=True),
    Column("words", Integer, nullable=False),
    Column("scheme", String, nullable=False),
    Column("first_key", String(32)),
)  # fmt: skip

# A report as a place where a body stands (link.copies.prints.Print).
prints = Table(
    "prints", metadata,
    Column("report_key", String(32), ForeignKey("reports.key"), primary_key=True),
    Column("body_number", Integer, ForeignKey("bodies.body_number"), nullable=False, index=True),
    Column("source", Text),
    Column("is_own_page", Boolean, nullable=False),
    Column("is_named", Boolean, nullable=False),
)  # fmt: skip

# The signatures: which runs of words a body has, at most so many bodies for a run (copying.MOST_HOLDERS).
word_runs = Table(
    "word_runs", metadata,
    Column("word_run", Integer, primary_key=True),
    Column("body_number", Integer, primary_key=True),
    sqlite_with_rowid=False,
)  # fmt: skip

# What two bodies share; `one` is that of the lesser digest.
kin = Table(
    "kin", metadata,
    Column("one_number", Integer, ForeignKey("bodies.body_number"), primary_key=True),
    Column("other_number", Integer, ForeignKey("bodies.body_number"), primary_key=True),
    Column("shared", Integer, nullable=False),
    Column("other_shared", Integer, nullable=False),
    Column("pegged", Integer, nullable=False),
)  # fmt: skip

# Whose text a report has (link.copies.standing.Copy); none for a report that comes first among its kin.
copies = Table(
    "copies", metadata,
    Column("report_key", String(32), ForeignKey("reports.key"), primary_key=True),
    Column("of_key", String(32), ForeignKey("reports.key"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("shared", Integer, nullable=False),
    Column("share", Float, nullable=False),
    Column("of_share", Float, nullable=False),
    Column("alike", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
)  # fmt: skip

Index("kin_by_other", kin.c.other_number)

COPY_TABLES = (bodies, prints, word_runs, kin, copies)
