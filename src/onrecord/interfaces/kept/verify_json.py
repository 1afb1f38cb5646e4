"""What was found out about a quotation as plain data (docs/verify.md)."""

from __future__ import annotations

from onrecord.domain.kept import KeptStatement
from onrecord.interfaces.kept.as_json import Data, report_data, spans, statement_data
from onrecord.query.verify.findings import Finding, Part


def finding_data(one: Finding, quotation: str) -> Data:
    """One place where the words of ``quotation`` stand; ``spans`` are theirs, not all of the
    statement's."""
    return {
        **_where(one),
        "content": list(one.told.pieces),
        "spans": spans(one.told),
        "spoken_spans": spans(one.spoken),
        "verdict": one.verdict,
        "wording": one.wording,
        "similarity": round(one.similarity, 4),
        "asked_span": list(one.asked),
        "differences": [_difference(part, quotation) for part in one.differences],
        "negates": one.negates,
        "theirs": one.theirs,
        "earliest": one.earliest.id,
        "outlets": list(one.outlets),
        "reports": max(1, len(one.attestations)),
        "independent": one.independent,
        "attestations": [_attestation(kept) for kept in one.attestations],
        "also": [finding_data(other, quotation) for other in one.also],
    }


def _where(one: Finding) -> Data:
    if one.statement is None:
        return {"id": None, **report_data(one.report), "statement": None, "entity": None}
    data = statement_data(one.statement)
    return {**data, "statement_content": data["content"], "statement_spans": data["spans"]}


def _difference(part: Part, quotation: str) -> Data:
    return {
        "kind": part.kind,
        "asked": quotation[slice(*part.asked)],
        "asked_span": list(part.asked),
        "told": part.told.text,
        "told_spans": spans(part.told),
        "marked": part.marked,
        "negates": part.negates,
    }


def _attestation(kept: KeptStatement) -> Data:
    return {
        "id": kept.id,
        **report_data(kept.report),
        "spans": spans(kept.statement.content),
        "sentence": kept.sentence.text,
        "sentence_spans": spans(kept.sentence),
    }
