"""Reports of our own words, and what a desk makes of them, for tests of what is the same."""

from __future__ import annotations

from onrecord.domain.engagement import Status
from onrecord.domain.record import Record
from onrecord.ingest import article_from_text
from tests.contracts.reports import lee, roe, sentences
from tests.interfaces.fakes import Met, Said, When, record_of

HEADLINE = "Council to rebuild harbour wall"

PARAGRAPHS = (
    "The council voted late on Thursday to rebuild the old harbour wall before the next winter, "
    "after three storms in a row had carried away more than half of its stones.",
    "“We have looked at the sea for two years and it has not become any calmer,” the mayor, "
    "Ms. Ann Lee, told a crowded hall in the fish market.",
    "The work is to cost four million pounds, a third of it paid by the county, and to begin as "
    "soon as the last boats have been lifted out of the inner basin for repairs.",
    "Members of the opposition, who had wanted to wait for a second survey of the sea bed, left "
    "the room before the vote was taken and did not come back to hear the result.",
    "Mr. Bo Roe, who speaks for the owners of the smaller boats, said that nobody had asked them "
    "where they were supposed to land their catch while cranes stood on the quay.",
    "The ferry company has promised to move its evening service to the northern pier, where the "
    "water is deep enough at every tide, and to run two buses an hour into the town.",
    "A report by the harbour office had warned in the spring that another winter would leave "
    "eleven houses in the lower street without any shelter from the waves.",
)

WALL = "\n\n".join((HEADLINE, *PARAGRAPHS)) + "\n"

RESTYLED = (
    "\n\n".join(("Ely votes for a new wall", "By Our Correspondent", "ELY (PA) – " + PARAGRAPHS[0]))
    + "\n\n"
    + "\n\n".join(PARAGRAPHS[1:])
    .replace("“", "'")
    .replace(",”", "',")
    .replace("Ms. ", "")
    .replace("Mr. ", "")
)
"""Another headline, a byline, a dateline, other marks, no titles."""

CUT = "\n\n".join(("Harbour wall to be rebuilt", *PARAGRAPHS[:3]))
"""The first three paragraphs under another headline."""

OF_THE_SAME_EVENING = (
    "Ely’s fishermen are angry about the wall that is coming\n\n"
    "The people who mend nets on the quay heard the news from the radio, and few of them liked it. "
    "For most of this year they had been told that nothing would happen before a new survey.\n\n"
    "“We have looked at the sea for two years and it has not become any calmer,” the mayor, "
    "Ann Lee, told the meeting that settled it.\n\n"
    "Outside, in the rain, one skipper after another said that a crane on the quay means no place "
    "to land. Some want to go to court, some to another port, and one has put his boat up for sale."
    "\n\nA spokesman for the county would only say that its share of the money had been voted."
)
"""An independent report of the same meeting, with the same quotation."""

CALMER = "We have looked at the sea for two years and it has not become any calmer"
SHORT = "“We will rebuild the harbour wall,”"


def printed(text: str, outlet: str, published: str = "2024-05-10") -> Record:
    """A report with the mayor's words about the sea, as its marks have them."""
    start = text.index(CALMER)
    words = text[start - 1 : start + len(CALMER) + 2]
    article = article_from_text(
        text, outlet=outlet, url=f"https://{outlet}.example/wall", published=published
    )
    speaker = Said(
        words, "Ann Lee" if "mayor, Ann Lee" in text else "Ms. Ann Lee", "told", who="e1"
    )
    return sentences(record_of(article, said=[speaker], known=[lee("Ann Lee")]))


def with_slogan(outlet: str, published: str, day: str | None = None) -> Record:
    on = When("on that day", day) if day else None
    own = PARAGRAPHS[{"post": 0, "fen": 2, "bell": 5}[outlet]]
    text = f"{own} That was on that day.\n\n{SHORT} Ann Lee said.\n"
    article = article_from_text(text, outlet=outlet, published=published)
    spoken = Said(SHORT, "Ann Lee", "said", who="e1", on=on)
    return sentences(
        record_of(article, said=[spoken], known=[lee("Ann Lee")], times=[on] if on else [])
    )


def met(
    outlet: str, status: Status, day: str, *, place: str = "Ely", published: str = "2024-05-05"
) -> Record:
    text = f"The {outlet} has heard of it.\n\nAnn Lee and Bo Roe meet in {place} on that day.\n"
    when = When("on that day", day)
    article = article_from_text(text, outlet=outlet, published=published)
    told = Met(
        f"Ann Lee and Bo Roe meet in {place} on that day",
        who=("e1", "e2"),
        status=status,
        place=place,
        when=when,
    )
    return sentences(
        record_of(article, met=[told], known=[lee("Ann Lee"), roe("Bo Roe")], times=[when])
    )


def agency_copies() -> list[Record]:
    texts = (WALL, RESTYLED, CUT)
    return [printed(texts[at % 3], f"outlet{at}") for at in range(39)]


def a_dozen() -> dict[str, Record]:
    """Reports of every kind above, by id: copies, slogans, occasions."""
    found = [
        *agency_copies()[:6],
        printed(OF_THE_SAME_EVENING, "fen", "2024-05-11"),
        with_slogan("post", "2024-05-07", "2024-05-06"),
        with_slogan("fen", "2024-05-08"),
        with_slogan("bell", "2024-09-02", "2024-09-01"),
        met("bell", Status.HELD, "2024-05-06", published="2024-05-07"),
        met("post", Status.PLANNED, "2024-05-06"),
    ]
    return {one.article.id: one for one in found}
