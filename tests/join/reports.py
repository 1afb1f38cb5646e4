"""Reports of our own words, and what a desk makes of them, for tests of what is the same."""

from __future__ import annotations

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
