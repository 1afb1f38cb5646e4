"""What was said about something, by somebody, to somebody: each utterance once."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.domain.asked import StatementsAsked
from onrecord.domain.days import days_of
from onrecord.domain.kept import KeptStatement
from onrecord.query.attested import Attested, attested
from onrecord.query.topics import Topic, thinned
from onrecord.store.protocol import View

AT_ONCE = 25
"""Utterances that are looked up together: what fits on a screen."""


def said(
    view: View, asked: StatementsAsked, about: frozenset[str] = frozenset()
) -> Iterator[Attested]:
    """The utterances that fit what is asked, newest first, those without a day last; lazy.

    Whoever asks for words asks for statements that speak of them: they have to stand in what was
    said, in its sentence, in the name of its target or in the question that it answers, not only
    in the same paragraph; "to", "the" and their like are passed over. ``about``: keys of whom the
    words name, if anybody: what is aimed at them speaks of them too, under whatever name. An
    utterance is asked for where one of its attestations is; it stands where the newest such does,
    so that the day of a report that repeats old words does not hide that they were repeated.
    ``asked.limit`` counts utterances.
    """
    asked = replace(asked, words=thinned(asked.words))
    topic = Topic(asked.words)
    found = (
        one for one in _candidates(view, asked, about) if _is_target(one, about) or on(topic, one)
    )
    yield from attested(view, found, asked.limit, min(AT_ONCE, asked.limit or AT_ONCE))


def on(topic: Topic, one: KeptStatement) -> bool:
    """Whether a statement speaks of ``topic``."""
    if not topic:
        return True
    said, deed = one.statement, one.statement.deed
    named = one.target.name if one.target else ""
    aimed_at = deed.target.words.text if deed and deed.target else ""
    texts = (said.content.text, one.sentence.text, named, aimed_at, one.question.text)
    return topic.spoken_of_in(texts)


def _candidates(
    view: View, asked: StatementsAsked, about: frozenset[str]
) -> Iterable[KeptStatement]:
    every = replace(asked, limit=None)
    if not about or not asked.words.strip() or (asked.to and not asked.to & about):
        return view.statements(every)
    aimed = replace(every, words="", to=asked.to & about or about)
    return heapq.merge(view.statements(every), view.statements(aimed), key=_newest_first)


def _is_target(one: KeptStatement, about: frozenset[str]) -> bool:
    return one.target is not None and one.target.key in about


def _newest_first(one: KeptStatement) -> tuple[int, str]:
    """As views order statements."""
    days = days_of(one.day)
    return (-days.last.toordinal() if days else 0), one.id
