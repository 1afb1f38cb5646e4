"""Ids of items: digests of what an item is about, the same in every file and every run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.domain.digests import digest
from onrecord.domain.engagement import Engagement
from onrecord.domain.statement import Statement


def statement_ids(article: str, statements: Iterable[Statement]) -> Iterator[str]:
    """By the article and the bounds of the content: who said it may be read better later."""
    return _told_apart("s", article, (repr(_bounds(one.content.spans)) for one in statements))


def engagement_ids(article: str, engagements: Iterable[Engagement]) -> Iterator[str]:
    """By the article, the kind and the words that tell of it."""
    return _told_apart(
        "g", article, (f"{one.kind} {_bounds(one.evidence.spans)}" for one in engagements)
    )


def _bounds(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(start, end) for start, end in spans]


def _told_apart(prefix: str, article: str, meanings: Iterable[str]) -> Iterator[str]:
    """Two of one meaning in a report (two speakers of the same words) are counted."""
    met: dict[str, int] = {}
    for meaning in meanings:
        met[meaning] = met.get(meaning, 0) + 1
        yield digest(prefix, article, meaning, str(met[meaning]))


def group_id(prefix: str, id: str) -> str:
    """The id of a group whose first member has ``id``: "u_12ab…" for "s_12ab…"."""
    return f"{prefix}_{id[2:]}" if id[1:2] == "_" else f"{prefix}_{id}"


def member_id(prefix: str, group: str) -> str:
    """The inverse of ``group_id``: the id of the first member, which has ``prefix``."""
    return f"{prefix}_{group[2:]}"
