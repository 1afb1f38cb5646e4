"""``onrecord said``, ``diary``, ``positions`` and ``verify``: what a record is asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.domain.asked import MANY
from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.statement import Act
from onrecord.interfaces.endings import plain_endings
from onrecord.interfaces.options import (
    By,
    Ics,
    Kept,
    Likely,
    Limit,
    MaybeFiles,
    OneJson,
    Published,
    Since,
    Threads,
    Until,
)

if TYPE_CHECKING:
    from onrecord.interfaces.composition import Parts
    from onrecord.interfaces.reading import Request

Statuses = Annotated[
    list[Status] | None, typer.Option(help="Only what stands so; may be given several times.")
]
Kinds = Annotated[
    list[EngagementKind] | None,
    typer.Option(help="Only such occasions; may be given several times."),
]


def said(
    context: typer.Context,
    words: Annotated[
        str, typer.Argument(metavar="[WORDS]", help="All of them, in any order; none for all.")
    ] = "",
    by: By = None,
    to: Annotated[str | None, typer.Option(metavar="NAME", help="Only what is aimed at them.")] = (
        None
    ),
    since: Since = None,
    until: Until = None,
    act: Annotated[
        list[Act] | None, typer.Option(help="Only what does this; may be given several times.")
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what this outlet reports.")
    ] = None,
    min_probability: Likely = 0.0,
    limit: Limit = MANY,
    json: OneJson = False,
    record: Kept = None,
) -> None:
    """Find statements: who said it, to whom, when, in answer to what, and in how many outlets.

    Exit code: 0 something was found; 1 nothing was, or who is meant is not settled; 2 wrong usage.
    """
    with plain_endings():
        from onrecord.interfaces.composition import archive_of, parts_of
        from onrecord.interfaces.kept.said import Search, answer_said

        search = Search(
            words, by, to, since, until, tuple(act or ()), outlet, min_probability, limit
        )
        with archive_of(parts_of(context), record) as archive:
            raise typer.Exit(answer_said(archive, search.checked(), json))


def diary(
    context: typer.Context,
    who: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only where they take part.")
    ] = None,
    beside: Annotated[
        str | None, typer.Option("--with", metavar="NAME", help="And they, too.")
    ] = None,
    since: Since = None,
    until: Until = None,
    status: Statuses = None,
    kind: Kinds = None,
    ics: Ics = None,
    min_probability: Likely = 0.0,
    limit: Limit = MANY,
    json: OneJson = False,
    record: Kept = None,
) -> None:
    """List who meets, calls, visits or speaks, each occasion once, with what reports say of it.

    Exit code: 0 something was found; 1 nothing was, or who is meant is not settled; 2 wrong usage.
    """
    with plain_endings():
        from onrecord.interfaces.composition import archive_of, parts_of
        from onrecord.interfaces.kept.diary import Search, answer_diary

        search = Search(
            who,
            beside,
            since,
            until,
            tuple(status or ()),
            tuple(kind or ()),
            min_probability,
            limit,
        )
        with archive_of(parts_of(context), record) as archive:
            raise typer.Exit(answer_diary(archive, search.checked(), json, ics))


def positions(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help='"Donald Trump", a surname or a Wikidata id.')
    ],
    files: MaybeFiles = None,
    on: Annotated[
        str | None, typer.Option(metavar="TOPIC", help="Only what has these words in it.")
    ] = None,
    published: Published = None,
    json: OneJson = False,
    threads: Threads = 1,
    min_probability: Likely = 0.0,
    record: Kept = None,
) -> None:
    """List what somebody supports, opposes, criticises, promised, denied or would not say.

    Over the record, with what changed over time; over FILES, what these say.
    Exit code: 0 something was found; 1 nothing was, or who is meant is not settled;
    3 at least one report could not be read; 4 at least one is not in English; 2 wrong usage.
    """
    with plain_endings():
        from onrecord.interfaces.checking import check_words, refuse_together
        from onrecord.interfaces.composition import parts_of

        parts = parts_of(context)
        check_words(name, "NAME")
        check_words(on, "--on")
        if files:
            refuse_together(record, "--record", "FILES")
            from onrecord.interfaces.reading import Request

            request = Request(tuple(files), published, threads, min_probability)
            raise typer.Exit(_positions_of_files(parts, name, on, json, request))
        refuse_together(published, "--published", "a record; it is for FILES")
        raise typer.Exit(_positions_of_record(parts, record, name, on, json, min_probability))


def _positions_of_files(
    parts: Parts, name: str, on: str | None, json: bool, request: Request
) -> int:
    from onrecord.interfaces.answering import answer_positions
    from onrecord.interfaces.checking import check_request

    check_request(request, parts)
    return answer_positions(name, on, json, request, parts)


def _positions_of_record(
    parts: Parts, record: Path | None, name: str, on: str | None, json: bool, least: float
) -> int:
    from onrecord.interfaces.checking import check_probability
    from onrecord.interfaces.composition import archive_of
    from onrecord.interfaces.kept.standpoints import answer_standpoints

    check_probability(least)
    with archive_of(parts, record) as archive:
        return answer_standpoints(archive, name, on, least, json)


def verify(
    context: typer.Context,
    quotation: Annotated[
        str,
        typer.Argument(metavar="QUOTATION", help="The words; - takes standard input."),
    ],
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who is said to have said it.")
    ] = None,
    limit: Limit = 5,
    json: OneJson = False,
    record: Kept = None,
) -> None:
    """Check a quotation: whether it is in the record, how it differs, whose it is, who was first.

    Exit code: 0 the words are in the record, if perhaps altered; 1 they are not; 2 wrong usage.
    """
    with plain_endings():
        from onrecord.interfaces.checking import check_words
        from onrecord.interfaces.composition import archive_of, parts_of
        from onrecord.interfaces.kept.verify import answer_verify, quotation_of

        words = quotation_of(quotation)
        check_words(words, "QUOTATION")
        with archive_of(parts_of(context), record) as archive:
            raise typer.Exit(answer_verify(archive, words, by, limit, json))
