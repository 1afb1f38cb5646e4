"""The first tables."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Float, ForeignKey, Integer, Text

revision = "0001"
down_revision = None


def upgrade() -> None:
    """From an empty file."""
    _articles()
    _people()
    _statements()
    _questions_and_diary()
    _joining()
    _decisions()
    _upkeep()
    # Alembic knows no virtual tables. The words stand in "paragraphs" alone: this is the index.
    op.execute(
        "CREATE VIRTUAL TABLE words USING fts5("
        "text, content='paragraphs', content_rowid='number',"
        " tokenize='porter unicode61 remove_diacritics 2')"
    )


def _articles() -> None:
    op.create_table(
        "derivations",
        Column("number", Integer, primary_key=True),
        Column("component", Text, nullable=False),
        Column("version", Text, nullable=False),
        Column("weights_sha256", Text, nullable=False),
        Column("options_sha256", Text, nullable=False),
    )
    op.create_table(
        "articles",
        Column("number", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("title", Text),
        Column("outlet", Text, index=True),
        Column("url", Text, index=True),
        Column("retrieved_from", Text, index=True),
        Column("language", Text, nullable=False),
        Column("published", Text),
        Column("day", Text, nullable=False),
        Column("encoding", Text),
        Column("text_sha256", Text, nullable=False, index=True),
        Column("byline", Text, nullable=False),
        Column("notices", Text, nullable=False),
        Column("times", Text, nullable=False),
        Column("sentences", Text, nullable=False),
        Column("derivation", Integer, ForeignKey("derivations.number"), nullable=False),
        Column("family", Integer, nullable=False, index=True),
    )
    op.create_table(
        "paragraphs",
        Column("number", Integer, primary_key=True),
        Column("article", Integer, ForeignKey("articles.number"), nullable=False, index=True),
        Column("start", Integer, nullable=False),
        Column("text", Text, nullable=False),
    )


def _people() -> None:
    op.create_table(
        "identities",
        Column("number", Integer, primary_key=True),
        Column("key", Text, nullable=False, unique=True),
        Column("name", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("wikidata", Text, index=True),
    )
    op.create_table(
        "names",
        Column("last_word", Text, primary_key=True),
        Column("identity", Integer, ForeignKey("identities.number"), primary_key=True, index=True),
        Column("words", Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "entities",
        Column("number", Integer, primary_key=True),
        Column("article", Integer, ForeignKey("articles.number"), nullable=False),
        Column("local", Text, nullable=False),
        Column("identity", Integer, ForeignKey("identities.number"), nullable=False, index=True),
        Column("name", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("wikidata", Text),
        Column("known", Text),
        Column("row", Text),
        Column("roles", Text, nullable=False),
        Column("mentions", Text, nullable=False),
        Column("candidates", Text, nullable=False),
        Column("derivation", Integer, ForeignKey("derivations.number"), nullable=False),
    )
    op.create_index("entities_by_local", "entities", ["article", "local"], unique=True)


def _statements() -> None:
    op.create_table(
        "statements",
        Column("number", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("article", Integer, ForeignKey("articles.number"), nullable=False, index=True),
        Column("local", Text, nullable=False),
        Column("source", Text, nullable=False),
        Column("source_kind", Text),
        Column("source_entity", Text),
        Column("source_probability", Float, nullable=False),
        Column("also", Text),
        Column("cue", Text, nullable=False),
        Column("content", Text, nullable=False),
        Column("form", Text, nullable=False),
        Column("act", Text),
        Column("act_spans", Text),
        Column("act_probability", Float),
        Column("target", Text),
        Column("target_entity", Text),
        Column("target_probability", Float),
        Column("said_on", Text),
        Column("said_at", Text),
        Column("exchange", Text),
        Column("probability", Float, nullable=False),
        Column("day", Text, nullable=False),
        Column("value", Text),
        Column("sentence", Text, nullable=False),
        Column("utterance", Integer, nullable=False, index=True),
        Column("derivation", Integer, ForeignKey("derivations.number"), nullable=False),
        Column("corrected", Integer, nullable=False, server_default="0"),
        Column("struck", Integer, nullable=False, server_default="0"),
    )
    op.create_index("statements_by_day", "statements", ["day"])
    op.create_index("statements_by_act", "statements", ["act", "day"])
    op.create_table(
        "speakers",
        Column("identity", Integer, ForeignKey("identities.number"), primary_key=True),
        Column("day", Text, primary_key=True),
        Column("statement", Integer, ForeignKey("statements.number"), primary_key=True, index=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "targets",
        Column("identity", Integer, ForeignKey("identities.number"), primary_key=True),
        Column("day", Text, primary_key=True),
        Column("statement", Integer, ForeignKey("statements.number"), primary_key=True, index=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "statement_paragraphs",
        Column("paragraph", Integer, ForeignKey("paragraphs.number"), primary_key=True),
        Column("statement", Integer, ForeignKey("statements.number"), primary_key=True, index=True),
        Column("holds", Integer, nullable=False),
        Column("day", Text, nullable=False),
        sqlite_with_rowid=False,
    )


def _questions_and_diary() -> None:
    op.create_table(
        "exchanges",
        Column("number", Integer, primary_key=True),
        Column("article", Integer, ForeignKey("articles.number"), nullable=False, index=True),
        Column("local", Text, nullable=False),
        Column("question", Text, nullable=False),
        Column("asked", Text),
        Column("asked_by", Text),
        Column("answers", Text, nullable=False),
        Column("response", Text, nullable=False),
        Column("probability", Float, nullable=False),
        Column("derivation", Integer, ForeignKey("derivations.number"), nullable=False),
    )
    op.create_index("exchanges_by_response", "exchanges", ["response", "article"])
    op.create_table(
        "engagements",
        Column("number", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("article", Integer, ForeignKey("articles.number"), nullable=False, index=True),
        Column("local", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("participants", Text, nullable=False),
        Column("status", Text, nullable=False),
        Column("place", Text, nullable=False),
        Column("place_name", Text),
        Column("when", Text),
        Column("evidence", Text, nullable=False),
        Column("probability", Float, nullable=False),
        Column("day", Text, nullable=False),
        Column("sentence", Text, nullable=False),
        Column("entry", Integer, nullable=False, index=True),
        Column("derivation", Integer, ForeignKey("derivations.number"), nullable=False),
        Column("corrected", Integer, nullable=False, server_default="0"),
        Column("struck", Integer, nullable=False, server_default="0"),
    )
    op.create_index("engagements_by_day", "engagements", ["day"])
    op.create_index("engagements_by_status", "engagements", ["status", "entry"])
    op.create_index("engagements_by_kind", "engagements", ["kind", "entry"])
    op.create_table(
        "participants",
        Column("identity", Integer, ForeignKey("identities.number"), primary_key=True),
        Column("day", Text, primary_key=True),
        Column(
            "engagement", Integer, ForeignKey("engagements.number"), primary_key=True, index=True
        ),
        sqlite_with_rowid=False,
    )


def _joining() -> None:
    op.create_table(
        "article_bands",
        Column("band", Integer, primary_key=True),
        Column("article", Integer, ForeignKey("articles.number"), primary_key=True, index=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "quotation_bands",
        Column("band", Integer, primary_key=True),
        Column("statement", Integer, ForeignKey("statements.number"), primary_key=True, index=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "occasion_keys",
        Column("key", Integer, primary_key=True),
        Column(
            "engagement", Integer, ForeignKey("engagements.number"), primary_key=True, index=True
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "frequencies",
        Column("word", Text, primary_key=True),
        Column("paragraphs", Integer, nullable=False),
        sqlite_with_rowid=False,
    )


def _decisions() -> None:
    op.create_table(
        "corrections",
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
    op.create_table(
        "tombstones",
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


def _upkeep() -> None:
    op.create_table(
        "log",
        Column("number", Integer, primary_key=True),
        Column("at", Text, nullable=False),
        Column("who", Text, nullable=False),
        Column("what", Text, nullable=False),
        Column("item", Text, nullable=False, index=True),
        Column("note", Text, nullable=False),
    )
    op.create_table(
        "feeds", Column("url", Text, primary_key=True), Column("state", Text, nullable=False)
    )
    op.create_table(
        "notes", Column("name", Text, primary_key=True), Column("value", Text, nullable=False)
    )
