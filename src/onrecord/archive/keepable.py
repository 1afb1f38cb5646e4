"""Reports as a file can hold them: half of a letter is no text that any file or program takes."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.domain.article import Article, Byline

_HALF = re.compile("[\ud800-\udfff]")
_WHOLE = "\N{REPLACEMENT CHARACTER}"


def keepable(article: Article) -> Article:
    """``article`` with U+FFFD for every lone surrogate, as the Encoding Standard has it.

    Cut JSON ("\\ud83d" without the other half) brings them. Every offset stays as it is.
    """
    if not _HALF.search("\n".join(_strings(article))):
        return article
    return replace(
        article,
        id=_mended(article.id),
        text=_mended(article.text),
        title=_mended_or_none(article.title),
        outlet=_mended_or_none(article.outlet),
        url=_mended_or_none(article.url),
        byline=tuple(_author(one) for one in article.byline),
        retrieved_from=_mended_or_none(article.retrieved_from),
        text_sha256="",  # made anew, of the mended text
    )


def _strings(article: Article) -> list[str]:
    plain = (article.id, article.text, article.title, article.outlet, article.url)
    authors = (part for one in article.byline for part in (one.name, one.role))
    return [one for one in (*plain, article.retrieved_from, *authors) if one]


def _author(one: Byline) -> Byline:
    return replace(one, name=_mended(one.name), role=_mended_or_none(one.role))


def _mended(text: str) -> str:
    return _HALF.sub(_WHOLE, text)


def _mended_or_none(text: str | None) -> str | None:
    return None if text is None else _mended(text)
