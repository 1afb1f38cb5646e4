"""What is measured of a pronoun and a site that it may refer to, as numbers of about 0 to 1.

The features are those of the learned resolvers of the 2000s (Soon, Ng and Lim 2001; Bengtson and
Roth 2008) as far as words alone show them, and of Centering (Grosz, Joshi and Weinstein 1995) the
preference for subjects and for who was spoken of last, with quotations and attributions added.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from onrecord.identify.pronoun_memory import SUREST, Memory
from onrecord.identify.pronoun_sites import NOBODY, Kind, Site, Surveyor

Floats = NDArray[np.float32]

_PLACE = (
    "same_sentence", "sentence_before", "two_before", "three_before", "further_before",
    "after_pronoun", "log_words", "same_paragraph", "paragraph_before", "same_clause",
)  # fmt: skip
_SITE = (
    "name", "role", "noun", "pronoun", "site_verb", "site_possessive", "site_preposition",
    "site_coordinated", "site_opens_clause", "site_opens_sentence", "site_early", "site_words",
    "site_subject_case", "site_object_case", "site_possessive_case", "site_after_verb",
)  # fmt: skip
_PRONOUN = (
    "subject", "object", "possessive", "reflexive", "opens_sentence", "opens_paragraph",
    "opens_clause", "quoted", "is_source", "is_said", "after_preposition",
)  # fmt: skip
_BOTH = (
    "parallel", "both_open_sentence", "object_after_subject", "same_quotation", "site_quoted",
    "out_of_quotation", "rank_1", "rank_2", "rank_3", "rank_later", "first_in_sentence",
)  # fmt: skip
_SAID = (
    "site_is_source", "source_of_my_content", "site_in_same_content", "both_sources",
    "site_is_last_source", "site_before_content",
)  # fmt: skip
_CHAIN = (
    "agrees", "disagrees", "sex_unknown", "log_named", "most_named", "last_subject",
    "last_same_pronoun", "only_agreeing",
)  # fmt: skip
FEATURES = (*_PLACE, *_SITE, *_PRONOUN, *_BOTH, *_SAID, *_CHAIN)
NONE_FEATURES = (
    *_PRONOUN, "candidates", "agreeing", "named_in_sentence", "noun_near", "pronoun_near",
    "log_words_to_nearest", "generic_report",
)  # fmt: skip


def pair_features(surveyor: Surveyor, memory: Memory, pronoun: Site, sites: list[Site]) -> Floats:
    """(sites, FEATURES). ``sites`` are in reading order."""
    ranks = _ranks(sites)
    agreements = [_agreement(memory, pronoun, site) for site in sites]
    agreeing = {site.chain for site, odds in zip(sites, agreements, strict=True) if odds > -1}
    firsts = _firsts_of_sentence(sites)
    of_pronoun = _of_pronoun(pronoun)
    values: list[float] = []
    for number, site in enumerate(sites):
        values += _place(surveyor, pronoun, site)
        values += _alone(site)
        values += of_pronoun
        values += _both(pronoun, site, ranks[number], number in firsts)
        values += _said(surveyor, memory, pronoun, site)
        values += _of_chain(memory, pronoun, site, agreements[number], agreeing)
    return np.array(values, np.float32).reshape(-1, len(FEATURES))


def none_features(memory: Memory, pronoun: Site, sites: list[Site]) -> Floats:
    """(NONE_FEATURES,): whether the pronoun may well refer to nobody of ``sites``."""
    chains = {site.chain for site in sites if site.chain != NOBODY}
    agreeing = {
        site.chain
        for site in sites
        if site.chain != NOBODY and _agreement(memory, pronoun, site) > -1
    }
    nearest = min((abs(pronoun.first - site.first) for site in sites), default=200)
    values = (
        *_of_pronoun(pronoun),
        min(len(chains), 6) / 6,
        min(len(agreeing), 4) / 4,
        any(site.sentence == pronoun.sentence and site.chain != NOBODY for site in sites),
        any(site.kind is Kind.NOUN and _near(pronoun, site) for site in sites),
        any(site.kind is Kind.PRONOUN and _near(pronoun, site) for site in sites),
        _log(nearest),
        len(memory.named) == 0,
    )
    return np.array(values, np.float32)


def _near(pronoun: Site, site: Site) -> bool:
    return 0 <= pronoun.sentence - site.sentence <= 1


def _place(surveyor: Surveyor, pronoun: Site, site: Site) -> tuple[float, ...]:
    back = pronoun.sentence - site.sentence
    paragraphs = pronoun.paragraph - site.paragraph
    return (
        back == 0,
        back == 1,
        back == 2,
        back == 3,
        back > 3,
        site.first > pronoun.first,
        _log(abs(pronoun.first - site.last)),
        paragraphs == 0,
        paragraphs == 1,
        back == 0 and _unparted(surveyor, pronoun, site),
    )


def _unparted(surveyor: Surveyor, pronoun: Site, site: Site) -> bool:
    """Whether no word between them opens a clause."""
    low, high = sorted((pronoun.first, site.last))
    if high - low > 12:
        return False
    between = surveyor.words.lower[low:high]
    return not any(
        word in surveyor.lexicon.clause_openers or not word[0].isalnum() for word in between
    )


def _alone(site: Site) -> tuple[float, ...]:
    return (
        site.kind is Kind.NAME,
        site.kind is Kind.ROLE,
        site.kind is Kind.NOUN,
        site.kind is Kind.PRONOUN,
        site.before_verb,
        site.possessive,
        site.after_preposition,
        site.coordinated,
        site.opens_clause,
        site.offset <= 1,
        site.offset <= 6,
        min(site.last - site.first, 4) / 4,
        site.case == "subject",
        site.case == "object",
        site.case == "possessive",
        site.after_verb,
    )


def _of_pronoun(pronoun: Site) -> tuple[float, ...]:
    return (
        pronoun.case == "subject",
        pronoun.case == "object",
        pronoun.case == "possessive",
        pronoun.case == "reflexive",
        pronoun.offset <= 1,
        pronoun.opens_paragraph,
        pronoun.opens_clause,
        pronoun.quotation != NOBODY,
        pronoun.source_of != NOBODY,
        pronoun.said_in != NOBODY,
        pronoun.after_preposition,
    )


def _both(pronoun: Site, site: Site, rank: int, first: bool) -> tuple[float, ...]:
    is_subject = site.case == "subject" or (site.before_verb and not site.possessive)
    is_object = site.case == "object" or site.after_preposition or site.after_verb
    return (
        (pronoun.case == "subject" and is_subject) or (pronoun.case == "object" and is_object),
        pronoun.offset <= 1 and site.offset <= 1,
        pronoun.case == "object" and is_subject and site.sentence == pronoun.sentence,
        pronoun.quotation != NOBODY and site.quotation == pronoun.quotation,
        site.quotation != NOBODY,
        (pronoun.quotation == NOBODY) != (site.quotation == NOBODY),
        rank == 0,
        rank == 1,
        rank == 2,
        rank > 2,
        first,
    )


def _said(surveyor: Surveyor, memory: Memory, pronoun: Site, site: Site) -> tuple[float, ...]:
    source = surveyor.spoken[pronoun.said_in].source if pronoun.said_in != NOBODY else None
    return (
        site.source_of != NOBODY,
        pronoun.said_in != NOBODY and site.source_of == pronoun.said_in,
        pronoun.said_in != NOBODY and site.said_in == pronoun.said_in,
        pronoun.source_of != NOBODY and site.source_of != NOBODY,
        site.chain != NOBODY and site.chain == memory.last_source,
        source is not None and site.last <= source[0],
    )


def _of_chain(
    memory: Memory, pronoun: Site, site: Site, agreement: float, agreeing: set[int]
) -> tuple[float, ...]:
    named = memory.named.get(site.chain, 0) if site.chain != NOBODY else 0
    return (
        max(agreement, 0) / SUREST,
        max(-agreement, 0) / SUREST,
        agreement == 0,
        math.log1p(named) / 3,
        named > 0 and named == memory.most_named,
        site.chain != NOBODY and site.chain == memory.last_subject,
        site.chain != NOBODY and site.chain == memory.last_pronoun.get(pronoun.female, NOBODY),
        site.chain != NOBODY and agreeing == {site.chain},
    )


def _agreement(memory: Memory, pronoun: Site, site: Site) -> float:
    """Log-odds that the site is of the pronoun's sex; 0 where nothing tells."""
    if site.chain == NOBODY:
        odds = 0.0 if site.female is None else SUREST * (2 * site.female - 1)
    else:
        odds = memory.female(site.chain)
    return odds if pronoun.female else -odds


def _ranks(sites: list[Site]) -> list[int]:
    """For each site how many other chains were named after it; pronouns do not count."""
    seen: list[int] = []
    ranks = [0] * len(sites)
    for number in range(len(sites) - 1, -1, -1):
        chain = sites[number].chain
        if chain != NOBODY and chain not in seen:
            seen.append(chain)
        ranks[number] = seen.index(chain) if chain != NOBODY else len(seen)
    return ranks


def _firsts_of_sentence(sites: list[Site]) -> set[int]:
    """Numbers of the sites before which their sentence names nobody."""
    firsts: dict[int, int] = {}
    for number, site in enumerate(sites):
        if site.chain != NOBODY:
            firsts.setdefault(site.sentence, number)
    return set(firsts.values())


def _log(words: int) -> float:
    return math.log1p(words) / 5
