"""``onrecord verify`` from its request to what is printed and the exit code."""

from __future__ import annotations

import sys

import typer

from onrecord.archive import Archive
from onrecord.archive.asking import Answer
from onrecord.errors import BadQuotation
from onrecord.interfaces.kept.as_json import print_answer
from onrecord.interfaces.kept.meant import meant_data, remarks, unsettled_lines
from onrecord.interfaces.kept.printing import NOTHING, print_lines, remark
from onrecord.interfaces.kept.verify_json import finding_data
from onrecord.interfaces.kept.verify_lines import verification_lines
from onrecord.query.verify.findings import Finding, Verification

_MOST_BYTES = 1 << 20
"""Of standard input; a quotation is far shorter, and is told to be too long by itself."""


def quotation_of(given: str) -> str:
    """The quotation that was given; what is on standard input for ``-``."""
    if given != "-":
        return given
    return sys.stdin.buffer.read(_MOST_BYTES).decode("utf-8", "replace").strip()


def answer_verify(archive: Archive, quotation: str, by: str | None, limit: int, json: bool) -> int:
    """Ask the record and print what it answers. Raises RunError, BadParameter."""
    try:
        answer = archive.verify(quotation, by=by, limit=limit)
    except BadQuotation as error:
        raise typer.BadParameter(str(error), param_hint="QUOTATION") from None
    whom = _whom(answer, by)
    if json:
        query = {"quotation": quotation, "by": by, "limit": limit}
        print_answer(
            query,
            (finding_data(one, quotation) for one in answer.results),
            verdict=answer.verdict,
            people=meant_data(whom),
            complete=answer.complete,
        )
    else:
        print_lines(verification_lines(answer, by))
        print_lines(unsettled_lines(whom))
    for words in remarks(whom):
        remark(words)
    if not answer.complete:
        remark(
            "these words stand in more places than were looked at; a longer quotation tells more"
        )
    return 0 if answer.found else NOTHING


def _whom(answer: Verification, by: str | None) -> Answer[Finding]:
    """Whom the name means, in the shape in which all answers tell it."""
    return Answer(answer.results, meant={by: answer.by} if by and answer.by else {})
