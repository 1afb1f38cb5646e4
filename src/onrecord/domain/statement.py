"""Who said what: attributions as the network finds them, statements as the record keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.domain.span import NO_WORDS, Passage
from onrecord.domain.time import Time


class Form(StrEnum):
    """How the words are given: all in quotation marks, some of them, or none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SourceKind(StrEnum):
    """What sort of source speaks; ``NONE`` where the text names none ("is expected to")."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    DOCUMENT = "document"
    UNNAMED = "unnamed"
    NONE = "none"


class Act(StrEnum):
    """What a statement does by being said."""

    DECLINES = "declines"
    DENIES = "denies"
    ADMITS = "admits"
    CRITICISES = "criticises"
    OPPOSES = "opposes"
    SUPPORTS = "supports"
    DEMANDS = "demands"
    WARNS = "warns"
    COMMITS = "commits"
    ASKS = "asks"
    INFORMS = "informs"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content, linked. ``source`` and ``cue`` may be empty, ``content`` never.

    ``probability``: that the content is somebody's, with these bounds and this source.
    ``source_probability``: that the source is right, given that the content is.
    """

    source: Passage
    cue: Passage
    content: Passage
    form: Form
    probability: float
    source_probability: float


@dataclass(frozen=True, slots=True)
class Source:
    """The words that say who spoke, and the entity they stand for.

    ``kind`` is None where nothing tells it; ``entity`` is None where the text does not settle it.
    ``also``: further entities that say the same together ("Grassley and Leahy").
    ``probability``: that the entity is right, or, without one, that the words are.
    """

    words: Passage = NO_WORDS
    kind: SourceKind | None = None
    entity: str | None = None
    probability: float = 1.0
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """Whom or what a statement is aimed at.

    ``words`` name it: a mention of ``entity``, or, where that is None, a plan or policy.
    ``probability``: that it is the right one, given that the act is.
    """

    words: Passage
    entity: str | None
    probability: float


@dataclass(frozen=True, slots=True)
class Deed:
    """What a statement does, and to whom. ``words``: what it was read from, in cue and content.

    ``probability``: that ``act`` is right.
    """

    act: Act
    words: Passage
    probability: float
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution in the record: who said it, what it does by being said, when, where.

    ``deed`` is None only for a statement that was made without reading (in tests).
    ``said_on`` is the time that its own words give, never that of publication. ``said_at``: the
    words that name the place. ``exchange``: id of the question that it answers.
    """

    id: str
    source: Source
    cue: Passage
    content: Passage
    form: Form
    probability: float
    deed: Deed | None = None
    said_on: Time | None = None
    said_at: Passage = NO_WORDS
    exchange: str | None = None
