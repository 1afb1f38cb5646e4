"""The page in a real browser: pointing, keyboard, touch, and what it may not do."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.domain.article import Article
from onrecord.domain.record import Record
from onrecord.domain.span import Span
from onrecord.domain.statement import Form
from onrecord.interfaces.page.render import render
from tests.interfaces.conftest import (
    DAY_ASKED,
    DAY_MET,
    DAY_SAID,
    DAY_TEXT,
    DAY_TIMES,
    DAY_WHO,
    SAID,
    TEXT,
    WHO,
    WHO_SAID,
    WHO_TEXT,
)
from tests.interfaces.fakes import Called, Known, Said, record_of
from tests.interfaces.page.test_render import HOSTILE, hostile_record

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

playwright = pytest.importorskip(
    "playwright.sync_api", reason="needs playwright, which drives the browser"
)
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium, which is not installed")

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

NESTED = "“Roe told me ‘go’,” said Lee.\r\n\r\n👩‍🚀 Cafe\u0301\t<b>&amp; \r\n© Notice"


def nested_record() -> Record:
    """A quotation inside a quotation, Windows line ends, marks that combine, a notice."""
    notice = Span(NESTED.index("©"), len(NESTED))
    article = Article(id="n", text=NESTED, title="Nested", notices=(notice,))
    inner = Said("‘go’", "Roe", "told", Form.DIRECT, 0.5)
    return record_of(article, [Said("“Roe told me ‘go’,”", "Lee", "said"), inner])


def bridge_record() -> Record:
    return record_of(Article(id="bridge", text=TEXT, title="Bridge is safe"), SAID)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET, timeout=300_000)
        yield found
        found.close()


Show = Callable[..., "Opened"]


@dataclass
class Opened:
    """A page that is open; what it complained of and what it asked the network for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @property
    def card(self) -> Locator:
        return self.page.locator("#card")

    def words(self, selector: str) -> list[str]:
        """The words that carry a mark now, piece by piece."""
        return self.page.locator(f".text {selector}").all_text_contents()

    def focused(self) -> str:
        found: str = self.page.evaluate("document.activeElement.id")
        return found


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Show]:
    """Opens records as a page from a file; fails the test when the page complained or loaded."""
    opened: list[Opened] = []

    def show(
        *records: Record, width: int = 1200, scheme: str = "light", touch: bool = False
    ) -> Opened:
        path = tmp_path / f"page{len(opened)}.html"
        path.write_bytes(render(records).encode("utf-8", "replace"))
        context = browser.new_context(
            viewport={"width": width, "height": 700},
            color_scheme="dark" if scheme == "dark" else "light",
            has_touch=touch,
            reduced_motion="reduce",
        )
        context.set_default_timeout(120_000)  # a busy machine is no defect
        one = Opened(context.new_page())
        one.page.on("console", lambda message: one.complaints.append(message.text))
        one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
        one.page.on("request", lambda request: one.requests.append(request.url))
        one.page.goto(path.as_uri())
        opened.append(one)
        return one

    yield show
    for one in opened:
        one.page.context.close()
        assert one.complaints == []
        assert [url for url in one.requests if not url.startswith(("file:", "data:"))] == []


def test_the_browser_shows_exactly_the_report(open_page: Show) -> None:
    records = [bridge_record(), nested_record(), hostile_record()]
    opened = open_page(*records)
    shown = opened.page.evaluate(
        "[...document.querySelectorAll('.text')].map((element) => element.textContent)"
    )
    assert shown == [record.article.text for record in records]


def test_every_piece_stands_at_the_code_points_it_says(open_page: Show) -> None:
    opened = open_page(nested_record())
    pieces = opened.page.evaluate(
        "[...document.querySelectorAll('.text [data-start]')]"
        ".map((e) => [+e.dataset.start, +e.dataset.end, e.textContent])"
    )
    assert len(pieces) > 8
    assert [NESTED[start:end] for start, end, _ in pieces] == [words for *_, words in pieces]


