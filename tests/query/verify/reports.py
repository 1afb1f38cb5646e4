"""Reports of our own words, each with what somebody says in it, for checking quotations."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.article import Article
from onrecord.domain.record import Record
from onrecord.domain.statement import Form
from tests.interfaces.fakes import Called, Known, Said, record_of

WALL = "“The harbour wall will not be rebuilt before the winter storms,”"
FERRY = "it would “never sail again”, whatever the council wants"
TOWER = "the old lighthouse deserves a coat of red paint"
LONG = (
    "“We have counted every boat in the bay. Nobody asked us to. "
    "Next spring the fishermen of both villages will vote on the quota.”"
)

OTHERWISE = f"It rained on the quay all day, and few came to listen.\n{WALL} Ann Lee said there.\n"
"""Another report of the same words."""


@dataclass(frozen=True)
class Told:
    """A report with one statement; ``content`` in pieces as they stand in ``text``."""

    id: str = "a"
    content: str | tuple[str, ...] = WALL
    who: str = "Ann Lee"
    form: Form = Form.DIRECT
    published: str | None = "2024-05-06"
    outlet: str | None = None
    text: str = ""
    named: bool = True

    def record(self) -> Record:
        pieces = [self.content] if isinstance(self.content, str) else self.content
        text = self.text or f"{' '.join(pieces)} {self.who} said.\n\nNothing else was decided.\n"
        article = Article(
            id=self.id, text=text, outlet=self.outlet or self.id, published=self.published
        )
        known = [Known(self.who, [Called(self.who)])] if self.named else []
        source = self.who if self.who in text else ""
        cue = "said" if "said" in text else ""
        said = Said(tuple(pieces), source, cue, form=self.form, who="e1" if self.named else None)
        return record_of(article, [said], known)
