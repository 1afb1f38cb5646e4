from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest import article_from_text
from onrecord.ingest.notices import END_PARAGRAPHS, TOP_PARAGRAPHS

REPORT = [f"The council met again on day {day}, and Ms Poe said it would." for day in range(40)]


def notices(*paragraphs: str) -> list[str]:
    text = "\n\n".join(paragraphs)
    return [text[start:end] for start, end in article_from_text(text).notices]


def at_the_end(paragraph: str) -> bool:
    return notices(*REPORT, paragraph) == [paragraph]


def in_the_middle(paragraph: str) -> bool:
    return notices(*REPORT[:20], paragraph, *REPORT[20:]) == [paragraph]


DISCLAIMERS = [
    "Disclaimer: All rights in this article remain with its original author. It is shared here to "
    "spread information and is no investment advice. Should we infringe on anybody's rights, "
    "please tell us and we will take it down.",
    "Legal disclaimer – nothing here is a recommendation to buy or sell anything.",
    "The copyright of this story belongs to its original publisher.",
    "Reposting this article without the prior permission of the editors is not allowed.",
    "This article is reposted for information purposes only and does not constitute legal advice.",
    "The views expressed in this piece are the author's own and are not those of the Gazette.",
    "If there is any infringement, please contact us and the page will be deleted.",
    "This material may not be published, broadcast, rewritten or redistributed without permission.",
    "Copyright 2024 The Gazette. All rights reserved.",
    "© Gazette Media Ltd",
    "(c) 2023-24 Gazette Group, Dublin",
    "This article was originally published by The Gazette under a Creative Commons licence.",
]


@pytest.mark.parametrize("paragraph", DISCLAIMERS)
def test_a_disclaimer_at_the_end_is_one_notice_as_a_whole(paragraph: str) -> None:
    assert at_the_end(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Reporting by Jane Doe in Kyiv; Editing by John Roe",
        "(Additional reporting by Jane Doe and John Roe; Writing by Ann Poe)",
        "Jane Doe in Cardiff contributed to this report.",
        "With reporting by Agence France-Presse",
        "— AP",
        "Do you have a story to share? Email newsdesk@gazette.example.org.",
        "If you have any more information about this story, get in touch with our news desk.",
        "Jane Doe can be reached at jane.doe@gazette.example.org",
        "Correction: An earlier version of this article gave the wrong year.",
        "An earlier version of this story misspelt the name of the mayor.",
        "Tags: council, library, Poe",
        "If you have been affected by the issues in this story, call the helpline on 0800 000000.",
    ],
)
def test_a_tail_of_the_newsroom_is_a_notice(paragraph: str) -> None:
    assert at_the_end(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Advertisement",
        "Story continues below advertisement",
        "Read more",
        "READ MORE: Library saved, says “delighted” mayor",
        "Related: What the cuts mean for you",
        "Most read",
        "Sign up for our daily newsletter",
        "Sign up here to get the Gazette briefing in your inbox every morning.",
        "Get the day's headlines delivered straight to your inbox",
        "Enter your email address",
        "By signing up you agree to our terms and privacy policy.",
        "Subscribe",
        "Log in or register",
        "Download our free app",
        "Follow Jane Doe on Twitter @janedoe",
        "Follow us on Facebook, X and Instagram.",
        "Image source, Getty Images",
        "Image caption, Ann Poe on the steps of the library",
        "Photo: Jane Doe/Gazette",
        "Jane Doe / Reuters",
        "Getty Images",
        "Ann Poe on the steps of the library. (Photo by Jane Doe/Getty Images)",
        "This story has been updated with a comment by the council.",
        "This is a developing story and will be updated.",
        "Published: 26 September 2024, 18:02 BST",
        "Last updated at 11:24, Tuesday 18 June",
        "5 min read",
        "This site uses cookies",
        "To view this content, please enable cookies in your browser.",
        "View comments",
        "12 comments",
        "Comments are closed.",
        "Back to top",
        "***",
    ],
)
def test_furniture_is_a_notice_wherever_it_stands(paragraph: str) -> None:
    assert in_the_middle(paragraph)
    assert at_the_end(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "“The copyright of this article belongs to its author,” said Ann Poe.",
        "Copyright law has to change, the minister said.",
        "Copyright reform failed in Brussels in 2018.",
        "Copyright: what the new law means for authors",
        "The copyright dispute over the anthem was settled out of court.",
        "The report was published by the Institute for Fiscal Studies and finds that wages fell.",
        "The report does not make a recommendation on charges.",
        "An earlier version of the bill called for a higher threshold.",
        "The text was amended to allow for a second vote.",
        "The views expressed by the minister do not reflect government policy.",
        "Disclaimers like these are worthless, a lawyer for the authors said.",
        "She announced it on Twitter.",
        "Follow the money and you end up in Panama, the senator said.",
        "Like Mr Roe on Twitter, the mayor prefers short sentences.",
        "Read my lips: no new taxes.",
        "Media sources in Iran reported explosions near the border.",
        "Photos provided by the campaign show an empty hall.",
        "Video obtained by the Gazette shows officers kneeling on the man.",
        "Subscribers to the scheme will pay more from April.",
        "Sign-up rates for the scheme have fallen by half.",
        "Research by Cardiff University shows that wages fell.",
        "He contributed to the report on foreign meddling.",
        "Cases were reported from Texas and deaths from Ohio.",
        "Published on Monday, the report calls for new taxes.",
        "Updated rules on asylum take effect on Friday.",
        "Thank you for your support, and God bless you all.",
        "If you have nothing to hide, you have nothing to fear, the minister told us.",
        "Contact between the two leaders broke off in May.",
        "Reposting the video cost the candidate her place on the list.",
        "All rights, the court held, are subject to limits.",
        "This information was shared under an agreement between the two countries.",
        "The story is that nobody knew.",
        "Support for our troops is not in question.",
        "Join us or get out of the way, the governor said.",
        "Related to the former king, the candidate has never held office.",
        "Share prices fell on Monday.",
        "Correction of the record was all he wanted.",
    ],
)
def test_a_sentence_of_the_report_is_no_notice_even_at_its_edges(paragraph: str) -> None:
    assert notices(paragraph, *REPORT) == []
    assert notices(*REPORT, paragraph) == []