def test_pointing_at_words_shows_who_said_them_and_how(open_page: Show) -> None:
    opened = open_page(bridge_record())
    assert opened.card.is_hidden()
    opened.page.hover("text=So does my son")
    assert opened.card.is_visible()
    for words in ("Ann Lee", "said", "direct", "0.90"):
        assert words in opened.card.inner_text()
    assert opened.words(".said.on") == [
        "“The bridge is safe,”",
        "“I cross it daily.",
        "“So does my son.”",
    ]
    assert opened.words(".on-source") == ["Ann Lee"]
    assert opened.words(".on-cue") == ["said"]


def test_the_card_covers_none_of_the_words_it_is_about(open_page: Show) -> None:
    opened = open_page(bridge_record())
    for key in ("r1-s1", "r1-s2", "r1-s3"):
        opened.page.focus(f"#{key}")
        card = opened.card.bounding_box()
        assert card
        boxes = opened.page.evaluate(
            "[...document.querySelectorAll('.text .on, .on-source, .on-cue')]"
            ".flatMap((e) => [...e.getClientRects()])"
            ".map((r) => [r.left, r.top, r.right, r.bottom])"
        )
        for left, top, right, bottom in boxes:
            apart = (
                right <= card["x"]
                or left >= card["x"] + card["width"]
                or bottom <= card["y"]
                or top >= card["y"] + card["height"]
            )
            assert apart


def trains_record() -> Record:
    return record_of(Article(id="trains", text=WHO_TEXT, title="Trains run"), WHO_SAID, WHO)


def test_the_card_says_who_speaks_and_why_it_is_they(open_page: Show) -> None:
    opened = open_page(trains_record())
    opened.page.focus("#r1-s1")
    card = opened.card.inner_text()
    for words in ("Ana Ruiz", "“she” is Ana Ruiz: pronoun, by “Ana Ruiz” (0–8)", "0.91 that"):
        assert words in card
    assert opened.words(".on-source") == ["she"]
    opened.page.focus("#r1-s2")
    assert "perhaps Al Kim (.6) or Bea Kim (.3)" in opened.card.inner_text()


def test_choosing_a_name_marks_every_mention_and_says_why_each_is_one(open_page: Show) -> None:
    opened = open_page(trains_record())
    name = opened.page.locator("[data-who='r1-e1']")
    details = name.locator("xpath=following-sibling::*")
    assert details.is_hidden()
    name.click()
    assert opened.words(".on-mention") == ["Ana Ruiz", "the transport minister", "she", "Ruiz"]
    assert "role-in-text, by “Ana Ruiz” (0–8) · 0.99" in details.inner_text()
    assert "the transport minister · Q11" in details.inner_text()
    opened.page.click("[data-who='r1-e4']")
    assert opened.words(".on-mention") == ["Malaga"]
    opened.page.click("[data-who='r1-e4']")
    assert opened.words(".on-mention") == []


def test_names_are_chosen_and_mentions_gone_through_by_keyboard(open_page: Show) -> None:
    opened = open_page(trains_record())
    opened.page.focus("[data-who='r1-e1']")
    opened.page.keyboard.press("Enter")
    for key, words in [
        ("ArrowDown", "Ana Ruiz"),
        ("ArrowRight", "the transport minister"),
        ("Tab", "she"),
        ("ArrowUp", "the transport minister"),
    ]:
        opened.page.keyboard.press(key)
        assert opened.words(".here") == [words]
    opened.page.keyboard.press("Escape")
    assert opened.words(".on-mention") == []
    assert opened.page.evaluate("document.activeElement.dataset.who") == "r1-e1"


def test_a_click_on_a_mention_chooses_whom_it_means(open_page: Show) -> None:
    opened = open_page(trains_record())
    opened.page.locator(".text").get_by_text("Ruiz", exact=True).click()
    assert "she" in opened.words(".on-mention")
    opened.page.locator(".text").get_by_text("Ruiz", exact=True).click()
    assert opened.words(".on-mention") == []


def test_a_name_is_chosen_in_its_own_report_alone(open_page: Show) -> None:
    opened = open_page(trains_record(), trains_record())
    opened.page.click("[data-who='r2-e4']")
    assert opened.page.locator("#r1 .on-mention").count() == 0
    assert opened.page.locator("#r2 .on-mention").count() == 1


