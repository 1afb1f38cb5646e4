"""A report of our own words that is hard on whoever counts letters, with a word for every field.

Words that begin with "zq" stand in the report and are nobody's name.
"""

from __future__ import annotations

from onrecord.domain.article import Byline
from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.domain.exchange import Response
from onrecord.domain.record import Record
from onrecord.domain.statement import Act, Form
from onrecord.domain.time import Grain
from onrecord.ingest import article_from_text
from tests.contracts.reports import sentences
from tests.interfaces.fakes import Asked, Called, Does, Known, Met, Said, When, record_of

ZOE = "Zoe\u0308 Li\u0308nd"
"""With combining marks: ten code points, eight letters."""

FLOOD = (
    f"\U0001f30a {ZOE}, the zqrole, posted on zqday.\n\n"
    "“Zqwater \U0001f30a\U0001f30a came\nlate, zqtab\tand slow,” the zqrole zqcried in Zqport. "
    "“Nobody\r\n\r\n"
    "zqslept,” she added of the zqplan.\n\n"
    "Zqgroup of people said it was =zqsum(1).\n\n"
    "Would she zqask, zqpeople wondered? “Zqanswer,” she said.\n\n"
    f"{ZOE} zqmet Bo Roe about the Dyke Act in Zqplace at zqthree. "
    "She had zqsought Bo Roe in zqjune. A zqvote was zqoff. One was zqdenied."
)


def flood() -> Record:
    """Discontinuous content over line ends, combining marks, emoji, every status of a day."""
    article = article_from_text(
        FLOOD,
        title="Zqtitle, “quoted”",
        outlet="The Ely Post",
        url="https://post.example/flood?a=1&b=é",
        published="2024-05-04T09:00:00+01:00",
        retrieved_from="flood.txt",
    )
    object.__setattr__(article, "byline", (Byline("Jo Poe", "zqby reporter"),))
    zoe = Known(
        ZOE,
        [
            Called(ZOE),
            Called("the zqrole", MentionForm.ROLE, "role-in-text"),
            Called("she", MentionForm.PRONOUN, "pronoun", 0.9),
        ],
        roles=["the zqrole"],
        wikidata="Q7",
    )
    group = Known("Zqgroup of people", [Called("Zqgroup of people")], EntityKind.GROUP)
    law = Known("Dyke Act", [Called("Dyke Act")], EntityKind.LAW)
    roe = Known("Bo Roe", [Called("Bo Roe")])
    place = Known("Ely", [], EntityKind.PLACE)
    three = When("at zqthree", "2024-05-03", Grain.HOUR, "15:00")
    return sentences(
        record_of(
            article,
            said=[
                Said(
                    [
                        "“Zqwater \U0001f30a\U0001f30a came\nlate, zqtab\tand slow,”",
                        "“Nobody\r\n\r\nzqslept,”",
                    ],
                    "the zqrole",
                    "zqcried",
                    who="e1",
                    does=Does(Act.CRITICISES, "slow", "the zqplan"),
                    on=When("on zqday", "2024-05-01/2024-05-02", Grain.RANGE),
                    at="Zqport",
                ),
                Said(
                    "it was =zqsum(1)",
                    "Zqgroup of people",
                    "said",
                    Form.INDIRECT,
                    who="e2",
                    also=("e4",),
                ),
                Said("“Zqanswer,”", "she", "said", who="e1", answers="x1"),
            ],
            known=[zoe, group, law, roe, place],
            met=[
                Met("zqmet Bo Roe", who=("e1", "e4"), place="Zqplace", when=three),
                Met(
                    "zqsought Bo Roe",
                    who=("e1", "e4", "e2"),
                    status=Status.SOUGHT,
                    when=When("in zqjune", "2024-06", Grain.MONTH),
                ),
                Met(
                    "A zqvote was zqoff",
                    EngagementKind.VOTE,
                    ("e2",),
                    Status.CANCELLED,
                    when=When("zqoff", "2024-05-07/2024-05-09", Grain.RANGE),
                ),
                Met(
                    "One was zqdenied",
                    EngagementKind.PRESS_CONFERENCE,
                    (),
                    Status.DENIED,
                    when=When("zqdenied", "2024-05-10"),
                ),
            ],
            asked=[Asked("Would she zqask", "e1", "e2", ("s3",), Response.ANSWERED)],
            times=[three],
        )
    )
