"""Role phrases in place of names: "the former president", "the Republican nominee"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from onrecord.domain.entity import EntityKind, MentionForm
from onrecord.domain.register import Register, RegisteredPerson
from onrecord.domain.words import Words
from onrecord.identify.chains import Chain, ChainMention, Chains
from onrecord.identify.claims import same_office
from onrecord.identify.names import folded, parse_name
from onrecord.identify.rules import Rule
from onrecord.identify.titles import RoleWords, read_role
from onrecord.identify.vocabulary import source_words, titles

IN_TEXT_SURE = 0.92
ON_DATE_SURE = 0.92
RECENT_SURE = 0.75
_NEAR = 3
"""Paragraphs within which the person named last is meant, where a role fits several."""
_BEFORE = 6


def find_descriptions(
    words: Words, chains: Chains, place_of: Callable[[str], str | None]
) -> Iterator[RoleWords]:
    """Definite role phrases that are not part of a mention, nor stand beside a name."""
    heads = titles().offices
    for at, word in enumerate(words.lower):
        if word not in heads or chains.at(at):
            continue
        first = _definite(words, chains, at)
        if first is None or _names_somebody(words, chains, at):
            continue
        last = _with_complement(words, at)
        role = read_role(words, first, last, place_of)
        if role is not None:
            yield role


def _definite(words: Words, chains: Chains, head: int) -> int | None:
    """Where the phrase begins (after "the"), if "the" or a place's 's opens it."""
    modifiers, heads = titles().modifiers, titles().offices
    first = head
    for at in words.left_of(head):
        word = words.lower[at]
        if word == "the":
            return first
        if word in source_words().whose:
            return first if words.lower[head] in source_words().relations else None
        if word in {"'s", "’s"}:
            here = chains.at(at - 1) if at else None
            return here[1].first if here and here[0].kind is EntityKind.PLACE else None
        here = chains.at(at)
        is_name = here is not None and here[0].kind is not EntityKind.PERSON
        if head - at > _BEFORE or not (
            word in modifiers
            or word in heads
            or word in {"-", "."}
            or is_name
            or words.is_capital(at)
        ):
            return None
        first = at
    return None


def _names_somebody(words: Words, chains: Chains, head: int) -> bool:
    """Whether a name follows ("the president, Ana Ruiz") or the phrase goes on."""
    after = head + 1
    if after >= len(words) or words.paragraph[after] != words.paragraph[head]:
        return False
    if words.lower[after] in titles().offices or words.words[after] == "-":
        return True
    for at in (after, after + 1):
        here = chains.at(at)
        if here and here[1].first == at and here[0].kind is EntityKind.PERSON:
            return at == after or words.words[after] in {",", "."}
    return False


def _with_complement(words: Words, head: int) -> int:
    """Past "of X" after the head, where X is capitalised."""
    last = head + 1
    if words.lower[last : last + 1] not in {("of",), ("for",)}:
        return last
    end = last + 1
    while end < len(words) and end - last < 6 and words.paragraph[end] == words.paragraph[head]:
        if not (words.is_capital(end) or words.lower[end] in {"the", "of", "state"}):
            break
        end += 1
    while end > last and not words.is_capital(end - 1) and words.lower[end - 1] != "state":
        end -= 1
    return max(end, last)


class Descriptions:
    """Resolves role phrases against the chains of the report, then against the register."""

    def __init__(
        self,
        words: Words,
        chains: Chains,
        register: Register,
        place_of: Callable[[str], str | None],
        day: str | None,
    ) -> None:
        self._words = words
        self._chains = chains
        self._register = register
        self._place_of = place_of
        self._day = day
        self._made: dict[str, Chain] = {}
        self._claims: dict[str, list[tuple[Chain, RoleWords]]] = {}
        for chain in chains.people():
            for claim in chain.claims if chain.is_settled else ():
                self._claims.setdefault(claim.head, []).append((chain, claim))
        self._officials = [chain for chain in chains.people() if chain.person is not None]
        self._holders: dict[tuple[str, str | None, str | None, bool], list[Chain]] = {}

    def resolve(self) -> None:
        """Give each role phrase to a chain, or leave it open."""
        for role in list(find_descriptions(self._words, self._chains, self._place_of)):
            self._place(role)

    def _place(self, role: RoleWords) -> None:
        found = self._in_text(role)
        if found is None and not self._is_relation(role) and not self._is_open(role):
            found = self._on_date(role) or self._by_register(role)
        if found is None:
            return
        chain, rule, sure, evidence = found
        row = chain.person.id if chain.person and rule is Rule.ROLE_ON_DATE else None
        mention = ChainMention(role.first, role.last, MentionForm.ROLE, rule, sure, evidence, row)
        self._chains.add(chain, mention)

    def _in_text(self, role: RoleWords) -> _Found | None:
        """By what the report itself says of its people."""
        fitting = {
            chain.number: (chain, claim)
            for chain, claim in self._claims.get(role.head, ())
            if same_office(claim, role)
            and (claim.past == role.past or not role.past or self._is_relation(role))
        }
        if len(fitting) == 1:
            chain, claim = next(iter(fitting.values()))
            return chain, Rule.ROLE_IN_TEXT, IN_TEXT_SURE, ((claim.first, claim.last),)
        return self._latest([chain for chain, _ in fitting.values()], role, Rule.ROLE_IN_TEXT)

    def _is_open(self, role: RoleWords) -> bool:
        """ "The outgoing president": which holder is meant, no date alone tells."""
        return any(word in titles().open for word in self._words.lower[role.first : role.last])

    def _is_relation(self, role: RoleWords) -> bool:
        """ "His ex-wife": said of somebody's kin, which no register knows."""
        return role.first > 0 and self._words.lower[role.first - 1] in source_words().whose

    def _on_date(self, role: RoleWords) -> _Found | None:
        """By the offices that the report's people held on its day."""
        if self._day is None:
            return None
        key = role.title, role.place, role.party, role.past
        if key not in self._holders:
            self._holders[key] = [
                chain
                for chain in self._officials
                if chain.person is not None and self._held(chain.person, role)
            ]
        fitting = self._holders[key]
        if len(fitting) == 1:
            return fitting[0], Rule.ROLE_ON_DATE, ON_DATE_SURE, ()
        return self._latest(fitting, role, Rule.ROLE_ON_DATE)

    def _held(self, person: RegisteredPerson, role: RoleWords) -> bool:
        day = self._day or ""
        wanted = _title(role)
        for tenure in person.tenures:
            if not _is_title(wanted, role, tenure.title):
                continue
            elsewhere = role.place and tenure.place and role.place not in tenure.office
            if elsewhere and folded(role.place or "") != folded(tenure.place or ""):
                continue
            ended = (tenure.end or "9999") < day
            if tenure.covers(day) if not role.past else ended:
                return True
        return False

    def _by_register(self, role: RoleWords) -> _Found | None:
        """Somebody the report does not name, where the role alone says who it was that day."""
        if self._day is None or role.past:
            return None
        holders = self._register.in_office(_title(role), role.place, self._day)
        if len(holders) != 1 or not (role.place or role.party):
            return None
        person = holders[0]
        chain = self._made.get(person.id)
        if chain is None:
            chain = self._made[person.id] = self._chains.new(EntityKind.PERSON, person.name)
            chain.person = person
            chain.names.append(parse_name(person.name))
            if person.gender:
                chain.share_female = float(person.gender == "female")
        return chain, Rule.ROLE_ON_DATE, ON_DATE_SURE, ()

    def _latest(self, fitting: list[Chain], role: RoleWords, rule: Rule) -> _Found | None:
        """Of several, the one named just before, if no other of them was named near."""
        here = self._words.paragraph[role.first]
        near = [
            chain
            for chain in fitting
            if any(
                m.first < role.first and here - self._words.paragraph[m.first] < _NEAR
                for m in chain.mentions
            )
        ]
        if len(near) == 1 and len(fitting) > 1:
            return near[0], rule, RECENT_SURE, ()
        return None


_Found = tuple[Chain, Rule, float, tuple[tuple[int, int], ...]]


def _title(role: RoleWords) -> str:
    return f"{role.party} {role.title}" if role.party else role.title


def _is_title(wanted: str, role: RoleWords, held: str) -> bool:
    held = held.lower()
    return held in (wanted, role.title) and (
        role.party is None or wanted == held or role.head != "nominee"
    )