def test_a_mention_that_is_out_of_sight_is_brought_into_it(open_page: Show) -> None:
    text = "word\n" * 300 + "Ana Ruiz"
    known = Known("Ana Ruiz", [Called("Ana Ruiz")])
    opened = open_page(record_of(Article(id="far", text=text), (), [known]))
    opened.page.click("[data-who='r1-e1']")
    opened.page.wait_for_function(
        "document.querySelector('.on-mention').getBoundingClientRect().bottom < 700"
    )


def day_page() -> Record:
    article = Article(id="day", text=DAY_TEXT, title="A day in Malaga", published="2024-09-26")
    return record_of(article, DAY_SAID, DAY_WHO, DAY_MET, DAY_ASKED, DAY_TIMES)


def test_pointing_at_an_engagement_underlines_the_words_that_tell_of_it(open_page: Show) -> None:
    opened = open_page(day_page())
    opened.page.hover("#r1-g2 .what")
    told = "The two will speak by telephone on Friday at 3 p.m."
    assert "".join(opened.words(".on-told")) == told
    opened.page.hover("#r1-g3 .what")
    assert "Eva Kim" in "".join(opened.words(".on-told"))
    opened.page.keyboard.press("Escape")
    assert opened.words(".on-told") == []


def test_an_engagement_and_a_question_lead_to_their_words(open_page: Show) -> None:
    opened = open_page(day_page(), day_page(), day_page())
    for name, words in (("g2", "The two will speak"), ("x1", "whether she would resign")):
        opened.page.locator(f"#r3-{name} a[href='#r3-{name}-at']").click()
        assert "".join(opened.words(".on-told")).startswith(words)
        opened.page.wait_for_function(
            "(name) => { const y = document.getElementById(`r3-${name}-at`)"
            ".getBoundingClientRect().y; return y > 0 && y < 700 }",
            arg=name,
        )


def test_an_answer_leads_to_its_statement(open_page: Show) -> None:
    opened = open_page(day_page())
    opened.page.locator("#r1-x1 .answer a").click()
    assert opened.focused() == "r1-s2"
    assert "declines" in opened.card.inner_text()


def test_the_card_says_what_a_statement_does_to_whom_and_when(open_page: Show) -> None:
    opened = open_page(day_page())
    opened.page.focus("#r1-s1")
    card = opened.card.inner_text()
    for words in ("criticises → Bo Lind", "on Wed 25 Sep 2024", "by “wasted” (222–228) · 0.80"):
        assert words in card


def boxes(opened: Opened, selector: str) -> list[tuple[float, float, float, float]]:
    found: list[tuple[float, float, float, float]] = opened.page.evaluate(
        "(selector) => [...document.querySelectorAll(selector)]"
        ".map((e) => e.getBoundingClientRect()).map((r) => [r.left, r.top, r.right, r.bottom])",
        selector,
    )
    return found


@pytest.mark.parametrize("width", [320, 768, 1200])
def test_the_line_of_days_fits_every_screen_and_nothing_on_it_overlaps(
    open_page: Show, width: int
) -> None:
    opened = open_page(day_page(), width=width)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    signs, labels = boxes(opened, ".timeline .sign"), boxes(opened, ".timeline > text")
    assert (len(signs), len(labels)) == (3, 3)
    for group in (signs, labels):
        for one, other in combinations(group, 2):
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] or other[3] <= one[1]
    assert all(left >= 0 and right <= width for left, _, right, _ in (*signs, *labels))


def test_question_and_answer_stand_side_by_side_where_there_is_room(open_page: Show) -> None:
    for width, beside in ((1200, True), (375, False)):
        opened = open_page(day_page(), width=width)
        [question, *_], [answer, *_] = boxes(opened, ".question"), boxes(opened, ".answer")
        assert (question[2] <= answer[0]) is beside
        assert (question[3] <= answer[1]) is not beside


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_diary_and_the_questions_are_legible_in_light_and_dark(
    open_page: Show, scheme: str
) -> None:
    opened = open_page(day_page(), scheme=scheme)
    opened.page.hover("#r1-g2 .what")
    contrasts = opened.page.evaluate(CONTRASTS)
    expected = {"what", "when", "status", "told", "asked", "put", "response", "deed", "by"}
    assert {name for name, _ in contrasts} >= expected
    assert [(name, ratio) for name, ratio in contrasts if ratio < 4.5] == []


