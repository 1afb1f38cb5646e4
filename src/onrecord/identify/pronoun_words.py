"""What single words tell a pronoun's resolver: pronouns, titles, nouns for a person, verbs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from onrecord.domain.register import Gender
from onrecord.resources import word_list

Case = Literal["subject", "object", "possessive", "reflexive"]


@dataclass(frozen=True, slots=True)
class Pronoun:
    """One third-person singular pronoun. "her" is listed as an object; see ``case_of``."""

    gender: Gender
    case: Case


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of ``resources/identify/pronouns.yaml``, in lower case.

    ``persons`` and ``honorifics`` give a word's share of women: 1, 0, or None where it has none.
    """

    pronouns: dict[str, Pronoun]
    persons: dict[str, float | None]
    honorifics: dict[str, float]
    either: frozenset[str]
    styles: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    not_verbs: frozenset[str]
    clause_openers: frozenset[str]

    def pronoun(self, word: str) -> Pronoun | None:
        """The pronoun that ``word`` (lower case, any apostrophe) is; None where it is none."""
        return self.pronouns.get(word)

    def is_verb_like(self, word: str) -> bool:
        """Whether a word after a name may be its verb: in lower case, and no function word."""
        return word.isalpha() and word not in self.not_verbs and word not in self.prepositions


_SHARES = {"female": 1.0, "male": 0.0, "either": None}


@cache
def lexicon() -> Lexicon:
    """The lists, read once a process."""
    lists = word_list("identify", "pronouns")
    genders: tuple[Gender, Gender] = ("female", "male")
    return Lexicon(
        pronouns={
            spelt: Pronoun(gender, case)
            for gender in genders
            for case, words in lists["pronouns"][gender].items()
            for word in words
            for spelt in (word, word.replace("'", "’"))
        },
        persons={
            word: _SHARES[gender] for gender, words in lists["persons"].items() for word in words
        },
        honorifics={
            word: float(gender == "female")
            for gender in genders
            for word in lists["honorifics"][gender]
        },
        **{
            name: frozenset(lists[name])
            for name in (
                "either",
                "styles",
                "determiners",
                "prepositions",
                "not_verbs",
                "clause_openers",
            )
        },
    )
