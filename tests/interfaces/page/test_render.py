"""The page as HTML: exactly the report's words, and nothing of a stranger's that acts."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.domain.article import Article, Byline
from onrecord.domain.entity import Candidate
from onrecord.domain.record import Record
from onrecord.domain.statement import Act
from onrecord.interfaces.page.render import render
from tests.interfaces.fakes import Asked, Called, Does, Known, Met, Said, When, record_of
from tests.interfaces.page.test_marking import records

UNWRITABLE = re.compile("[\0\ud800-\udfff]")


class Page(HTMLParser):
    """A page's elements, and the text nodes under each ``.text``."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self._depth = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append((tag, attributes))
        if tag == "div" and attributes.get("class", "").split()[:1] == ["text"]:
            self.texts.append("")
            self._depth = 1
        elif tag == "div" and self._depth:
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self._depth:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.texts[-1] += data

    def named(self, name: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.tags if tag == name]


@given(records())
@settings(max_examples=60, deadline=None)
def test_the_text_nodes_join_to_the_report(record: Record) -> None:
    assert Page(render([record])).texts == [record.article.text]


@given(st.text(st.characters(exclude_categories=[]), max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_text_keeps_its_places(text: str) -> None:
    shown = Page(render([record_of(Article(id="a", text=text))])).texts[0]
    assert shown == UNWRITABLE.sub("\ufffd", text)


@given(records())
@settings(max_examples=40, deadline=None)
def test_every_marked_piece_says_where_it_stands_in_code_points(record: Record) -> None:
    page = Page(render([record]))
    for one in page.named("span"):
        if "data-start" in one:
            assert 0 <= int(one["data-start"]) < int(one["data-end"]) <= len(record.article.text)
    marked = {name for one in page.named("span") for name in one.get("data-said", "").split()}
    assert marked == {f"r1-{one.id}" for one in record.statements if one.content}


HOSTILE = "</title></style></script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;"


def hostile_record() -> Record:
    text = f"“{HOSTILE}” {HOSTILE} said {HOSTILE}"
    article = Article(
        id=HOSTILE,
        text=text,
        title=HOSTILE,
        outlet=HOSTILE,
        url="javascript:alert(1)//https://example.org",
        language=HOSTILE,
        byline=(Byline(HOSTILE, HOSTILE),),
        published=HOSTILE,
        retrieved_from=HOSTILE,
    )
    known = Known(
        HOSTILE,
        [Called(HOSTILE, rule=HOSTILE, by=HOSTILE, row=HOSTILE)],
        roles=[HOSTILE],
        wikidata=HOSTILE,
        candidates=(Candidate(HOSTILE, None, 0.5),),
    )
    when = When(HOSTILE, "2024-09-26", clock=HOSTILE, why=HOSTILE)
    does = Does(Act.CRITICISES, HOSTILE, HOSTILE)
    said = Said(
        f"“{HOSTILE}”", HOSTILE, f"said {HOSTILE}", who="e1", does=does, on=when, answers="x1"
    )
    met = [Met(HOSTILE, who=("e1",), place=HOSTILE, when=one) for one in (when, When(HOSTILE))]
    asked = Asked(HOSTILE, "e1", "e1", ("s1",))
    return record_of(article, [said], [known], met, [asked])


def test_a_hostile_report_adds_no_element_and_no_handler(
    who_record: Record, day_record: Record
) -> None:
    page, plain = Page(render([hostile_record()])), Page(render([who_record, day_record]))
    assert {tag for tag, _ in page.tags} <= {tag for tag, _ in plain.tags}
    assert len(page.named("script")) == 1
    assert not [name for _, attributes in page.tags for name in attributes if name[:2] == "on"]
    assert page.texts == [hostile_record().article.text]


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("http://[broken", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(record: Record, url: str | None, linked: bool) -> None:
    page = Page(render([replace(record, article=replace(record.article, url=url))]))
    assert [one["href"] for one in page.named("a") if one.get("rel")] == ([url] if linked else [])


def test_nothing_is_loaded_and_nothing_but_its_own_script_may_run(record: Record) -> None:
    page = Page(render([record]))
    loading = [a for _, a in page.tags if {"src", "srcset", "action", "data"} & set(a)]
    assert loading == []
    assert [one["href"] for one in page.named("link")] == ["data:,"]
    policy = next(a["content"] for a in page.named("meta") if "http-equiv" in a)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not [attributes for _, attributes in page.tags if "style" in attributes]


def test_every_statement_has_one_number_to_move_to_and_one_entry_in_the_list(
    record: Record,
) -> None:
    page = Page(render([record, record]))
    flags = [one for one in page.named("a") if one.get("class", "").startswith("flag")]
    assert [one["id"] for one in flags] == [f"r{r}-s{s}" for r in (1, 2) for s in (1, 2, 3)]
    entries = {one["id"] for one in page.named("li") if "id" in one}
    assert {one["href"].removeprefix("#") for one in flags} == entries
    assert flags[0]["aria-label"] == (
        "Statement 1. Source: Ann Lee. Cue: said. Direct. Probability 0.90."
    )


def test_everybody_in_the_report_has_a_name_to_choose_and_every_mention_its_place(
    who_record: Record,
) -> None:
    page = Page(render([who_record]))
    names = [one for one in page.named("a") if "data-who" in one]
    assert [one["data-who"] for one in names] == [f"r1-e{number}" for number in (1, 2, 3, 4)]
    places = {one["id"] for one in page.named("span") if one.get("class") == "place"}
    assert places == {f"r1-e1-{n}" for n in (1, 2, 3, 4)} | {f"r1-e{n}-1" for n in (2, 3, 4)}
    assert {
        one["href"].removeprefix("#") for one in page.named("a") if "data-from" in one
    } == places
    assert {one["href"].removeprefix("#") for one in names} <= places


def test_a_statement_says_who_and_in_which_words(who_record: Record) -> None:
    page = Page(render([who_record]))
    flags = [one for one in page.named("a") if one.get("class", "").startswith("flag")]
    assert flags[0]["aria-label"] == (
        "Statement 1. Source: Ana Ruiz, called “she”. Cue: told. Direct. Probability 0.90."
    )
    assert flags[1]["aria-label"].startswith("Statement 2. Source: Kim. ")
    assert flags[3]["aria-label"].startswith("Statement 4. Source: An official. ")


def test_the_diary_says_in_words_what_the_line_shows(day_record: Record) -> None:
    html = render([day_record])
    page = Page(html)
    entries = [one["id"] for one in page.named("li") if one.get("class") == "occasion"]
    assert entries == ["r1-g4", "r1-g1", "r1-g2", "r1-g3"]
    diary = html.split('<section class="diary"')[1].split("</section>")[0]
    for words in ("Town Hall, Malaga", "Fri 27 Sep 2024, 15:00", "sought, not obtained"):
        assert words in diary
    assert "no date (“at a later date”)" in diary
    line = diary.split("<ol>")[0]
    assert 'aria-hidden="true"' in line
    # Drawn: the hearing, the meeting and the call, each by the shape of its status.
    assert [line.count(f'class="sign {shape}"') for shape in ("off", "held", "planned")] == [1] * 3
    assert "sign sought" not in line
    assert line.count(">published<") == 1


def test_every_engagement_and_question_leads_to_its_words(day_record: Record) -> None:
    page = Page(render([day_record, day_record]))
    linked = {one["href"] for one in page.named("a") if one["href"].endswith("-at")}
    names = ("g1", "g2", "g3", "g4", "x1", "x2")
    assert linked == {f"#r{report}-{name}-at" for report in (1, 2) for name in names}
    assert linked <= {f"#{one['id']}" for one in page.named("span") if one.get("class") == "place"}


def test_a_question_stands_beside_what_came_of_it(day_record: Record) -> None:
    found = render([day_record]).split('<li class="exchange"')[1:]
    assert len(found) == 2
    for words in ("whether she would resign", "to Ana Ruiz · by The Example"):
        assert words in found[0]
    assert "answered something else" in found[0]
    assert 'href="#r1-s2"' in found[0]
    assert "would not say" in found[1]
    assert "<ol>" not in found[1].split("</section>")[0].split('class="answer"')[1]


def test_what_a_statement_does_is_on_its_label_and_in_words_for_who_does_not_see_it(
    day_record: Record,
) -> None:
    html = render([day_record])
    assert html.count('<span class="deed">criticises → Bo Lind</span>') == 1
    assert "on Wed 25 Sep 2024" in html
    flags = [one for one in Page(html).named("a") if one.get("class", "").startswith("flag")]
    assert "Cue: said. What it does: criticises: Bo Lind. Direct." in flags[0]["aria-label"]
    assert "criticises: by “wasted” (222–228) · 0.80" in html


def test_a_report_without_diary_and_questions_has_no_sections_for_them(record: Record) -> None:
    html = re.sub(r"<(style|script)>.*?</\1>", "", render([record]), flags=re.DOTALL)
    assert "Diary" not in html
    assert "Questions and answers" not in html


def test_of_hundreds_of_occasions_most_are_folded_away() -> None:
    met = [Met("", when=When("", f"20{number}")) for number in range(10, 90)]
    page = render([record_of(Article(id="a", text=""), met=met)])
    assert "and 72 more" in page
    assert page.index('id="r1-g8"') < page.index("<details>") < page.index('id="r1-g9"')


def test_of_hundreds_of_names_most_are_folded_away() -> None:
    known = [Known(f"Person {number}", []) for number in range(500)]
    page = render([record_of(Article(id="a", text=""), (), known)])
    assert "and 490 more" in page
    assert page.index("Person 9 ") < page.index("<details>") < page.index("Person 10 ")


def test_several_reports_have_a_table_of_contents(record: Record) -> None:
    several = render([record, record])
    assert '<a href="#r2">Bridge is safe</a>' in several
    assert "contents" not in re.sub(r"<style>.*?</style>", "", render([record]), flags=re.DOTALL)


def test_a_page_without_reports_is_a_page() -> None:
    assert "0 reports" in render([])


def test_the_same_records_give_the_same_page(record: Record) -> None:
    assert render([record]) == render([record])
