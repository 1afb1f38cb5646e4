"""Addresses that need not be fetched: the record knows what stood there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.domain.kept import Standing
from onrecord.domain.record import Derivation
from onrecord.store.protocol import View


@dataclass(frozen=True, slots=True)
class LeftOut:
    """``standing``: SAME where its report is kept as it would be read, or RETRACTED."""

    address: str
    standing: Standing


def left_out(
    view: View, address: str, published: str | None, derivation: Derivation
) -> LeftOut | None:
    """``address``, if it need not be fetched: its report was retracted, or is kept and would be
    read today, with ``published`` for its date, as it was. None where it is to be fetched."""
    standing = view.at_addresses([address]).get(address)
    if standing is Standing.SAME and not _are_same(view, address, published, derivation):
        return None
    return LeftOut(address, standing) if standing else None


def _are_same(view: View, address: str, published: str | None, derivation: Derivation) -> bool:
    reports = view.reports(address)
    # What was found there and stands elsewhere: a feed, which has other reports by now.
    if any(one.url != address for one in reports):
        return False
    records = [view.record(one.id) for one in reports]
    articles = [
        replace(one.article, published=published or one.article.published)
        for one in records
        if one is not None
    ]
    return all(view.standing(one, derivation) is Standing.SAME for one in articles)