@pytest.mark.parametrize("paragraph", DISCLAIMERS)
def test_a_disclaimer_is_looked_for_at_the_edges_only(paragraph: str) -> None:
    inside = [*REPORT[: TOP_PARAGRAPHS + 1], paragraph, *REPORT[: END_PARAGRAPHS + 1]]
    assert notices(*inside) == []


def test_words_somebody_said_about_copyright_are_left_to_them() -> None:
    assert not at_the_end("All rights reserved for the few: that, she said, is how it looks.")


def test_a_notice_that_was_wrapped_is_one_notice() -> None:
    wrapped = (
        "Disclaimer: this article is reposted here to inform its readers, and\n"
        "whoever holds the rights to it may ask us to take it down at any time."
    )
    assert notices("The council met. It will meet again.", wrapped) == [wrapped]


def test_an_apostrophe_may_be_typed_either_way() -> None:
    assert in_the_middle("Editor's picks")
    assert in_the_middle("Editor’s picks")


def test_the_founding_reports_disclaimer_is_one_notice(founding_report: str) -> None:
    (notice,) = article_from_text(founding_report).notices
    words = founding_report[notice.start : notice.end]
    assert words == founding_report.rstrip().splitlines()[-1]
    assert words.startswith("Disclaimer")


@given(
    st.lists(
        st.sampled_from([*DISCLAIMERS, *REPORT[:3], "Advertisement", "“", "By Jane Doe", "", "© "]),
        max_size=12,
    ),
    st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"]),
)
def test_notices_are_whole_lines_in_order(lines: list[str], ending: str) -> None:
    text = ending.join(lines)
    found = article_from_text(text).notices
    assert list(found) == sorted(found)
    hidden = {line for start, end in found for line in text[start:end].splitlines()}
    assert hidden <= {line.strip() for line in lines}
