from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ingest.language import language_of

ENGLISH = "The council will close its library, the mayor said after a meeting with the unions."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        ("He said no.", "en"),
        ("MPS VOTE AGAINST THE DEAL AS THE PRIME MINISTER LOSES HER MAJORITY", "en"),
        ("Le ministre a déclaré mardi que la réforme serait retirée.", "fr"),
        ("Die Ministerin sagte am Montag, sie werde nicht zurücktreten.", "de"),
        ("La ministra dijo el lunes que no habrá elecciones este año.", "es"),
        ("Министр заявила в понедельник, что выборов не будет.", "ru"),
        ("قالت الوزيرة يوم الاثنين إن المحادثات ستستمر", "ar"),
        ("部长星期一表示，谈判将继续进行。", "zh"),
        ("Dywedodd y gweinidog ddydd Llun y byddai'r cynllun yn parhau.", "cy"),
        ("Ministeren sa mandag at hun ikke vil gå av for å gi plass til andre.", "no"),
    ],
)
def test_a_sentence_is_enough_to_tell_the_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 345 !!! 😀",
        "Emmanuel Macron, Olaf Scholz, Volodymyr Zelensky, Recep Tayyip Erdoğan, Giorgia Meloni",
        "MACRON MEETS SCHOLZ",
        "Macron: non",
        "Budget vote delayed",
    ],
)
def test_names_and_scraps_are_undetermined_and_never_foreign(text: str) -> None:
    assert language_of(text) == "und"


def test_english_about_foreigners_is_english() -> None:
    names = "Emmanuel Macron met Olaf Scholz, Ursula von der Leyen and Viktor Orbán in Brussels. "
    assert language_of(names * 3 + "They said that the talks would go on.") == "en"


def test_an_english_report_that_quotes_another_language_is_english() -> None:
    assert language_of(f"{ENGLISH} « Nous ne céderons pas », she added. {ENGLISH}") == "en"


def test_english_is_told_without_loading_a_classifier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert language_of(ENGLISH) == "en"
    with pytest.raises(ImportError):
        language_of("Die Ministerin sagte am Montag, sie werde nicht zurücktreten.")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_a_language_code(text: str) -> None:
    assert language_of(text).isalpha()
