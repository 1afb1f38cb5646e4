"""The rules by which words are given to an entity; docs/identify.md says what each one means."""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """What decided that a mention is of its entity; kept in ``Mention.rule``."""

    FULL_NAME = "full-name"
    """A first name and a surname together, or the whole name of a body or place."""
    SURNAME = "surname"
    """A surname, alone or after "Mr", "Lord" and the like, which a full name ends with."""
    FIRST_NAME = "first-name"
    """A first name alone or after "Sir" or "Dame", which a full name begins with."""
    ROLE_IN_TEXT = "role-in-text"
    """A role that the report itself gives to one person or body alone."""
    ROLE_ON_DATE = "role-on-date"
    """A role that the register says one person held on the day of the report."""
    PRONOUN = "pronoun"
    """A pronoun that the pronoun scorer gives to one person, above its margin."""
    SPEAKER_GOES_ON = "speaker-goes-on"
    """ "He" or "she" as a source, where whoever spoke just before is the last person named."""
    FIRST_PERSON = "first-person"
    """ "I" or "we" as a source: the speaker of the quotation around it, or the one author."""
    ANTECEDENT = "antecedent"
    """ "Who" or "which" as a source: the name that ends before it."""
    SPOKE_BEFORE = "spoke-before"
    """ "It", "they" or "the agency" as a source: the body or group that spoke last nearby."""
    ACRONYM = "acronym"
    """The first letters of a body's full name."""
    BYLINE = "byline"
    """An author's name in the byline."""
    GROUP_NOUN = "group-noun"
    """A plural name or noun for people, with the words before it that tell which."""
    LAW_NAME = "law-name"
    """Words with capitals that end in "Act", "Treaty" and the like, or such a name's number."""
    NICKNAME = "nickname"
    """A well-known short name of a law."""
