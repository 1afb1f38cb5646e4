"""Reports that the tests of the interfaces have in common, and the program run as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from onrecord.domain.article import Article, Byline
from onrecord.domain.engagement import EngagementKind, Status
from onrecord.domain.entity import Candidate, EntityKind, MentionForm
from onrecord.domain.exchange import Response
from onrecord.domain.record import Record
from onrecord.domain.statement import Act, Form
from onrecord.domain.time import Grain, TimeKind
from tests.interfaces.fakes import Asked, Called, Does, Known, Met, Said, When, record_of

ROOT = Path(__file__).resolve().parents[2]

TEXT = (
    "The mayor spoke first. “The bridge is safe,” Ann Lee said. “I cross it daily.\n\n"
    "“So does my son.”\n\n"
    "He is said to agree.\n\n"
    "Poe warned that rain was “a worry”."
)
"""A split quotation over two paragraphs, a statement without a source, a partly quoted one."""

SAID = (
    Said(["“The bridge is safe,”", "“I cross it daily.", "“So does my son.”"], "Ann Lee", "said"),
    Said("to agree", "", "is said", Form.INDIRECT, 0.4),
    Said("rain was “a worry”", "Poe", "warned", Form.MIXED, 0.75),
)

WHO_TEXT = (
    "Ana Ruiz, the transport minister, was in Malaga. “Trains run,” she told reporters. "
    "Kim warned of “delays”. Ruiz and Bo Lind said that buses would go. An official doubted it."
)
"""Somebody who is named, "she" and a surname; somebody not settled; two who speak together."""

WHO_SAID = (
    Said("“Trains run,”", "she", "told", who="e1", sure=0.91),
    Said("of “delays”", "Kim", "warned", Form.MIXED, 0.75, who="e2", sure=0.6),
    Said(
        "buses would go",
        "Ruiz and Bo Lind",
        "said",
        Form.INDIRECT,
        who="e1",
        sure=0.98,
        also=("e3",),
    ),
    Said("it", "An official", "doubted", Form.INDIRECT, 0.4),
)
WHO = (
    Known(
        "Ana Ruiz",
        [
            Called("Ana Ruiz"),
            Called("the transport minister", MentionForm.ROLE, "role-in-text", 0.99, "Ana Ruiz"),
            Called("she", MentionForm.PRONOUN, "pronoun", 0.91, "Ana Ruiz"),
            Called("Ruiz", rule="surname", probability=0.98, by="Ana Ruiz", row="offices.csv:12"),
        ],
        roles=["the transport minister"],
        wikidata="Q11",
    ),
    Known(
        "Kim",
        [Called("Kim", rule="surname", probability=0.6)],
        candidates=(Candidate("Bea Kim", None, 0.3), Candidate("Al Kim", "Q12", 0.6)),
    ),
    Known("Bo Lind", [Called("Bo Lind")]),
    Known("Malaga", [Called("Malaga")], EntityKind.PLACE),
)


DAY_TEXT = (
    "Ana Ruiz met Bo Lind at Town Hall in Malaga on Wednesday night. The two will speak by "
    "telephone on Friday at 3 p.m. Ruiz had wanted to see Eva Kim at a later date, but Kim would "
    "not. A hearing was called off in May. “Lind wasted the money,” Ruiz said in Malaga on "
    "Wednesday. Asked by The Example whether she would resign, Ruiz answered: “Ask me after "
    "the vote.” Would Kim stand? She did not reply."
)
"""Two people who met and will talk, one who would not, two questions."""

DAY_SAID = (
    Said(
        "“Lind wasted the money,”",
        "Ruiz",
        "said",
        who="e1",
        sure=0.98,
        does=Does(Act.CRITICISES, "wasted", "Lind", "e2"),
        on=When("on Wednesday", "2024-09-25"),
        at="Malaga",
    ),
    Said(
        "“Ask me after the vote.”",
        "Ruiz",
        "answered",
        who="e1",
        does=Does(Act.DECLINES, "Ask me", probability=0.7),
        answers="x1",
    ),
)
DAY_WHO = (
    Known("Ana Ruiz", [Called("Ana Ruiz"), Called("Ruiz", rule="surname")], wikidata="Q11"),
    Known("Bo Lind", [Called("Bo Lind"), Called("Lind", rule="surname")]),
    Known("Eva Kim", [Called("Eva Kim"), Called("Kim", rule="surname")]),
    Known("The Example", [Called("The Example")], EntityKind.ORGANISATION),
)
DAY_MET = (
    Met(
        "Ana Ruiz met Bo Lind at Town Hall in Malaga on Wednesday night.",
        who=("e1", "e2"),
        place=["Town Hall", "Malaga"],
        when=When("Wednesday night", "2024-09-25", Grain.NIGHT),
    ),
    Met(
        "The two will speak by telephone on Friday at 3 p.m.",
        EngagementKind.CALL,
        ("e1", "e2"),
        Status.PLANNED,
        when=When("on Friday at 3 p.m.", "2024-09-27", Grain.HOUR, "15:00"),
    ),
    Met(
        "Ruiz had wanted to see Eva Kim at a later date",
        who=("e1", "e3"),
        status=Status.SOUGHT,
        when=When("at a later date", None, None, why="vague"),
        probability=0.6,
    ),
    Met(
        "A hearing was called off in May",
        EngagementKind.HEARING,
        (),
        Status.CANCELLED,
        when=When("in May", "2024-05", Grain.MONTH),
    ),
)
DAY_ASKED = (
    Asked("whether she would resign", "e1", "e4", ("s2",), Response.DEFLECTED),
    Asked("Would Kim stand?", "e3", response=Response.DECLINED),
)
DAY_TIMES = (
    When("on Wednesday night", "2024-09-25", Grain.NIGHT, kind=TimeKind.TIME),
    When("at a later date", None, None, why="vague"),
)


@pytest.fixture
def article() -> Article:
    return Article(
        id="bridge",
        text=TEXT,
        title="Bridge is safe",
        outlet="The Example",
        byline=(Byline("Jo Roe", "Reporter"),),
        published="2024-09-26",
        retrieved_from="bridge.txt",
    )


@pytest.fixture
def record(article: Article) -> Record:
    return record_of(article, SAID)


@pytest.fixture
def who_record() -> Record:
    return record_of(Article(id="trains", text=WHO_TEXT, title="Trains run"), WHO_SAID, WHO)


@pytest.fixture
def day_record() -> Record:
    article = Article(
        id="day",
        text=DAY_TEXT,
        title="A day in Malaga",
        outlet="The Example",
        published="2024-09-26",
    )
    return record_of(article, DAY_SAID, DAY_WHO, DAY_MET, DAY_ASKED, DAY_TIMES)


Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def run_program(tmp_path: Path) -> Run:
    """Runs the program with fakes inside; ``fake`` is what its reader does."""

    def run(
        *arguments: str,
        fake: str = "",
        stdin: bytes = b"",
        environment: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "tests.interfaces.fake_program", *arguments],
            cwd=tmp_path,
            env=program_environment(FAKE=fake, **(environment or {})),
            input=stdin,
            capture_output=True,
            timeout=300,
        )

    return run


def program_environment(**more: str) -> dict[str, str]:
    """The environment of a process that finds the tests' fakes; no terminal is assumed."""
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "FAKE")}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **more}
