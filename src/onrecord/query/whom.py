"""Whom a name means in a record of many reports, by the rules that hold over files too."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

from onrecord import resources
from onrecord.domain.entity import EntityKind
from onrecord.domain.kept import Named
from onrecord.domain.register import Register
from onrecord.join.names import Name, name
from onrecord.query.asking import asked_for
from onrecord.query.meant import Meant, settled, with_registered
from onrecord.query.names import Asked, Fit, fit_of
from onrecord.store.protocol import View

_OF_REPORTS = ("person:", "body:", "law:", "local:", "in:")
"""How the keys of those begin whom no register knows (``join.identities``)."""


@dataclass(slots=True)
class Somebody:
    """One person or body, under one key or several: a register's and that of a full name."""

    members: list[Named]
    fit: Fit
    names: frozenset[Name] = field(default_factory=frozenset)

    @property
    def keys(self) -> frozenset[str]:
        """The identities that they are; what ``StatementsAsked`` and its like are asked with."""
        return frozenset(one.identity.key for one in self.members)

    @property
    def name(self) -> str:
        """The longest name that a report has for them."""
        return min((one.identity.name for one in self.members), key=lambda one: (-len(one), one))

    @property
    def kind(self) -> EntityKind:
        """What the reports take them for."""
        return self.members[0].identity.kind

    @property
    def known_as(self) -> str | None:
        """The Wikidata id or the register's, None for whom no register knows."""
        known = (one.identity.wikidata or _registered(one.identity.key) for one in self.members)
        return next((one for one in known if one), None)

    @property
    def whole(self) -> Name:
        """Their name in full."""
        return name(self.members[0].identity.name)

    @property
    def told(self) -> int:
        """How many statements are theirs."""
        return sum(one.statements for one in self.members)

    @property
    def scantly_named(self) -> bool:
        """Whether reports name nothing but a word for them, and no register knows them.

        One word is a body's whole name, but only a part of a person's.
        """
        words = max((len(one.words) for one in self.names), default=0)
        return self.kind is EntityKind.PERSON and self.known_as is None and words < 2

    def join(self, other: Self) -> None:
        """Take in ``other``, who is the same."""
        self.members.extend(other.members)
        self.names |= other.names
        self.fit = max(self.fit, other.fit)


def whom(view: View, question: str, register: Register | None = None) -> Meant[Somebody]:
    """Whom ``question`` means among those in the record.

    A name ("Donald Trump", "Trump", "Sir Ann Lee", "the Treasury"), a Wikidata id or a register's.
    ``register`` tells who bears a full name. Nobody is told where a surname is that of several
    people with statements, a full name that of several whom a register tells apart.
    """
    return meant(view, asked_for(question, register))


def meant(view: View, asked: Asked) -> Meant[Somebody]:
    """The same for what is ready to be compared."""
    people = with_registered(_somebody(one, asked) for one in _candidates(view, asked))
    return settled([one for one in people if one.fit is not Fit.NONE])


def _candidates(view: View, asked: Asked) -> list[Named]:
    """Who is known by what is asked for, and all whose names end as theirs or as it does."""
    known = view.known(asked.identities | {asked.text.strip()} - {""})
    last_words = {name(asked.text).words[-1:]}
    last_words |= {words.words[-1:] for one in known for words in _full_names(one)}
    found = {one.identity.key: one for one in known}
    for [last_word] in sorted(one for one in last_words if one):
        found |= {one.identity.key: one for one in view.named(last_word)}
    return [found[key] for key in sorted(found)]


def _somebody(one: Named, asked: Asked) -> Somebody:
    identity = one.identity
    known = identity.key, identity.wikidata
    names = {_name(words) for words in one.names if words}
    fit = fit_of(asked, known, identity.kind, names)
    if asked.identities.intersection(known):
        names.add(name(asked.text))
    return Somebody([one], fit, frozenset(names))


def _full_names(one: Named) -> list[Name]:
    return [words for words in map(_name, one.names) if len(words.words) > 1]


def _name(words: tuple[str, ...]) -> Name:
    """Folded words as a name; they are not folded again, as there may be many."""
    if len(words) > 1 and words[-1] in resources.word_list("join", "suffixes")["suffixes"]:
        return Name(words[:-1], words[-1])
    return Name(words)


def _registered(key: str) -> str | None:
    return None if key.startswith(_OF_REPORTS) else key
