"""Text to Article: what stands around a report's words is found here, for every kind of input."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.domain.article import Article, Byline
from onrecord.ingest.byline import find_byline
from onrecord.ingest.dates import iso_date
from onrecord.ingest.identity import article_id
from onrecord.ingest.language import language_of
from onrecord.ingest.notices import find_notices
from onrecord.ingest.paragraphs import find_paragraphs


def article_from_text(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    id: str | None = None,
    byline: Iterable[Byline] = (),
    retrieved_from: str | None = None,
    encoding: str | None = None,
) -> Article:
    """The report that ``text`` is, with its notices, byline and language found.

    ``text`` is kept to the letter; any string will do, an empty one or lone surrogates too.
    ``byline`` adds authors that are known from elsewhere to those the text names. Without ``id``
    one is derived from URL and text (see ``identity.article_id``). Raises BadDate when
    ``published`` is no ISO 8601 date or date-time, and nothing else.
    """
    if published is not None:
        published = iso_date(published, retrieved_from or url or "published")
    paragraphs = find_paragraphs(text)
    notices = find_notices(text, paragraphs)
    return Article(
        id=article_id(text, url) if id is None else id,
        text=text,
        title=title,
        outlet=outlet,
        url=url,
        language=language_of(text),
        byline=_merged(find_byline(text, paragraphs, notices), byline),
        published=published,
        retrieved_from=retrieved_from,
        encoding=encoding,
        notices=notices,
    )


def _merged(printed: Sequence[Byline], known: Iterable[Byline]) -> tuple[Byline, ...]:
    """The authors the text prints, then those it does not."""
    names = {author.name.casefold() for author in printed}
    return (*printed, *(author for author in known if author.name.casefold() not in names))