def test_pointing_elsewhere_hides_it_again(open_page: Show) -> None:
    opened = open_page(bridge_record())
    opened.page.hover("text=So does my son")
    opened.page.mouse.move(2, 2)
    opened.card.wait_for(state="hidden")
    assert opened.words(".on, .on-source, .on-cue") == []


def test_the_pointer_may_move_onto_the_card(open_page: Show) -> None:
    opened = open_page(bridge_record())
    opened.page.hover("text=So does my son")
    opened.card.hover()
    opened.page.wait_for_timeout(400)
    assert opened.card.is_visible()


def test_a_statement_without_a_source_says_so(open_page: Show) -> None:
    opened = open_page(bridge_record())
    opened.page.hover("text=to agree")
    assert "no source named" in opened.card.inner_text()
    assert opened.words(".on-source") == []


def test_tab_reaches_every_statement_in_reading_order(open_page: Show) -> None:
    opened = open_page(bridge_record())
    reached = []
    for _ in range(3):
        opened.page.keyboard.press("Tab")
        reached.append(opened.focused())
        assert opened.card.is_visible()
    assert reached == ["r1-s1", "r1-s2", "r1-s3"]
    assert "warned" in opened.card.inner_text()


def test_arrow_keys_go_on_and_back_and_escape_closes(open_page: Show) -> None:
    opened = open_page(bridge_record())
    opened.page.keyboard.press("Tab")
    for key, at in [
        ("ArrowRight", "s2"),
        ("ArrowDown", "s3"),
        ("ArrowDown", "s3"),
        ("ArrowUp", "s2"),
    ]:
        opened.page.keyboard.press(key)
        assert opened.focused() == f"r1-{at}"
    opened.page.keyboard.press("Escape")
    assert opened.card.is_hidden()
    assert opened.words(".on, .on-source, .on-cue") == []
    opened.page.keyboard.press("ArrowLeft")
    assert opened.focused() == "r1-s1"
    assert opened.card.is_visible()


def test_arrow_keys_scroll_the_page_until_a_statement_is_chosen(open_page: Show) -> None:
    opened = open_page(bridge_record(), bridge_record(), bridge_record())
    # A press before the page is drawn is lost, as it is for a person.
    for _ in range(50):
        opened.page.keyboard.press("ArrowDown")
        opened.page.wait_for_timeout(100)
        if opened.page.evaluate("scrollY > 0"):
            break
    assert opened.page.evaluate("scrollY > 0")
    assert opened.focused() == ""


def test_the_innermost_of_nested_statements_is_shown_and_a_click_goes_outward(
    open_page: Show,
) -> None:
    opened = open_page(nested_record())
    inner = opened.page.locator(".text").get_by_text("‘go’", exact=True)
    inner.hover()
    assert "told" in opened.card.inner_text()
    assert opened.words(".said.on") == ["‘go’"]
    inner.click()
    assert "told" in opened.card.inner_text()
    inner.click()
    assert "said" in opened.card.inner_text()
    assert "".join(opened.words(".said.on")) == "“Roe told me ‘go’,”"
    inner.click()
    assert opened.card.is_hidden()


def test_a_click_keeps_the_card_until_escape(open_page: Show) -> None:
    opened = open_page(bridge_record())
    opened.page.click("text=So does my son")
    opened.page.mouse.move(2, 2)
    opened.page.wait_for_timeout(400)
    assert opened.card.is_visible()
    opened.page.keyboard.press("Escape")
    assert opened.card.is_hidden()


def test_the_list_leads_to_the_place_in_the_text(open_page: Show) -> None:
    opened = open_page(*[bridge_record()] * 4)
    opened.page.locator("#r4-s3-entry a").click()
    assert opened.focused() == "r4-s3"
    opened.page.wait_for_function(
        "document.querySelector('#r4-s3').getBoundingClientRect().y < 700"
    )
    assert opened.words(".on-source") == ["Poe"]


