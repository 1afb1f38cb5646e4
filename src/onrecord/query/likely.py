"""A record without what is unlikely in it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from onrecord.domain.record import Derivation, Record


def likely(record: Record, floor: float) -> Record:
    """``record`` with the statements, exchanges and engagements of at least ``floor`` (0 to 1).

    What is left keeps its id and no longer points at what is gone. The record's derivation says
    that it is not the whole one; with a floor of 0 it is, and comes back as it was.
    """
    if not floor:
        return record
    exchanges = tuple(one for one in record.exchanges if one.probability >= floor)
    asked = {one.id for one in exchanges}
    statements = tuple(one for one in record.statements if one.probability >= floor)
    said = {one.id for one in statements}
    return replace(
        record,
        statements=tuple(
            one if one.exchange in asked else replace(one, exchange=None) for one in statements
        ),
        exchanges=tuple(
            replace(one, answers=tuple(name for name in one.answers if name in said))
            for one in exchanges
        ),
        engagements=tuple(one for one in record.engagements if one.probability >= floor),
        derivation=_filtered(record.derivation, floor),
    )


def _filtered(derivation: Derivation, floor: float) -> Derivation:
    options = json.dumps(
        {"min_probability": floor, "options_sha256": derivation.options_sha256}, sort_keys=True
    )
    return replace(derivation, options_sha256=hashlib.sha256(options.encode()).hexdigest())
