"""Everything that can go wrong, as one tree.

    OnRecordError
    ├── ArticleError            this report cannot be read; skip it, go on with the next
    │   ├── EmptyArticle        no text at all
    │   ├── NotText             a binary file, or bytes in no known encoding
    │   ├── NoMainText          a page without a report in it
    │   ├── BadRow              a JSONL row that is not a report (its line is named)
    │   ├── BadDate             a publication date that is no ISO date
    │   ├── TooLarge            larger than the limit on input from strangers
    │   ├── UnreadableInput     no such file, a directory, no permission
    │   ├── BadFeed             a feed that is broken, or must not be read
    │   └── FetchError          a page or feed that cannot be fetched, or must not be
    └── RunError                the run cannot go on
        ├── StoreError          the record's file cannot be used
        │   ├── NoRecord        there is none where one is asked
        │   ├── NotARecord      another file, a damaged one, or one of a newer version
        │   ├── Busy            another program has been writing for too long
        │   ├── DiskFull        no room to write; nothing of what was begun is kept
        │   ├── NotKept         no such report, statement, engagement or correction
        │   └── BadCorrection   a change that cannot be made
        ├── ExportError         an export that cannot be made, or not at that place
        ├── BadQuotation        nothing that can be looked for in a record
        ├── WeightsError        the network's files are missing, altered or of another version
        └── RegisterError       a register's file is missing, altered or of another version
            └── ListError       a list of people cannot be imported; its rows are named

Messages are for people: what was wrong, where, and what to do. They never hold a traceback.
"""

from __future__ import annotations


class OnRecordError(Exception):
    """Root of all errors that On Record raises on purpose."""


class ArticleError(OnRecordError):
    """One report cannot be read. ``where`` names it: a path, a URL, "feed.jsonl, line 7"."""

    def __init__(self, where: str, message: str) -> None:
        super().__init__(f"{where}: {message}")
        self.where = where
        self.message = message


class EmptyArticle(ArticleError):
    """There is no text to read."""


class NotText(ArticleError):
    """The bytes are not text in any known encoding."""


class NoMainText(ArticleError):
    """A page in which no report could be found."""


class BadRow(ArticleError):
    """A JSONL row that is no report."""


class BadDate(ArticleError):
    """A publication date that is not an ISO 8601 date or date-time."""


class TooLarge(ArticleError):
    """The input is larger than the limit."""


class UnreadableInput(ArticleError):
    """A file that cannot be opened."""


class RunError(OnRecordError):
    """The run cannot go on."""


class ExportError(RunError):
    """An export that cannot be made. ``where``: the place that was named, or the format."""

    def __init__(self, where: str, message: str) -> None:
        super().__init__(f"{where}: {message}")
        self.where = where
        self.message = message


class BadQuotation(RunError):
    """A quotation without a word in it, or longer than quotations are."""


class WeightsError(RunError):
    """The network's files are missing, altered, or made for another version of the code."""


class RegisterError(RunError):
    """A register's file is missing, altered or made for another version of the code."""


class ListError(RegisterError):
    """A list of people cannot be imported. ``problems``: each names the row and what to do."""

    def __init__(self, where: str, problems: tuple[str, ...]) -> None:
        super().__init__(f"{where}: nothing was imported: " + "; ".join(problems))
        self.where = where
        self.problems = problems


class StoreError(RunError):
    """The record's file cannot be used as asked. ``where`` names the file or the item."""

    def __init__(self, where: str, message: str) -> None:
        super().__init__(f"{where}: {message}")
        self.where = where
        self.message = message


class NoRecord(StoreError):
    """There is no record at that place, or none can be made there."""


class NotARecord(StoreError):
    """The file is no record of ours, is damaged, or was written by a newer version."""


class Busy(StoreError):
    """Another program has been writing to the file for longer than we wait."""


class DiskFull(StoreError):
    """There is no room to write."""


class NotKept(StoreError):
    """There is no such item in the record."""


class BadCorrection(StoreError):
    """A change that cannot be made to that item."""


class BadFeed(ArticleError):
    """A feed that is broken XML or JSON, or that holds what a feed must not."""


class FetchError(ArticleError):
    """A page or feed that cannot be fetched, or must not be. ``where``: its address.

    ``temporary``: it may go well another time, ``after`` so many seconds where that is known.
    ``status``: what the server answered, None where it came to no answer.
    """

    def __init__(
        self,
        where: str,
        message: str,
        *,
        status: int | None = None,
        temporary: bool = False,
        after: float | None = None,
    ) -> None:
        super().__init__(where, message)
        self.status = status
        self.temporary = temporary
        self.after = after
