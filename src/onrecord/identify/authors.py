"""Who wrote a report: the "I" outside its quotations."""

from __future__ import annotations

from onrecord.domain.article import Article
from onrecord.domain.entity import EntityKind
from onrecord.domain.words import Words
from onrecord.identify.chains import Chain, Chains
from onrecord.identify.names import may_be_one, parse_name
from onrecord.identify.rules import Rule

_LAST = 3
"""Paragraphs at the end in which a note on the author stands."""
_SAYS_OF = frozenset({"is", "was", "writes", "teaches", "served", ","})


def find_authors(article: Article, words: Words, chains: Chains) -> list[Chain]:
    """A chain for each author of the byline; without one, whom a note at the end is about."""
    bylined = []
    for byline in article.byline:
        chain = _bylined(byline.name, chains)
        if chain is not None:
            chain.outside += byline.spans
            bylined.append(chain)
    return bylined or _noted(words, chains)


def _bylined(printed: str, chains: Chains) -> Chain | None:
    """The text's own chain where it names the author, too; else a new one."""
    name = parse_name(printed)
    if not name.is_full:
        return None
    same = [
        chain
        for chain in chains.people()
        if chain.full is not None and may_be_one(chain.full, name)
    ]
    chain = same[0] if len(same) == 1 else chains.new(EntityKind.PERSON, printed)
    if name not in chain.names:
        chain.names.append(name)
    return chain


def _noted(words: Words, chains: Chains) -> list[Chain]:
    """ "Ana Ruiz is a playwright": a last paragraph that begins with a name not seen before."""
    if not len(words):
        return []
    end = words.paragraph[-1]
    found = []
    for at in range(len(words) - 1, -1, -1):
        if words.paragraph[at] <= end - _LAST:
            break
        if at and words.paragraph[at - 1] == words.paragraph[at]:
            continue
        here = chains.at(at)
        if here is None or here[0].kind is not EntityKind.PERSON:
            continue
        chain, mention = here
        is_new = min(one.first for one in chain.mentions) == at
        follows = words.lower[mention.last : mention.last + 1]
        if mention.rule is Rule.FULL_NAME and is_new and follows and follows[0] in _SAYS_OF:
            found.append(chain)
    return found
