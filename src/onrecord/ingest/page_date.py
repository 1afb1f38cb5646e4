"""When a page says that it was published. Metadata only, and only where it speaks with one voice.

Dates in the text, in the URL, of changes or of other pieces on the page are left alone: a
missing date can be given by hand, a wrong one is believed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from onrecord.ingest.dates import as_iso
from onrecord.ingest.word_lists import word_list

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEADING_DATE = re.compile(r"\d{4}-\d\d-\d\d(?=\D|$)", re.ASCII)
_NO_DATE = ("0001-", "1900-01-01", "1970-01-01")
"""What content systems write where there is no date."""
_MAX_JSON = 1_000_000
_MAX_DEPTH = 6


def stated_date(page: HtmlElement, url: str | None) -> str | None:
    """The ISO date or date-time at which ``page`` states that it was published, else None.

    Looked for in JSON-LD, in <meta>, and in elements marked as the publication date; of several
    reports in JSON-LD the one with the page's ``url`` counts. Time and zone are kept as stated.
    """
    return (
        _one(_linked_data_dates(page, url))
        or _first(_meta_dates(page))
        or _one(_marked_dates(page))
    )


def read_stated(value: str) -> str | None:
    """``value`` of a metadata field as an ISO date or date-time, None when it cannot be relied on.

    ISO 8601, RFC 2822 and dates with their month in words are read; 03/04/2024 is not.
    """
    value = " ".join(value.split())[:80]
    written = as_iso(value) or _mail_date(value) or _date_in_words(value) or _leading_date(value)
    return None if written is None or written.startswith(_NO_DATE) else written


def _first(values: Iterator[str]) -> str | None:
    return next(filter(None, map(read_stated, values)), None)


def _one(values: Iterator[str]) -> str | None:
    """The date that all ``values`` agree on (the first as written), None when they do not."""
    dates = [date for date in map(read_stated, values) if date]
    return dates[0] if len({date[:10] for date in dates}) == 1 else None


def _mail_date(value: str) -> str | None:
    if not value[:3].isalpha() or ":" not in value:
        return None
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _date_in_words(value: str) -> str | None:
    for form in word_list("page_dates")["written"]:
        try:
            return datetime.strptime(value, form).date().isoformat()
        except ValueError:
            continue
    return None


def _leading_date(value: str) -> str | None:
    match = _LEADING_DATE.match(value)
    return as_iso(match[0]) if match else None


def _meta_dates(page: HtmlElement) -> Iterator[str]:
    found: dict[str, str] = {}
    for meta in page.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            if key := meta.get(attribute):
                found.setdefault(key.strip().lower(), meta.get("content") or "")
    yield from (found[key] for key in word_list("page_dates")["meta"] if key in found)


def _marked_dates(page: HtmlElement) -> Iterator[str]:
    for element in page.xpath('//time[@pubdate]|//*[@itemprop="datePublished"]'):
        yield element.get("datetime") or element.get("content") or ""


def _linked_data_dates(page: HtmlElement, url: str | None) -> Iterator[str]:
    reports = [
        report
        for script in page.xpath('//script[@type="application/ld+json"]')
        for report in _reports(_json(script.text_content()), 0)
    ]
    own = [report for report in reports if url and url in _addresses(report)]
    for report in own or reports:
        if isinstance(date := report.get("datePublished"), str):
            yield date


def _json(source: str) -> Any:
    if len(source) > _MAX_JSON:
        return None
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return None


def _reports(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects of ``data`` that are reports: itself, in a list, in @graph or as main entity."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(data, list):
        for entry in data:
            yield from _reports(entry, depth + 1)
    elif isinstance(data, dict):
        if _types(data) & set(word_list("page_dates")["reports"]):
            yield data
        for key in ("@graph", "mainEntity"):
            yield from _reports(data.get(key), depth + 1)


def _types(data: dict[str, Any]) -> set[str]:
    types = data.get("@type")
    named = types if isinstance(types, list) else [types]
    return {name.rsplit("/", 1)[-1] for name in named if isinstance(name, str)}


def _addresses(report: dict[str, Any]) -> set[str]:
    """Every URL that ``report`` gives as its own."""
    page = report.get("mainEntityOfPage")
    given = [report.get("url"), report.get("@id"), page]
    if isinstance(page, dict):
        given += [page.get("@id"), page.get("url")]
    return {address for address in given if isinstance(address, str)}
