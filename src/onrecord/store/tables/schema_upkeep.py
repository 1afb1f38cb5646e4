"""The tables beside the reports: what joins them, what people decided, what was done.

As in ``schema``, whose metadata they share.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from onrecord.store.tables.schema import metadata as metadata

article_bands = Table(
    "article_bands",
    metadata,
    Column("band", Integer, primary_key=True),
    Column("article", ForeignKey("articles.number"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""Bands of MinHash signatures (onrecord.join.copies), their lowest 32 bits: copies share one."""

quotation_bands = Table(
    "quotation_bands",
    metadata,
    Column("band", Integer, primary_key=True),
    Column("statement", ForeignKey("statements.number"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

occasion_keys = Table(
    "occasion_keys",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("engagement", ForeignKey("engagements.number"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

frequencies = Table(
    "frequencies",
    metadata,
    Column("word", Text, primary_key=True),
    Column("paragraphs", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Words that stand in many paragraphs; counted anew when the record has grown by a quarter."""

corrections = Table(
    "corrections",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("item", Text, nullable=False, index=True),
    Column("article", Text, nullable=False, index=True),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("snapshot", Text, nullable=False),
    Column("undone_by", Text),
    Column("undone_at", Text),
)
"""``snapshot``: the item's row when it was corrected, to know it again in a later reading."""

tombstones = Table(
    "tombstones",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("article", Text, nullable=False),
    Column("text_sha256", Text, nullable=False, index=True),
    Column("words_sha256", Text, index=True),
    Column("url_sha256", Text, index=True),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("items", Text, nullable=False),
    Column("removed", Text, nullable=False),
    Column("scrubbed", Integer, nullable=False),
)

log = Table(
    "log",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("item", Text, nullable=False, index=True),
    Column("note", Text, nullable=False),
)

feeds = Table(
    "feeds",
    metadata,
    Column("url", Text, primary_key=True),
    Column("state", Text, nullable=False),
)

notes = Table(
    "notes",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""What the file has to remember of itself: when words were counted, what is still to be wiped."""
