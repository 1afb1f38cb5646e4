"""What people are told of a report that was read, beside what is in it."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.domain.article import Article
from onrecord.interfaces.heading import place_of, unusual_encoding
from onrecord.interfaces.languages import is_read, language_name


def remarks_on(article: Article) -> Iterator[str]:
    """That it was not in UTF-8, or is not in English; one line each."""
    place = place_of(article)
    if encoding := unusual_encoding(article):
        yield f"{place}: read as {encoding}, because it is not in UTF-8"
    if not is_read(article.language):
        yield (
            f"{place}: written in {language_name(article.language)}, "
            "only English is read; nothing was read from it"
        )
