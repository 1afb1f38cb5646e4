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
from onrecord.interfaces.page.render import render
from tests.interfaces.fakes import Called, Known, Said, record_of
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
    said = Said(f"“{HOSTILE}”", HOSTILE, f"said {HOSTILE}", who="e1")
    return record_of(article, [said], [known])


def test_a_hostile_report_adds_no_element_and_no_handler(who_record: Record) -> None:
    page, plain = Page(render([hostile_record()])), Page(render([who_record]))
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
