"""What stands over a report: the words that the terminal and the page have in common."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from onrecord.domain.article import Article, Byline
from onrecord.domain.record import Record
from onrecord.domain.statement import Form, Statement
from onrecord.interfaces.languages import is_read, language_name

_ORDINARY = {"utf-8", "utf-8-sig", "ascii"}


def title_of(article: Article) -> str:
    """The title, else the name of the file or page that the report came from."""
    if article.title and article.title.strip():
        return article.title
    origin = article.retrieved_from or article.url
    if not origin or origin == "-":
        return "Report without a title"
    return PurePath(origin).name or origin


def place_of(article: Article) -> str:
    """Where the report came from, for messages: path, address, or id."""
    origin = article.retrieved_from or article.url or article.id
    return "standard input" if origin == "-" else origin


def particulars(article: Article) -> tuple[str, ...]:
    """Outlet, authors with their roles, date; what is not known is left out but the date."""
    authors = " and ".join(_author(byline) for byline in article.byline)
    date = f"published {article.published}" if article.published else "no date"
    return tuple(part for part in (article.outlet, authors and f"by {authors}", date) if part)


def _author(byline: Byline) -> str:
    return f"{byline.name} ({byline.role})" if byline.role else byline.name


def tally_of(record: Record) -> str:
    """How many statements ("3 statements: 1 direct, 2 indirect"), or why there are none.

    Questions and engagements are counted where there are any.
    """
    language = record.article.language
    if not is_read(language):
        return (
            f"Written in {language_name(language)}; only English is read, "
            "so nothing was read from it."
        )
    others = [
        counted(len(found), noun)
        for found, noun in ((record.exchanges, "question"), (record.engagements, "engagement"))
        if found
    ]
    return " · ".join([_statements(record.statements), *others])


def _statements(statements: Sequence[Statement]) -> str:
    if not statements:
        return "No statement was found."
    forms = Counter(statement.form for statement in statements)
    each = ", ".join(f"{forms[form]} {form}" for form in Form if forms[form])
    return f"{counted(len(statements), 'statement')}: {each}"


def counted(number: int, noun: str) -> str:
    """The number with its noun: 1 report, 2 reports."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def unusual_encoding(article: Article) -> str | None:
    """The encoding for people where it was not UTF-8, else None.

    ``utf-8:replace`` means UTF-8 with broken bytes in it, each shown as U+FFFD.
    """
    if article.encoding is None:
        return None
    name, _, treatment = article.encoding.partition(":")
    if treatment:
        return f"{name} with broken characters in it"
    try:
        return None if codecs.lookup(name).name in _ORDINARY else name
    except LookupError:
        return name
