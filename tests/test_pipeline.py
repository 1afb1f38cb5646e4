"""Reading as a whole: text in, record out, with the shipped network."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
from onrecord import Form, Record, Statement
from onrecord.network.weights import Weights

MARKS = "“”‘’'\"`«»„"
REPORT_LIKE = st.text(
    alphabet=st.one_of(
        st.sampled_from(f"{MARKS} \n\r.,:—-"),
        st.sampled_from("said Obama told e\u0301👩🏽\u200d🚀"),
        st.characters(),
    ),
    max_size=300,
)


def spans_of(record: Record) -> list[tuple[list[int], ...]]:
    data = record.to_dict()
    found = []
    for statement in data["statements"]:
        found += [statement["source"]["spans"], statement["cue"], statement["content"]]
    return [*found, data["article"]["notices"]]


@settings(max_examples=150)
@given(REPORT_LIKE)
def test_reading_never_raises_and_every_span_lies_in_the_text(text: str) -> None:
    record = onrecord.read(text)
    assert record.article.text == text
    for spans in spans_of(record):
        assert all(0 <= start < end <= len(text) for start, end in spans)
    for statement in record.statements:
        for words in (statement.source.words, statement.cue, statement.content):
            assert list(words.pieces) == [text[start:end] for start, end in words.spans]
        assert statement.content
        assert 0 <= statement.probability <= 1
        assert 0 <= statement.source.probability <= 1
    json.loads(record.to_json())


def test_the_same_text_gives_the_same_bytes_alone_and_among_others() -> None:
    texts = [
        f"The mayor of town {n} said that the bridge was safe. “Go and look,” she added."
        for n in range(5)
    ]
    articles = [onrecord.article_from_text(text) for text in texts]
    reader = onrecord.Reader()
    alone = [reader.read(article).to_json() for article in articles]
    together = [record.to_json() for record in reader.read_all(articles)]
    again = [record.to_json() for record in onrecord.Reader().read_all(reversed(articles))]
    assert alone == together == again[::-1]


def test_a_text_in_another_language_is_named_and_not_read() -> None:
    record = onrecord.read(
        "Le ministre a déclaré mardi que le projet de loi serait présenté au parlement avant la "
        "fin de l'année, mais il n'a pas voulu dire combien cela coûterait aux contribuables."
    )
    assert record.article.language == "fr"
    assert record.statements == ()


def test_an_empty_text_gives_an_empty_record() -> None:
    assert onrecord.read("").statements == ()


def test_a_bad_date_is_refused_in_words_for_people() -> None:
    with pytest.raises(onrecord.ArticleError, match="2024"):
        onrecord.read("The mayor said yes.", published="31/02/2024")


def test_offsets_are_code_points_after_emoji_and_line_ends_of_windows() -> None:
    text = "👩🏽‍🚀🚀 Headline\r\n\r\nThe mayor, Ann Lee, said: “We’ll mend the cafe\u0301.”\r\n"
    (statement,) = onrecord.read(text).statements
    assert "We’ll mend the cafe\u0301." in statement.content.text
    assert statement.source.words.text.endswith("Ann Lee")


def test_british_single_marks_are_read_like_double_ones() -> None:
    double = (
        "Sir Alan Reed, MP for Leeds West, said: “The plan won’t work.” He added: “It never did.”"
    )
    single = double.replace("“", "‘").replace("”", "’")
    found = [
        [s.content.text.strip("“”‘’") for s in onrecord.read(text).statements]
        for text in (double, single)
    ]
    assert found[0] == found[1] == ["The plan won’t work.", "It never did."]


class TestTheFoundingReport:
    """What the first issue asks of the report that the project was founded on."""

    @pytest.fixture(scope="class")
    @classmethod
    def record(cls, founding_report: str) -> Record:
        return onrecord.read(founding_report, published="2024-09-26")

    @staticmethod
    def about(record: Record, words: str) -> Statement:
        found = [s for s in record.statements if re.search(words, s.content.text)]
        assert len(found) == 1, [s.content.text for s in found]
        return found[0]

    def test_the_byline_has_its_role(self, record: Record) -> None:
        (byline,) = record.article.byline
        assert (byline.name, byline.role) == ("Nick Gutteridge", "Chief Political Correspondent")

    def test_the_disclaimer_is_a_notice_and_nobodys_statement(self, record: Record) -> None:
        ((start, end),) = record.article.notices
        assert record.article.text[start:end].startswith("Disclaimer")
        assert record.article.text[end:].strip() == ""
        assert all(end < start for s in record.statements for _, end in s.content.spans)

    def test_the_quotation_before_the_talks_is_one_statement_of_three_spans(
        self, record: Record
    ) -> None:
        statement = self.about(record, "personal relations")
        assert len(statement.content.spans) == 3
        assert statement.content.pieces[0].startswith("“It’ll be")
        assert statement.content.pieces[2].endswith("fixed.”")
        assert statement.source.words.text == "Sir Keir"
        assert statement.form is Form.DIRECT

    def test_the_answer_on_confronting_him_is_one_statement_of_three_spans(
        self, record: Record
    ) -> None:
        statement = self.about(record, "special relationship")
        assert len(statement.content.spans) == 3
        assert statement.content.pieces[2].endswith("Ukraine.”")
        assert statement.source.words.text == "Sir Keir"

    def test_he_added_starts_another_statement(self, record: Record) -> None:
        statement = self.about(record, "US people will decide")
        assert statement.source.words.text == "He"
        assert "added" in statement.cue.text
        assert len(statement.content.spans) == 1

    def test_the_partly_quoted_words_are_mixed(self, record: Record) -> None:
        assert self.about(record, "given up a little bit").form is Form.MIXED

    def test_no_announcement_is_indirect(self, record: Record) -> None:
        statement = self.about(record, "there would be no announcement")
        assert statement.form is Form.INDIRECT
        assert "John Kirby" in statement.source.words.text

    def test_what_was_not_ruled_out_is_a_statement_of_its_own(self, record: Record) -> None:
        statement = self.about(record, "at a later date")
        assert statement.cue.text == "did not rule out"
        assert self.speaker(record, "at a later date") == "John Kirby"

    @staticmethod
    def speaker(record: Record, words: str) -> str | None:
        statement = TestTheFoundingReport.about(record, words)
        names = {entity.id: entity.name for entity in record.entities}
        return names.get(statement.source.entity or "")

    @staticmethod
    def called(record: Record, name: str) -> set[str]:
        """The words that the person of that name is mentioned by."""
        (entity,) = [entity for entity in record.entities if entity.name == name]
        return {record.article.text[slice(*mention.span)] for mention in entity.mentions}

    def test_every_wording_of_the_prime_minister_is_one_person(self, record: Record) -> None:
        assert {"Keir Starmer", "Prime Minister", "Keir", "he", "He"} <= self.called(
            record, "Keir Starmer"
        )

    def test_every_wording_of_the_candidate_is_another(self, record: Record) -> None:
        assert {
            "Donald Trump",
            "former president",
            "Republican nominee",
            "Trump",
            "Republican candidate",
            "he",
        } <= self.called(record, "Donald Trump")

    def test_his_opponent_is_a_third(self, record: Record) -> None:
        assert {"Harris", "Democrat candidate"} <= self.called(record, "Kamala Harris")

    def test_four_more_people_are_known(self, record: Record) -> None:
        people = {entity.name: entity for entity in record.entities if entity.kind == "person"}
        assert {"Volodymyr Zelensky", "Vladimir Putin", "Joe Biden", "John Kirby"} <= set(people)
        (role,) = people["John Kirby"].roles
        assert role.title.startswith("spokesman")
        assert people["Volodymyr Zelensky"].wikidata == "Q3874799"

    @pytest.mark.parametrize(
        ("words", "speaker"),
        [
            ("invasion of Ukraine", "Keir Starmer"),
            ("scale back support", "Donald Trump"),
            ("given up a little bit", "Donald Trump"),
            ("billions of dollars", "Donald Trump"),
            ("US people will decide", "Keir Starmer"),
            ("there would be no announcement", "John Kirby"),
        ],
    )
    def test_pronouns_and_roles_speak_as_who_they_are(
        self, record: Record, words: str, speaker: str
    ) -> None:
        assert self.speaker(record, words) == speaker


class TestHedges:
    """What a careful reader wants kept, by name, on sentences of our own."""

    @staticmethod
    def said(text: str, words: str) -> Statement:
        """The one statement of ``text`` that has ``words`` in its content."""
        record = onrecord.read(text, published="2024-09-26")
        found = [one for one in record.statements if words in one.content.text]
        assert len(found) == 1, [one.content.text for one in record.statements]
        return found[0]

    @staticmethod
    def act(statement: Statement) -> str:
        if "deeds" not in Weights().manifest["heads"]:
            pytest.skip("these weights have no head of deeds")
        assert statement.deed is not None
        return statement.deed.act.value

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Ana Ruiz met the mayor. She did not rule out a vote at a later date.", "a vote"),
            ("The mayor, Ana Ruiz, has not ruled out a rise in fares.", "a rise in fares"),
            ("Peter Dale would not rule out cutting services.", "cutting services"),
            ("Peter Dale refused to rule out a rise in taxes.", "a rise in taxes"),
            ("Ana Ruiz declined to comment on the report.", "comment on the report"),
            ("Peter Dale would not say how much it would cost.", "how much it would cost"),
            ("Asked why, Peter Dale smiled. “No comment,” he said.", "No comment"),
        ],
    )
    def test_leaving_open_and_not_saying_are_kept_and_decline(self, text: str, words: str) -> None:
        assert self.act(self.said(text, words)) == "declines"

    def test_who_did_not_rule_out_is_known(self) -> None:
        text = "Ana Ruiz met the mayor. She did not rule out a vote at a later date."
        statement = self.said(text, "a vote")
        assert (statement.source.words.text, statement.cue.text) == ("She", "did not rule out")
        assert statement.content.text == "a vote at a later date"

    def test_that_there_would_be_no_announcement_is_kept(self) -> None:
        statement = self.said(
            "Peter Dale, a spokesman for the council, said there would be no announcement.",
            "there would be no announcement",
        )
        assert statement.source.words.text.startswith("Peter Dale")

    def test_would_scale_back_support_is_kept_with_its_words(self) -> None:
        text = "Peter Dale has said he would scale back support for the buses."
        statement = self.said(text, "scale back support")
        assert statement.content.text == "he would scale back support for the buses"
        assert self.act(statement) == "commits"

    def test_what_he_said_he_would_do_commits_him(self) -> None:
        text = "Ms Ruiz spoke in Leeds. Ana Ruiz said she would build 500 homes by the spring."
        assert self.act(self.said(text, "500 homes")) == "commits"

    def test_what_he_denied_is_denied(self) -> None:
        text = "Peter Dale denied that he had known of the letter."
        assert self.act(self.said(text, "he had known of the letter")) == "denies"
