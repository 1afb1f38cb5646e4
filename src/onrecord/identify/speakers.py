"""Who speaks each statement: sources in reading order, earlier ones helping with later ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.domain.statement import SourceKind
from onrecord.domain.words import Words
from onrecord.identify.anchors import Spoken
from onrecord.identify.chains import Chain, ChainMention, Chains
from onrecord.identify.pronoun_words import lexicon
from onrecord.identify.rules import Rule
from onrecord.identify.source_descriptions import BODY_AGAIN_SURE
from onrecord.identify.source_phrases import SourcePhrases
from onrecord.identify.speaker import Speaker, one
from onrecord.identify.vocabulary import source_words

SPEAKER_SURE = 0.9
GOES_ON_SURE = 0.85
OVERRULED_BELOW = 0.9
"""Surer than this, the pronoun scorer's answer stands against whoever spoke before."""
RELATIVE_SURE = 0.85
THEY_SURE = 0.7
_REACH = 2
"""Paragraphs back in which "they" and "it" look for whom they mean."""
_MOST = 12
"""Statements back that they look through."""


class Speakers:
    """Resolves the sources of a report in reading order; earlier ones help with later ones.

    ``authors``: chains of the byline, who are "I" outside quotations.
    """

    def __init__(
        self,
        words: Words,
        chains: Chains,
        spoken: Sequence[Spoken],
        referrals: Mapping[int, tuple[Chain, float]],
        authors: Sequence[Chain],
        place_of: Callable[[str], str | None],
        day: str | None,
    ) -> None:
        self._words = words
        self._chains = chains
        self._spoken = spoken
        self._referrals = referrals
        self._authors = authors
        self._phrases = SourcePhrases(words, chains, referrals, place_of, day)
        self._inside = _innermost(spoken)
        self._known: dict[int, Speaker] = {}

    def all(self) -> tuple[Speaker, ...]:
        """One speaker an attribution, in their order."""
        for number in range(len(self._spoken)):
            self._speaker(number)
        return tuple(self._known[number] for number in range(len(self._spoken)))

    def _speaker(self, number: int) -> Speaker:
        if number not in self._known:
            # Who asks for itself meanwhile (a source inside its own quotation) is told nothing.
            self._known[number] = Speaker(None)
            self._known[number] = self._find(number)
        return self._known[number]

    def _find(self, number: int) -> Speaker:
        source = self._spoken[number].source
        if source is None:
            return Speaker(SourceKind.NONE)
        first, last = source
        letters = [at for at in range(first, last) if self._words.words[at][0].isalpha()]
        if len(letters) == 1 or (letters and self._words.lower[letters[-1]] == "i"):
            single = self._pronoun(number, letters[-1], self._words.lower[letters[-1]])
            if single is not None:
                return single
        return self._phrases.read(first, last) or self._body_before(number, first)

    def _pronoun(self, number: int, at: int, word: str) -> Speaker | None:
        known = source_words()
        if word in known.third_person:
            pronoun = lexicon().pronoun(word)
            return self._referred(number, at, pronoun is not None and pronoun.gender == "female")
        if word in known.first_person:
            return self._self(number, at)
        if word in known.relatives:
            return self._antecedent(at)
        if word in known.it:
            return self._body_before(number, at)
        if word in known.they:
            return self._several_before(number, at)
        return None

    def _referred(self, number: int, at: int, female: bool) -> Speaker:
        found = self._referrals.get(at)
        if found is None or found[1] < OVERRULED_BELOW:
            found = self._goes_on(number, at, female) or found
        if found is None:
            return Speaker(SourceKind.PERSON)
        return Speaker(SourceKind.PERSON, (found[0],), found[1])

    def _goes_on(self, number: int, at: int, female: bool) -> tuple[Chain, float] | None:
        """ "He added": whoever spoke just before, if nobody else is named in between.

        Newspapers keep to a speaker until they name another (O'Keefe et al. 2012 build on it).
        """
        before = self._spoken[number - 1] if number else None
        if before is None or before.source is None:
            return None
        if self._words.lower[before.source[0]] in source_words().first_person:
            return None
        spoke = self._speaker(number - 1).chains
        if len(spoke) != 1 or spoke[0].kind is not EntityKind.PERSON:
            return None
        share = spoke[0].share_female
        if share is not None and (share < 0.2 if female else share > 0.8):
            return None
        end = max(last for _, last in (before.source, *before.contents))
        if not 0 <= self._words.paragraph[at] - self._words.paragraph[end - 1] <= 1 or end > at:
            return None
        others = [
            chain
            for chain, mention in self._chains.within(end, at)
            if chain.kind is EntityKind.PERSON
            and chain is not spoke[0]
            and not self._words.quoted[mention.first]
        ]
        if others:
            return None
        mention = ChainMention(
            at, at + 1, MentionForm.PRONOUN, Rule.SPEAKER_GOES_ON, GOES_ON_SURE, (before.source,)
        )
        self._chains.move(spoke[0], mention)
        return spoke[0], GOES_ON_SURE

    def _self(self, number: int, at: int) -> Speaker:
        """ "I" and "we": whoever speaks the quotation; outside one, the report's one author."""
        other = self._inside.get(at)
        if other is not None and other != number:
            return self._again(at, other, Rule.FIRST_PERSON, SPEAKER_SURE)
        if not self._words.quoted[at] and len(self._authors) == 1:
            speaker = Speaker(SourceKind.PERSON, tuple(self._authors), SPEAKER_SURE)
            return self._kept(at, speaker, Rule.FIRST_PERSON, ())
        return Speaker(None)

    def _again(self, at: int, other: int, rule: Rule, sure: float) -> Speaker:
        """The speaker of attribution ``other``, meant again by the word ``at``."""
        before = self._speaker(other)
        speaker = Speaker(before.kind, before.chains, before.probability * sure)
        source = self._spoken[other].source
        return self._kept(at, speaker, rule, (source,) if source else ())

    def _kept(
        self, at: int, speaker: Speaker, rule: Rule, evidence: tuple[tuple[int, int], ...]
    ) -> Speaker:
        """Keep why the word ``at`` is the speaker; a word for several is a mention of none."""
        if len(speaker.chains) == 1 and self._chains.at(at) is None:
            mention = ChainMention(
                at, at + 1, MentionForm.PRONOUN, rule, speaker.probability, evidence
            )
            self._chains.add(speaker.chains[0], mention)
        return speaker

    def _antecedent(self, at: int) -> Speaker:
        """ "who", "which": the name that ends before it; "who" is a person."""
        before = at - 1
        if before > 0 and self._words.words[before] in {",", "—", "–", ")"}:
            before -= 1
        here = self._chains.at(before) if before >= 0 else None
        if here is None or not here[0].is_settled:
            return Speaker(None)
        if self._words.lower[at].startswith("who") != (here[0].kind is EntityKind.PERSON):
            return Speaker(None)
        speaker = one(here[0], here[1], RELATIVE_SURE)
        return self._kept(at, speaker, Rule.ANTECEDENT, ((here[1].first, here[1].last),))

    def _body_before(self, number: int, at: int) -> Speaker:
        """ "it": the body that spoke last, if nobody else has spoken since."""
        for other in range(number - 1, max(-1, number - _MOST), -1):
            source = self._spoken[other].source
            if source is None:
                continue
            near = self._words.paragraph[at] - self._words.paragraph[source[0]]
            if near > 1:
                break
            speaker = self._speaker(other)
            if speaker.chains and speaker.chains[0].kind is not EntityKind.PERSON:
                return self._again(at, other, Rule.SPOKE_BEFORE, BODY_AGAIN_SURE)
            break
        return Speaker(SourceKind.ORGANISATION)

    def _several_before(self, number: int, at: int) -> Speaker:
        """ "they": those who spoke together last, or a body or group that did."""
        for other in range(number - 1, max(-1, number - _MOST), -1):
            source = self._spoken[other].source
            if source is None:
                continue
            if self._words.paragraph[at] - self._words.paragraph[source[0]] > _REACH:
                break
            speaker = self._speaker(other)
            if len(speaker.chains) > 1 or (
                speaker.chains
                and (speaker.chains[0].kind is EntityKind.GROUP or other == number - 1)
                and speaker.chains[0].kind is not EntityKind.PERSON
            ):
                return self._again(at, other, Rule.SPOKE_BEFORE, THEY_SURE)
        return Speaker(SourceKind.GROUP)


def _innermost(spoken: Sequence[Spoken]) -> dict[int, int]:
    """Word -> the attribution whose content it stands in; the shortest, where they nest."""
    spans = [
        (last - first, first, last, number)
        for number, one_ in enumerate(spoken)
        for first, last in one_.contents
    ]
    inside: dict[int, int] = {}
    for _, first, last, number in sorted(spans, reverse=True):
        inside.update(dict.fromkeys(range(first, last), number))
    return inside
