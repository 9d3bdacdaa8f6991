"""The ledger's table of what standing questions were answered with before, so that each answer is told once."""

from __future__ import annotations

from sqlalchemy import Column, String, Table, Text

from .tables import metadata

told_hits = Table(
    "told_hits", metadata,
    Column("question", String(32), primary_key=True),
    Column("hit", Text, primary_key=True),
    Column("at", String, nullable=False),
)  # fmt: skip
