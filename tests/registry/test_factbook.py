"""Names, titles and dates read from the sentences of The World Factbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.build import factbook_wording
from registry.factbook import read

HEAD = "gec,country,demonym_adjective,capital,chief_of_state,head_of_government\n"


def people(tmp_path: Path, text: str, code: str = "xx") -> list[tuple[str, str, str, str | None]]:
    path = tmp_path / "leaders.csv"
    path.write_text(f'{HEAD}{code},Freedonia,Freedonian,Here,"{text}",\n', encoding="utf-8")
    found = read(path, {code: "Freedonia"}, factbook_wording())
    return [(one.name, t.title, t.start or "", t.end) for one in found for t in one.tenures]


@pytest.mark.parametrize(
    ("text", "name", "title", "start"),
    [
        ("President Duma BOKO (since 1 November 2024)", "Duma Boko", "president", "2024-11-01"),
        (
            "Prime Minister ABIY Ahmed Ali (since April 2018)",
            "Abiy Ahmed Ali",
            "prime minister",
            "2018-04",
        ),
        (
            "President Denis SASSOU-Nguesso (since 1997)",
            "Denis Sassou-Nguesso",
            "president",
            "1997",
        ),
        (
            "King CARL XVI GUSTAF (since 15 September 1973)",
            "Carl XVI Gustaf",
            "monarch",
            "1973-09-15",
        ),
        (
            "Interim President Gen. Horta Nta Na MAN (since 27 November 2025)",
            "Horta Nta Na Man",
            "president",
            "2025-11-27",
        ),
        (
            "President Luiz In&aacute;cio LULA da Silva (since 1 January 2023)",
            "Luiz Inácio Lula da Silva",
            "president",
            "2023-01-01",
        ),
        (
            "President Surangel WHIPPS, Jr. (since 21 January 2021)",
            "Surangel Whipps Jr.",
            "president",
            "2021-01-21",
        ),
        (
            "Taoiseach (Prime Minister) Michael MARTIN (since 23 January 2025)",
            "Michael Martin",
            "taoiseach",
            "2025-01-23",
        ),
    ],
)
def test_a_holder_is_read(tmp_path: Path, text: str, name: str, title: str, start: str) -> None:
    assert people(tmp_path, text) == [(name, title, start, None)]


def test_who_represents_a_monarch_is_read_too(tmp_path: Path) -> None:
    text = (
        "King CHARLES III (since 8 September 2022); represented by Governor General "
        "Samantha (Sam) MOSTYN (since 1 July 2024)"
    )
    assert [(name, title) for name, title, *_ in people(tmp_path, text)] == [
        ("Charles III", "monarch"),
        ("Samantha Mostyn", "governor general"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Michael RANDRIANIRINA (Col.)",
        "Bailiff Timothy Le COCQ (since 17 October 2019)",
        "President of the Territorial Council Xavier LEDEE (since 3 April 2022)",
        "President Ann LEE (since the spring)",
    ],
)
def test_what_has_no_title_of_the_list_or_no_date_is_left_out(tmp_path: Path, text: str) -> None:
    assert people(tmp_path, text + "; President Bo LIND (since 1999)") in (
        [("Bo Lind", "president", "1999", None)],
        [],
    )


def test_another_countrys_king_is_not_a_territorys(tmp_path: Path) -> None:
    assert people(tmp_path, "President Donald J. TRUMP (since 20 January 2025)", "gq") == []
