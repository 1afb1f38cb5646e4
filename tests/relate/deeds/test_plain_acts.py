"""A plain verb says what is done by saying; turned round it does not."""

from __future__ import annotations

import pytest

from onrecord.domain.statement import Act
from onrecord.relate.deeds.plain_acts import PlainActs
from onrecord.relate.deeds.statement_words import statement_words
from onrecord.resources import word_list
from tests.relate.deeds.told import statement, words_of


def act(text: str, cue: str, content: str) -> Act | None:
    words = words_of(text)
    shown = statement_words(words, statement(text, content, cue))
    assert shown is not None
    found = PlainActs(words).of(shown)
    return found.act if found else None


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("He did not rule out a vote.", "did not rule out", "a vote", Act.DECLINES),
        ("He has not yet ruled out a vote.", "has not yet ruled out", "a vote", Act.DECLINES),
        ("He refused to rule out a vote.", "refused", "to rule out a vote", Act.DECLINES),
        ("She declined to comment.", "declined", "to comment", Act.DECLINES),
        ("She would not say why.", "would not say", "why", Act.DECLINES),
        ("She didn’t immediately respond to calls.", "respond", "to calls", Act.DECLINES),
        ("Ruiz had no comment on it.", "no comment", "on it", Act.DECLINES),
        ("He strongly denied that it fell.", "denied", "that it fell", Act.DENIES),
        ("He apologised for the delay.", "apologised", "the delay", Act.ADMITS),
        ("He accused Dale of theft.", "accused", "theft", Act.CRITICISES),
        ("She praised the plan.", "praised", "the plan", Act.SUPPORTS),
        ("She opposed the plan.", "opposed", "the plan", Act.OPPOSES),
        ("She called on Mr Dale to resign.", "called on", "to resign", Act.DEMANDS),
        ("He warned that it would fall.", "warned", "it would fall", Act.WARNS),
        ("He promised a bridge.", "promised", "a bridge", Act.COMMITS),
        ("They asked her whether it stood.", "asked", "whether it stood", Act.ASKS),
    ],
)
def test_a_plain_verb_says_what_is_done(text: str, cue: str, content: str, expected: Act) -> None:
    assert act(text, cue, content) is expected


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("He would not support the plan.", "support", "the plan"),
        ("He never promised a bridge.", "promised", "a bridge"),
        ("He stopped short of a vote, and praised nobody.", "short", "a vote"),
        ("He asked Dale to leave.", "asked", "to leave"),
        ("He praised Dale. She said no.", "said", "no"),
        ("She said no. He praised Dale.", "said", "no"),
    ],
)
def test_what_is_turned_round_or_stands_elsewhere_says_nothing(
    text: str, cue: str, content: str
) -> None:
    assert act(text, cue, content) is None


def test_to_decline_to_praise_is_to_decline() -> None:
    assert act("He declined to praise Dale.", "declined to praise", "Dale") is Act.DECLINES


def test_no_comment_is_to_decline_whatever_the_cue() -> None:
    assert act("“No comment,” he said.", "said", "“No comment,”") is Act.DECLINES
    assert act("“No comment is needed,” he said.", "said", "“No comment is needed,”") is None


def test_a_statement_without_a_cue_has_no_plain_act() -> None:
    assert act("“I promised it.”", "", "I promised it") is None


@pytest.mark.parametrize(
    "group", word_list("relate", "plain_acts")["groups"], ids=lambda g: g["act"]
)
def test_every_group_was_right_often_enough_on_enough_labels(group: dict[str, float]) -> None:
    assert 0.85 <= group["share"] <= 1
    assert group["of"] >= 8
