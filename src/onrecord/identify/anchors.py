"""What a pronoun may refer to, and what was decided; all places are words of the report."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.entity import MentionForm


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words ``[first, last)`` that name a person (by name or role) of chain number ``chain``.

    ``share_female``: how probable it is that the person is a woman, 0..1; None where unknown.
    """

    first: int
    last: int
    chain: int
    form: MentionForm
    share_female: float | None


@dataclass(frozen=True, slots=True)
class Spoken:
    """One attribution in words: its source (or None), its cue and its contents."""

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    contents: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Referral:
    """The pronoun at ``word`` refers to ``chain``; to none that is sure enough where None.

    ``probability``: that ``chain`` is right (of the likeliest chain, where none is given).
    ``anchor``: index of the anchor that decided.
    """

    word: int
    chain: int | None
    probability: float
    anchor: int | None
