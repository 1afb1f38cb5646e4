"""The tables of a record's file, as SQLAlchemy Core sees them (docs/store.md draws them).

What is asked for has a column and an index of its own; what is only shown (spans, mentions, times)
is packed as JSON beside it. ``number`` is a place in this file and means nothing outside it; ``id``
is the digest by which an item is the same in every file. Spans are ``[start, end, …]`` in code
points. A ``day`` is "" where none is known. Text stands in ``paragraphs`` and nowhere else.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()

derivations = Table(
    "derivations",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("component", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("weights_sha256", Text, nullable=False),
    Column("options_sha256", Text, nullable=False),
)

articles = Table(
    "articles",
    metadata,
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
    Column("derivation", ForeignKey("derivations.number"), nullable=False),
    Column("family", Integer, nullable=False, index=True),
)
"""``family``: number of the member whose id is the smallest; its own where it has no copies."""

paragraphs = Table(
    "paragraphs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", ForeignKey("articles.number"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("text", Text, nullable=False),
)
"""The text cut into pieces that together are all of it, blank lines too."""

identities = Table(
    "identities",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("wikidata", Text, index=True),
)

names = Table(
    "names",
    metadata,
    Column("last_word", Text, primary_key=True),
    Column("identity", ForeignKey("identities.number"), primary_key=True, index=True),
    Column("words", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""What identities are called: folded words, joined by spaces."""

entities = Table(
    "entities",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", ForeignKey("articles.number"), nullable=False),
    Column("local", Text, nullable=False),
    Column("identity", ForeignKey("identities.number"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("wikidata", Text),
    Column("known", Text),
    Column("row", Text),
    Column("roles", Text, nullable=False),
    Column("mentions", Text, nullable=False),
    Column("candidates", Text, nullable=False),
    Column("derivation", ForeignKey("derivations.number"), nullable=False),
)
"""``local``: "e1", its id in its report's record. ``known``: its identity there."""

Index("entities_by_local", entities.c.article, entities.c.local, unique=True)

statements = Table(
    "statements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("article", ForeignKey("articles.number"), nullable=False, index=True),
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
    Column("derivation", ForeignKey("derivations.number"), nullable=False),
    Column("corrected", Integer, nullable=False, server_default="0"),
    Column("struck", Integer, nullable=False, server_default="0"),
)
"""``day``: the last day that ``value``, its ISO time or that of publication, may mean."""

Index("statements_by_day", statements.c.day)
Index("statements_by_act", statements.c.act, statements.c.day)

speakers = Table(
    "speakers",
    metadata,
    Column("identity", ForeignKey("identities.number"), primary_key=True),
    Column("day", Text, primary_key=True),
    Column("statement", ForeignKey("statements.number"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""Who said a statement: its source and those who say it too."""

targets = Table(
    "targets",
    metadata,
    Column("identity", ForeignKey("identities.number"), primary_key=True),
    Column("day", Text, primary_key=True),
    Column("statement", ForeignKey("statements.number"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

statement_paragraphs = Table(
    "statement_paragraphs",
    metadata,
    Column("paragraph", ForeignKey("paragraphs.number"), primary_key=True),
    Column("statement", ForeignKey("statements.number"), primary_key=True, index=True),
    Column("holds", Integer, nullable=False),
    Column("day", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Where a statement is found by its words. ``holds``: 1 words of its content, 0 of its question.
``day``: the statement's, so that those of thousands of paragraphs are in order without their rows.
"""

exchanges = Table(
    "exchanges",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", ForeignKey("articles.number"), nullable=False, index=True),
    Column("local", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("asked", Text),
    Column("asked_by", Text),
    Column("answers", Text, nullable=False),
    Column("response", Text, nullable=False),
    Column("probability", Float, nullable=False),
    Column("derivation", ForeignKey("derivations.number"), nullable=False),
)

Index("exchanges_by_response", exchanges.c.response, exchanges.c.article)

engagements = Table(
    "engagements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("article", ForeignKey("articles.number"), nullable=False, index=True),
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
    Column("derivation", ForeignKey("derivations.number"), nullable=False),
    Column("corrected", Integer, nullable=False, server_default="0"),
    Column("struck", Integer, nullable=False, server_default="0"),
)
"""``day``: the last day that its time may mean. ``entry``: as ``articles.family``."""

Index("engagements_by_day", engagements.c.day)
Index("engagements_by_status", engagements.c.status, engagements.c.entry)
Index("engagements_by_kind", engagements.c.kind, engagements.c.entry)

participants = Table(
    "participants",
    metadata,
    Column("identity", ForeignKey("identities.number"), primary_key=True),
    Column("day", Text, primary_key=True),
    Column("engagement", ForeignKey("engagements.number"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
