"""Chains of bodies and places by their names: the same words, or the first letters of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.domain.tagging import NameKind
from onrecord.domain.words import Words
from onrecord.identify.chains import Chain, ChainMention, Chains
from onrecord.identify.mentions import Name
from onrecord.identify.names import folded
from onrecord.identify.rules import Rule
from onrecord.identify.vocabulary import source_words

_KINDS = {
    NameKind.ORGANISATION: EntityKind.ORGANISATION,
    NameKind.PLACE: EntityKind.PLACE,
}
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "&", "-", "–", ".", "'s", "’s"})
ACRONYM_SURE = 0.95


def chain_bodies(
    words: Words,
    names: Iterable[Name],
    chains: Chains,
    place_of: Callable[[str], str | None],
) -> None:
    """Give every name of a body or place to a chain; people's names are left alone."""
    known: dict[tuple[EntityKind, str], Chain] = {}
    acronyms: dict[str, list[Chain]] = {}
    waiting: list[Name] = []
    for name in names:
        if name.kind is NameKind.PERSON:
            continue
        if is_acronym(name.text):
            waiting.append(name)
            continue
        _place(name, _whole(chains, known, acronyms, name, place_of), chains, Rule.FULL_NAME, 1.0)
    for name in waiting:
        spelt = acronyms.get(_letters(name.text), [])
        if len(spelt) == 1:
            _place(name, spelt[0], chains, Rule.ACRONYM, ACRONYM_SURE)
        else:
            chain = _whole(chains, known, {}, name, place_of)
            _place(name, chain, chains, Rule.FULL_NAME, 1.0)


def chain_named_bodies(words: Words, chains: Chains) -> None:
    """Bodies called after somebody: "the Ruiz administration", "the Norwegian government"."""
    heads = source_words().bodies
    known: dict[str, Chain] = {}
    for at, word in enumerate(words.lower):
        if word not in heads or at == 0 or chains.at(at):
            continue
        first = _called_after(words, chains, at)
        if first is None:
            continue
        text = words.text(first, at + 1)
        key = folded(text)
        if key not in known:
            known[key] = chains.new(EntityKind.ORGANISATION, text)
        mention = ChainMention(first, at + 1, MentionForm.NAME, Rule.FULL_NAME)
        chains.add(known[key], mention)


def _called_after(words: Words, chains: Chains, head: int) -> int | None:
    """Where the name begins that the body is called after: a mention, or words with capitals."""
    here = chains.at(head - 1)
    if words.paragraph[head - 1] != words.paragraph[head]:
        return None
    first = here[1].first if here else head
    while first > 0 and words.is_capital(first - 1) and not chains.at(first - 1):
        opens = first == 1 or words.sentence[first - 2] != words.sentence[first - 1]
        word = words.words[first - 1]
        if opens or not word.isalpha() or word.lower() in source_words().determiners:
            break
        first -= 1
    return first if first < head else None


def is_acronym(text: str) -> bool:
    """Whether it is written as first letters only: IMF, U.N."""
    letters = _letters(text)
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha()


def _letters(text: str) -> str:
    return text.replace(".", "").replace(" ", "")


def _whole(
    chains: Chains,
    known: dict[tuple[EntityKind, str], Chain],
    acronyms: dict[str, list[Chain]],
    name: Name,
    place_of: Callable[[str], str | None],
) -> Chain:
    key = _KINDS[name.kind], _key(name.text, place_of)
    chain = known.get(key)
    if chain is None:
        chain = known[key] = chains.new(key[0], name.text)
        for letters in _spelt(name.text):
            acronyms.setdefault(letters, []).append(chain)
    return chain


def _key(text: str, place_of: Callable[[str], str | None]) -> str:
    """What names of one thing share; "US" is short for a country's name, "Kyiv" is not."""
    plain = folded(text).removeprefix("the ")
    place = folded(place_of(text) or "")
    return place if is_acronym(text) or plain == place else plain


def _spelt(text: str) -> Iterator[str]:
    """First letters of a name; "VA" leaves out what a Department of Veterans Affairs is."""
    letters = first_letters(text)
    if len(letters) > 1:
        yield letters
    if len(letters) > 2 and text.split()[0].lower() in source_words().bodies:
        yield letters[1:]


def first_letters(text: str) -> str:
    """The initials of a name's words, small words apart, in capitals."""
    return "".join(
        word[0].upper() for word in text.replace("-", " ").split() if word.lower() not in _SMALL
    )


def _place(name: Name, chain: Chain, chains: Chains, rule: Rule, sure: float) -> None:
    mention = ChainMention(name.first, name.last, MentionForm.NAME, rule, sure)
    chains.add(chain, mention)
    if rule is Rule.FULL_NAME and len(name.text) > len(chain.name):
        chain.name = name.text
