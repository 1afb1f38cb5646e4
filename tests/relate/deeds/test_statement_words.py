"""The words of a statement in their parts, and what is seen of them at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.span import Passage
from onrecord.domain.statement import Act, Form, Source, Statement
from onrecord.domain.words import Words
from onrecord.relate.deeds.statement_words import (
    LONGEST_CUE,
    LONGEST_HEAD,
    LONGEST_SOURCE,
    LONGEST_TAIL,
    PLAIN_SIGNS,
    SIGNS,
    StatementWords,
    statement_words,
)
from tests.relate.deeds.told import passage, statement, words_of

TEXT = "On Monday Ruiz denied that the bridge was closed, and left.\n\nNobody else came."


def shown(text: str, content: str, cue: str = "", source: str = "") -> StatementWords:
    found = statement_words(words_of(text), statement(text, content, cue, source))
    assert found is not None
    return found


def read(text: str, at: tuple[int, ...]) -> list[str]:
    return [words_of(text).words[one] for one in at]


def sign(found: StatementWords, block: int, act: Act) -> float:
    """``block``: 0 for the cue, 1 for the content, 2 for the words around."""
    return float(found.signs[PLAIN_SIGNS + block * len(Act) + list(Act).index(act)])


def test_each_part_has_its_words_and_what_is_left_stands_around() -> None:
    found = shown(TEXT, "the bridge was closed", "denied", "Ruiz")
    assert read(TEXT, found.source) == ["Ruiz"]
    assert read(TEXT, found.cue) == ["denied"]
    assert read(TEXT, found.content) == ["the", "bridge", "was", "closed"]
    assert read(TEXT, found.around) == ["On", "Monday", "that", ",", "and", "left", "."]


def test_a_statement_is_made_where_its_cue_stands_or_else_its_content() -> None:
    assert shown(TEXT, "the bridge", "denied").anchor == 3
    assert shown(TEXT, "the bridge").anchor == 5


def test_of_a_long_content_its_two_ends_are_shown() -> None:
    text = "He said " + " ".join(f"w{n}" for n in range(200)) + "."
    found = shown(text, text[8:-1], "said")
    assert len(found.content) == LONGEST_HEAD + LONGEST_TAIL
    assert read(text, found.content)[0] == "w0"
    assert read(text, found.content)[-1] == "w199"


def test_a_content_without_a_word_is_not_judged() -> None:
    text = "He said   no."
    said = Statement(
        "s1", Source(), passage(text, "said"), Passage.cut(text, [(8, 9)]), Form.INDIRECT, 1.0
    )
    assert statement_words(words_of(text), said) is None


def test_a_listed_verb_is_seen_in_the_cue_and_not_in_the_content() -> None:
    found = shown(TEXT, "the bridge was closed", "denied", "Ruiz")
    assert sign(found, 0, Act.DENIES) == 1
    assert sign(found, 1, Act.DENIES) == 0
    assert sign(found, 0, Act.COMMITS) == 0
    assert sign(shown(TEXT, "closed"), 2, Act.DENIES) == 1


def test_form_and_length_are_seen() -> None:
    quoted = "“Is it safe?” Ruiz asked."
    plain = shown(quoted, "“Is it safe?”", "asked", "Ruiz").signs[:PLAIN_SIGNS]
    inside, length, is_question, infinitive, bare, unsourced, forward, whether = plain.tolist()
    assert inside > 0.5
    assert 0 < length < 1
    assert (is_question, infinitive, bare, unsourced, forward, whether) == (1, 0, 0, 0, 0, 0)
    asked = "Ruiz asked whether it was safe."
    assert shown(asked, "whether it was safe", "asked").signs[5:PLAIN_SIGNS].tolist() == [1, 1, 1]
    told = "Ruiz promised to come."
    assert shown(told, "to come", "promised", "Ruiz").signs[3] == 1


@st.composite
def statements(draw: st.DrawFn) -> tuple[Words, Statement]:
    """A statement whose parts lie anywhere in a text of any words."""
    text = " ".join(draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=120)))
    place = st.integers(0, len(text) - 1)

    def part() -> Passage:
        start, end = sorted((draw(place), draw(place)))
        return Passage.cut(text, [(start, end + 1)])

    cue = part() if draw(st.booleans()) else Passage((), ())
    said = Statement("s1", Source(part()), cue, part(), Form.INDIRECT, 0.9)
    return words_of(text), said


PIECES = ["Ruiz", "said", "“", "”", "no", "?", "to", "whether", "denied", ".", "\n\n", "é", "🚀"]


@given(statements())
def test_whatever_the_parts_the_words_are_the_reports_and_signs_are_bounded(
    given_one: tuple[Words, Statement],
) -> None:
    words, said = given_one
    found = statement_words(words, said)
    if found is None:
        return
    for part, most in (
        (found.source, LONGEST_SOURCE),
        (found.cue, LONGEST_CUE),
        (found.content, LONGEST_HEAD + LONGEST_TAIL),
    ):
        assert len(part) <= most
    assert all(0 <= at < len(words) for part in found.parts for at in part)
    assert list(found.content) == sorted(set(found.content))
    assert not set(found.around) & {*found.source, *found.cue, *found.content}
    assert found.signs.shape == (SIGNS,)
    assert found.signs.min() >= 0
    assert found.signs.max() < 3
