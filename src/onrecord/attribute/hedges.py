"""What somebody is told to leave open or to rule out: "She did not rule out a second vote."

Nothing is said in so many words, so a network that learned from verbs of saying passes over many of
them, and a careful reader wants them kept. The words are plain and so are their bounds: the subject
stands right before them, and what is left open runs to the end of the clause.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from onrecord.attribute.linking import Candidate
from onrecord.domain.segmented import QuoteState, SegmentedArticle
from onrecord.domain.span import Span
from onrecord.domain.tagging import Role, TaggedSpan, Tagging
from onrecord.resources import word_list

SURENESS = 0.95
"""Tag and link score of what is found here, which ``probability`` turns into some .8: of the four
such clauses in PolNeAR's training reports three are labelled as somebody's words."""
MOST_ADVERBS = 3
_BARE = (QuoteState.OUTSIDE, QuoteState.OPENING, QuoteState.CLOSING)


def hedges(
    article: SegmentedArticle, tagging: Tagging, found: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    """Attributions that such words make, in reading order, where none of ``found`` stands."""
    if _listed("telling").isdisjoint(article.words):
        return ()
    clauses = _Clauses(article, tagging)
    taken = _Taken(found)
    proposed = []
    for verb in clauses.verbs():
        subject, content = clauses.subject(verb.start), clauses.content(verb.end)
        if subject and content and taken.leaves(Span(subject.end, content.end)):
            proposed.append(_candidate(subject, Span(subject.end, verb.end), content))
    return tuple(proposed)


class _Taken:
    """The words of other candidates' cues and contents."""

    def __init__(self, found: Iterable[Candidate]) -> None:
        spans = [span for one in found for span in (one.cue, *one.contents)]
        self._firsts = sorted(span.first for span in spans)
        self._lasts = sorted(span.last for span in spans)

    def leaves(self, words: Span) -> bool:
        """Whether none of ``words`` is taken: all that begins before their end ends before them."""
        begun = bisect_right(self._firsts, words.end - 1)
        return begun == bisect_right(self._lasts, words.start)


class _Clauses:
    """Finds the parts of such clauses in a report's words."""

    def __init__(self, article: SegmentedArticle, tagging: Tagging) -> None:
        self._lower = [word.lower().replace("’", "'") for word in article.words]
        self._sentence: list[int] = article.sentences.tolist()
        self._bare = [state in _BARE for state in article.quotes.tolist()]
        self._names = {name.last: name.first for name in tagging.names}

    def verbs(self) -> Iterator[Span]:
        """Where the listed words stand outside quotation marks, with all that negates them."""
        phrases = _phrases()
        at = 0
        while at < len(self._lower):
            listed = phrases.get(self._lower[at], ()) if self._bare[at] else ()
            last = max((self._end(at, phrase) for phrase in listed), default=at)
            if last > at:
                yield Span(at, last)
            at = max(at + 1, last)

    def subject(self, verb: int) -> Span | None:
        """The pronoun or name right before the verb, where its clause tells of something real."""
        last = verb
        while self._goes_back(last) and self._lower[last - 1] in _listed("adverbs"):
            last -= 1
        if not self._goes_back(last):
            return None
        is_pronoun = self._lower[last - 1] in _listed("pronouns")
        if not is_pronoun and last not in self._names:
            return None
        first = last - 1 if is_pronoun else self._with_titles(self._names[last])
        before = self._lower[first - 1] if self._goes_back(first) else ""
        if before in _listed("unreal") or (not is_pronoun and before in _listed("not_the_subject")):
            return None
        return Span(first, last)

    def content(self, first: int) -> Span | None:
        """The words to the end of the clause; a quotation's are not looked at for ends."""
        last = first
        while self._goes_on(last) and not (self._bare[last] and self._is_end(last)):
            last += 1
        return Span(first, last) if last > first else None

    def _end(self, at: int, phrase: tuple[str, ...]) -> int:
        """Where ``phrase`` ends that begins at ``at``, adverbs between; ``at`` without it."""
        place, adverbs = at, _listed("adverbs")
        for word in phrase:
            while self._lower[place] != word and self._lower[place] in adverbs:
                place += 1
                if not self._goes_on(place):
                    return at
            if self._lower[place] != word:
                return at
            place += 1
            if not self._goes_on(place):
                return at
        return place if place - at <= len(phrase) + MOST_ADVERBS else at

    def _with_titles(self, first: int) -> int:
        """Over "Mr", and over "Gov" and its full stop, which is a word of its own."""
        titles = _listed("titles")
        while self._goes_back(first):
            dot = int(self._lower[first - 1] == "." and self._goes_back(first - 1))
            if self._lower[first - 1 - dot] not in titles:
                return first
            first -= 1 + dot
        return first

    def _is_end(self, at: int) -> bool:
        if self._lower[at] in _listed("ends"):
            return True
        return (
            self._lower[at] == ","
            and self._goes_on(at + 1)
            and self._lower[at + 1] in _listed("goes_on")
        )

    def _goes_back(self, at: int) -> bool:
        """Whether a word of the same sentence stands before ``at``."""
        return 0 < at < len(self._sentence) and self._sentence[at - 1] == self._sentence[at]

    def _goes_on(self, at: int) -> bool:
        """Whether ``at`` is a word of the sentence of the word before."""
        return at < len(self._sentence) and self._sentence[at - 1] == self._sentence[at]


def _candidate(source: Span, cue: Span, content: Span) -> Candidate:
    parts = zip((Role.SOURCE, Role.CUE, Role.CONTENT), (source, cue, content), strict=True)
    who, said, what = (TaggedSpan(role, *words, SURENESS) for role, words in parts)
    return Candidate(said, (what,), who, SURENESS, SURENESS)


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """What leaves open or rules out, by its first word."""
    listed = word_list("attribute", "hedges")
    whole = [
        *(f"{before} rule out" for before in listed["before_rule"]),
        *(f"{before} ruled out" for before in listed["before_ruled"]),
        *listed["alone"],
    ]
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in map(tuple, map(str.split, whole)):
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word_list("attribute", "hedges")[name])