def test_the_contents_lead_to_each_report(open_page: Show) -> None:
    opened = open_page(*[bridge_record()] * 4)
    opened.page.click(".contents a[href='#r3']")
    opened.page.wait_for_function(
        "Math.abs(document.getElementById('r3').getBoundingClientRect().top) < 5"
    )


def test_on_a_phone_a_touch_shows_the_card_and_nothing_is_wider_than_the_screen(
    open_page: Show,
) -> None:
    opened = open_page(bridge_record(), nested_record(), hostile_record(), width=360, touch=True)
    opened.page.locator("#r1 .text").get_by_text("So does my son").tap()
    assert opened.card.is_visible()
    box = opened.card.bounding_box()
    assert box
    assert box["y"] + box["height"] > 650
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_are_legible_in_light_and_dark(open_page: Show, scheme: str) -> None:
    many = [
        Said(f"word{number}", f"source{number}", f"cue{number}", form)
        for number, form in enumerate([*Form, *Form, *Form])
    ]
    text = " ".join(f"source{n} cue{n} word{n}" for n in range(len(many)))
    notice = Span(len(text) + 1, len(text) + 7)
    article = Article(id="m", text=f"{text} Notice", notices=(notice,))
    known = [Known(one.content, [Called(one.content)]) for one in many if one.content]
    opened = open_page(record_of(article, many, known), scheme=scheme)
    opened.page.click("[data-who='r1-e2']")
    opened.page.keyboard.press("ArrowDown")
    opened.page.hover("#r1-s1")
    contrasts = opened.page.evaluate(CONTRASTS)
    expected = {"said", "on-source", "notice", "how", "facts", "name", "on-mention", "here"}
    assert {name for name, _ in contrasts} >= expected
    assert [(name, ratio) for name, ratio in contrasts if ratio < 4.5] == []


CONTRASTS = """
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => {
    const [r, g, b] = rgba(colour).map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if (rgba(colour)[3] === 255) return colour;
    }
    return "white";
  };
  const names = ["said", "on-source", "notice", "how", "facts", "number", "count", "words",
    "name", "on-mention", "here", "about", "why", "kind", "what", "when", "status", "told",
    "asked", "put", "response", "deed", "by"];
  return names.flatMap((name) => [...document.querySelectorAll(`.${name}`)].map((element) => {
    const [a, b] = [light(getComputedStyle(element).color), light(ground(element))];
    return [name, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)];
  }));
}
"""


def test_in_print_all_words_are_there_and_nothing_is_cut(open_page: Show) -> None:
    long = "word " * 200 + "end"
    article = Article(id="p", text=f"“{long}” Lee said.")
    opened = open_page(record_of(article, [Said(f"“{long}”", "Lee", "said")]))
    opened.page.emulate_media(media="print")
    words = opened.page.locator(".entry .words")
    assert words.evaluate("(e) => e.scrollHeight <= e.clientHeight + 1")
    assert opened.page.locator(".hint").is_hidden()


def test_a_hostile_report_runs_nothing(open_page: Show) -> None:
    opened = open_page(hostile_record())
    opened.page.on("dialog", lambda dialog: opened.complaints.append(dialog.message))
    opened.page.focus("#r1-s1")
    assert opened.page.title().startswith("</title></style></script><script>alert(1)")
    assert opened.page.locator("img").count() == 0
    assert "<img src=x onerror" in opened.card.inner_text()
    assert opened.words(".on-source") == [HOSTILE]


def test_another_script_is_not_run_even_if_one_got_in(open_page: Show) -> None:
    opened = open_page(bridge_record())
    opened.page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">')"
    )
    while not opened.complaints:
        opened.page.wait_for_timeout(100)
    assert opened.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in line for line in opened.complaints)
    opened.complaints.clear()


def test_without_its_script_the_page_still_reads_and_its_links_lead_on(
    browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text(render([bridge_record(), trains_record()]), "utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    page.locator("#r1-s3-entry a").click()
    assert page.url.endswith("#r1-s3")
    page.locator("#r1-s2").click()
    assert page.url.endswith("#r1-s2-entry")
    page.locator("[data-who='r2-e1']").click()
    assert page.url.endswith("#r2-e1-1")
    context.close()
