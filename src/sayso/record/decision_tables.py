"""The ledger's tables of decisions: what people ruled, on what, and what of it was taken back. Rows are added, never changed or removed.

Decisions refer to findings, reports and actors by their keys alone: these may go and come back, the decisions stay.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Integer, String, Table, Text

from .tables import metadata

# findings.decision.Decision; `ruled_at` is UTC, ISO 8601, and part of what makes the id.
decisions = Table(
    "decisions", metadata,
    Column("id", String(32), primary_key=True),
    Column("verdict", String, nullable=False),
    Column("of_kind", String, nullable=False),
    Column("field", String),
    Column("value", Text),
    Column("who", Text, nullable=False),
    Column("ruled_at", String, nullable=False),
    Column("why", Text, nullable=False),
)  # fmt: skip

# The records a decision is on. `spans` and `said` are where a finding stood and what it said in closed words: no words of a text.
decision_subjects = Table(
    "decision_subjects", metadata,
    Column("decision_id", String(32), ForeignKey("decisions.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("sort", String, nullable=False),
    Column("key", Text, nullable=False, index=True),
    Column("text_sha256", String(64)),
    Column("spans", JSON, nullable=False),
    Column("said", JSON, nullable=False),
)  # fmt: skip

# Decisions taken back; one that two people withdrew has two rows, the first counts.
withdrawals = Table(
    "withdrawals", metadata,
    Column("decision_id", String(32), ForeignKey("decisions.id"), primary_key=True),
    Column("withdrawn_at", String, primary_key=True),
    Column("who", Text, primary_key=True),
    Column("why", Text, nullable=False),
)  # fmt: skip

DECISION_TABLES = (decisions, decision_subjects, withdrawals)
