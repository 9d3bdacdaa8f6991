"""The ledger's tables, once, for SQLite and PostgreSQL: only column types both have.

A text is stored once, however many places print it. `statements`, `figures`, `events`, `ties`, `watchpoints`, `evidence`, `parties` and
`links` hold what follows from a text and are keyed by content, so copies share them; `findings` says which reading of which report
holds which of them.
Days are ISO 8601 days, moments are ISO 8601 in UTC, positions are code points, half-open.
"""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Date, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

# Which migrations this ledger has been through.
migrations = Table("migrations", metadata, Column("name", String, primary_key=True), Column("at", String, nullable=False))

# One row per command that wrote; `tally` counts what came of its inputs, null while it runs or where it was killed.
runs = Table(
    "runs", metadata,
    Column("id", Integer, primary_key=True),
    Column("command", Text, nullable=False),
    Column("started", String, nullable=False),
    Column("finished", String),
    Column("tally", JSON),
)  # fmt: skip

# Inputs that could not be read; the key is a hash of the other three words, so the same failure is one row.
skipped = Table(
    "skipped", metadata,
    Column("key", String(32), primary_key=True),
    Column("location", Text, nullable=False),
    Column("code", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("first_run", Integer),
    Column("last_run", Integer),
)  # fmt: skip

# What was forgotten on request: never the text, only its hash.
forgotten = Table(
    "forgotten", metadata,
    Column("report_key", String(32), primary_key=True),
    Column("text_sha256", String(64), nullable=False, index=True),
    Column("reason", Text, nullable=False),
    Column("at", String, nullable=False),
)  # fmt: skip

# `text` is the report's, with U+FFFD one for one where a code point cannot be stored (NUL, lone surrogates).
texts = Table(
    "texts", metadata,
    Column("number", Integer, primary_key=True),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("length", Integer, nullable=False),
    Column("text", Text, nullable=False),
)  # fmt: skip

# `number` is the order of adding. `reading` is the whole reading as JSON, zlib-compressed; `digest` tells two readings apart.
reports = Table(
    "reports", metadata,
    Column("key", String(32), primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("text_sha256", String(64), ForeignKey("texts.sha256"), nullable=False, index=True),
    Column("place", Text, index=True),
    Column("given_id", Text),
    Column("bytes_sha256", String(64)),
    Column("url", Text),
    Column("outlet", Text),
    Column("title", Text),
    Column("title_start", Integer),
    Column("title_end", Integer),
    Column("section", Text),
    Column("byline", Text),
    Column("agency", Text),
    Column("published", Date, index=True),
    Column("published_from", String, nullable=False),
    Column("language", String, nullable=False),
    Column("furniture", JSON, nullable=False),
    Column("retrieved", String),
    Column("cut", Integer, nullable=False),
    Column("notes", JSON, nullable=False),
    Column("copy_of", String(32), index=True),
    Column("version_of", String(32), index=True),
    Column("digest", String(32), nullable=False),
    Column("reading_by", Text, nullable=False),
    Column("reading", LargeBinary, nullable=False),
    Column("added", String, nullable=False),
    Column("run", Integer),
)  # fmt: skip

# Readings that another reading of the same report replaced.
superseded = Table(
    "superseded", metadata,
    Column("report_key", String(32), ForeignKey("reports.key"), primary_key=True),
    Column("digest", String(32), primary_key=True),
    Column("reading_by", Text, nullable=False),
    Column("at", String, nullable=False),
)  # fmt: skip

# One row per actor over all reports; the best-known of what its appearances say (see rows.better).
actors = Table(
    "actors", metadata,
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("country", String, index=True),
    Column("sector", String),
    Column("confidence", Float, nullable=False),
)  # fmt: skip

# `folded` is the name without case, accents and marks, for looking up (see names.fold).
actor_names = Table(
    "actor_names", metadata,
    Column("actor_key", Text, ForeignKey("actors.key"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("folded", Text, nullable=False, index=True),
)  # fmt: skip

# An actor as one report has it; `body` is the finding as JSON.
appearances = Table(
    "appearances", metadata,
    Column("report_key", String(32), ForeignKey("reports.key"), primary_key=True),
    Column("ident", String, primary_key=True),
    Column("actor_key", Text, ForeignKey("actors.key"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("country", String),
    Column("sector", String),
    Column("confidence", Float, nullable=False),
    Column("body", Text, nullable=False),
)  # fmt: skip

# Every name and alias a report's reading has for an actor; `actor_names` is these, each once.
appearance_names = Table(
    "appearance_names", metadata,
    Column("report_key", String(32), ForeignKey("reports.key"), primary_key=True),
    Column("actor_key", Text, ForeignKey("actors.key"), primary_key=True),
    Column("name", Text, primary_key=True),
)  # fmt: skip

mentions = Table(
    "mentions", metadata,
    Column("report_key", String(32), ForeignKey("reports.key"), primary_key=True),
    Column("actor_key", Text, ForeignKey("actors.key"), primary_key=True, index=True),
    Column("start_at", Integer, primary_key=True),
    Column("end_at", Integer, primary_key=True),
)  # fmt: skip

# "This report, as read, has this finding": `ident` is the reading's own id, `within` the key of the statement that carries it.
findings = Table(
    "findings", metadata,
    Column("report_key", String(32), ForeignKey("reports.key"), primary_key=True),
    Column("kind", String, primary_key=True),
    Column("ident", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("key", String(32), nullable=False, index=True),
    Column("within", String(32)),
    Column("confidence", Float, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("body", Text, nullable=False),
)  # fmt: skip

# Which actors a finding of a report is about, beside those it is by.
abouts = Table(
    "abouts", metadata,
    Column("report_key", String(32), ForeignKey("reports.key"), primary_key=True),
    Column("kind", String, primary_key=True),
    Column("ident", String, primary_key=True),
    Column("actor_key", Text, ForeignKey("actors.key"), primary_key=True, index=True),
)  # fmt: skip

statements = Table(
    "statements", metadata,
    Column("key", String(32), primary_key=True),
    Column("text_sha256", String(64), ForeignKey("texts.sha256"), nullable=False, index=True),
    Column("form", String, nullable=False),
    Column("act", String, nullable=False, index=True),
    Column("speaker", Text, index=True),
    Column("speaks_for", Text, index=True),
    Column("imputed_to", Text),
    Column("addressee", Text),
    Column("relayed_by", Text),
    Column("channel", String),
    Column("withholds", String),
    Column("said_from", Date),
    Column("said_to", Date),
    Column("said_words", Text),
    Column("place", Text),
)  # fmt: skip

figures = Table(
    "figures", metadata,
    Column("key", String(32), primary_key=True),
    Column("text_sha256", String(64), ForeignKey("texts.sha256"), nullable=False, index=True),
    Column("kind", String, nullable=False, index=True),
    Column("low", Float),
    Column("high", Float),
    Column("unit", String),
    Column("approximate", Boolean, nullable=False),
    Column("counted", Text),
    Column("whose", Text, index=True),
    Column("place", Text),
    Column("as_of_from", Date),
    Column("as_of_to", Date),
    Column("as_of_words", Text),
    Column("giver", Text, index=True),
)  # fmt: skip

# `modes` and `contexts` are words with a blank before, between and after them, so that one of them can be looked for.
events = Table(
    "events", metadata,
    Column("key", String(32), primary_key=True),
    Column("text_sha256", String(64), ForeignKey("texts.sha256"), nullable=False, index=True),
    Column("event_type", String, nullable=False, index=True),
    Column("modes", Text, nullable=False),
    Column("contexts", Text, nullable=False),
    Column("reality", String, nullable=False, index=True),
    Column("status", String, nullable=False),
    Column("on_from", Date),
    Column("on_to", Date),
    Column("on_words", Text),
    Column("place", Text),
    Column("place_folded", Text),
    Column("place_country", String),
    Column("place_precision", String),
    Column("geonames", Integer),
    Column("lat", Float),
    Column("lon", Float),
    Column("quad", String),
    Column("score", Float),
    Column("cameo", String),
)  # fmt: skip

# `is_former`: its words say that it ended, whether or not they say when.
ties = Table(
    "ties", metadata,
    Column("key", String(32), primary_key=True),
    Column("text_sha256", String(64), ForeignKey("texts.sha256"), nullable=False, index=True),
    Column("relation", String, nullable=False, index=True),
    Column("role", Text),
    Column("status", String, nullable=False),
    Column("is_former", Boolean, nullable=False),
    Column("holds_from", Date),
    Column("holds_to", Date),
)  # fmt: skip

# `due_…`: its days, else those of the time expression within its words that ends after the report's publication.
watchpoints = Table(
    "watchpoints", metadata,
    Column("key", String(32), primary_key=True),
    Column("text_sha256", String(64), ForeignKey("texts.sha256"), nullable=False, index=True),
    Column("kind", String, nullable=False, index=True),
    Column("due_from", Date),
    Column("due_to", Date),
    Column("due_words", Text),
)  # fmt: skip

# Who takes part in an event, tie or watchpoint: "actor", "recipient", "of_actor" and "of_recipient" (in the act promised, threatened or
# demanded), "subject", "object", "accredited_to".
parties = Table(
    "parties", metadata,
    Column("finding_key", String(32), primary_key=True),
    Column("role", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("actor_key", Text, nullable=False, index=True),
)  # fmt: skip

# On whose say-so: keys of statements that assert ("asserts") or deny ("denies") it, and of figures that say how large it is ("size").
links = Table(
    "links", metadata,
    Column("finding_key", String(32), primary_key=True),
    Column("role", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("other_key", String(32), nullable=False, index=True),
)  # fmt: skip

# The characters that carry a finding, by part ("source", "cue", "content", "target", "span", "of", "trigger", "actor", "evidence" …).
evidence = Table(
    "evidence", metadata,
    Column("finding_key", String(32), primary_key=True),
    Column("part", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start_at", Integer, nullable=False),
    Column("end_at", Integer, nullable=False),
)  # fmt: skip

Index("findings_by_kind", findings.c.kind, findings.c.key)
# Read by themselves, without the rows: reports in the order they are shown, and what is dated to some days.
Index("reports_in_order", reports.c.published, reports.c.copy_of, reports.c.number, reports.c.key)
Index("statements_by_day", statements.c.said_from, statements.c.said_to, statements.c.key)
Index("figures_by_day", figures.c.as_of_from, figures.c.as_of_to, figures.c.key)
Index("events_by_day", events.c.on_from, events.c.on_to, events.c.key)
Index("ties_by_day", ties.c.holds_from, ties.c.holds_to, ties.c.key)
Index("watchpoints_by_day", watchpoints.c.due_from, watchpoints.c.due_to, watchpoints.c.key)
Index("appearance_names_by_actor", appearance_names.c.actor_key, appearance_names.c.name)

# What a kind of finding is called in `findings.kind`, and the table of its rows.
OF_A_KIND = {"statement": statements, "figure": figures, "event": events, "tie": ties, "watchpoint": watchpoints}
# Tables whose rows belong to a finding's key, with the column that holds it.
OF_A_FINDING = (evidence.c.finding_key, parties.c.finding_key, links.c.finding_key)

# Tables whose rows belong to one report's reading, in the order they may be emptied.
OF_A_READING = (abouts, findings, mentions, appearance_names, appearances)
