"""Which report something is from: an article without its text, as many of them may be kept."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.article import Article


@dataclass(frozen=True, slots=True)
class Report:
    """What a report is called and where it is from; the fields are those of ``Article``."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    retrieved_from: str | None

    @classmethod
    def of(cls, article: Article) -> Report:
        """What ``article`` is called and where it is from."""
        return cls(
            article.id,
            article.title,
            article.outlet,
            article.url,
            article.published,
            article.retrieved_from,
        )
