"""The forms of time_forms.yaml as one regular expression over letters (see time_letters.py)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.domain.words import Words
from onrecord.relate.times.letters import NO_TIME, Letters
from onrecord.relate.times.words import classes, listed
from onrecord.resources import word_list

_TOKEN = re.compile(r"\{(\w+): |\$([A-Z]+)|([\w’'.]+)|([()|?*}])")
_MOST = "{0,4}"  # what repeats does so a few times: nothing is searched twice over a long run
_LONGEST = 10  # words that may stand before the form of a time and belong to it
_SIGNS = {"}": ")", "*": _MOST, "(": "(?:"}


@dataclass(frozen=True, slots=True)
class Hit:
    """Words ``[first, last)`` that fit the form of ``rule``; ``parts``: name -> words of it."""

    words: Words
    rule: str
    first: int
    last: int
    parts: dict[str, tuple[int, int]]

    def has(self, name: str) -> bool:
        """Whether the form's part ``name`` stands in the words."""
        return name in self.parts

    def said(self, name: str) -> tuple[str, ...]:
        """The words of a part in lower case; none where it does not stand there."""
        first, last = self.parts.get(name, (0, 0))
        return self.words.lower[first:last]

    def word(self, name: str) -> str:
        """The first word of a part, "" where it does not stand there."""
        return next(iter(self.said(name)), "")

    def after(self) -> str:
        """The word that follows in the paragraph, "" for none."""
        return self._near(self.last, self.first)

    def before(self) -> str:
        """The word before in the paragraph, "" for none."""
        return self._near(self.first - 1, self.first)

    def _near(self, at: int, of: int) -> str:
        words = self.words
        if 0 <= at < len(words) and words.paragraph[at] == words.paragraph[of]:
            return words.lower[at]
        return ""


class Grammar:
    """All forms, in their order."""

    def __init__(
        self,
        letters: Letters,
        cores: Iterable[str],
        rules: list[str],
        patterns: list[str],
        before: Iterable[tuple[str, list[str]]],
    ) -> None:
        self._letters = letters
        self._core = re.compile("[" + "".join(map(letters.of, cores)) + "]")
        self._rules = rules
        self._patterns = patterns
        self._forms: dict[int, re.Pattern[str]] = {}
        bare = [re.sub(r"\?P<\w+>", "?:", pattern) for pattern in patterns]
        self._any = re.compile("|".join(f"({pattern})" for pattern in bare))
        self._before = {
            rule: re.compile(f"(?:{pattern})$") for pattern, rules in before for rule in rules
        }

    def spell(self, words: Words) -> str:
        """The letters of the words."""
        return self._letters.spell(words.lower)

    def find(self, words: Words, letters: str, at: int) -> Iterator[Hit]:
        """The first words from ``at`` on that fit a form, then the later forms that fit there."""
        found = self._search(letters, at)
        if found is None:
            return
        for number in range((found.lastindex or 1) - 1, len(self._rules)):
            if fit := self._form(number).match(letters, found.start()):
                held = fit.groupdict()
                parts = {name.rstrip("_"): fit.span(name) for name in held if held[name]}
                yield Hit(words, self._rules[number], *fit.span(), parts)

    def begin(self, letters: str, rule: str, first: int, least: int) -> int:
        """Where a time of ``rule`` begins whose form is met at word ``first``: not before
        ``least``, with the words before it that belong to it ("early", "more than")."""
        before = self._before.get(rule)
        least = max(least, first - _LONGEST)
        fit = before.search(letters[least:first]) if before and least < first else None
        return least + fit.start() if fit else first

    def _form(self, number: int) -> re.Pattern[str]:
        """A form by itself; only those that are met are ever compiled."""
        form = self._forms.get(number)
        if form is None:
            form = self._forms[number] = re.compile(self._patterns[number])
        return form

    def _search(self, letters: str, at: int) -> re.Match[str] | None:
        """The first fit from ``at`` on. Only runs of words of forms that hold a core are tried."""
        while core := self._core.search(letters, at):
            start = max(at, letters.rfind(NO_TIME, at, core.start()) + 1)
            end = letters.find(NO_TIME, core.start())
            end = len(letters) if end < 0 else end
            if found := self._any.search(letters, start, end):
                return found
            at = end
        return None


@cache
def grammar() -> Grammar:
    """The grammar, made once a process."""
    content = word_list("relate", "time_forms")
    forms = [(rule, _whole(form, content["parts"])) for rule, form in content["forms"]]
    leading = [(_whole(at["form"], content["parts"]), at["rules"]) for at in content["before"]]
    every = [form for _, form in forms] + [form for form, _ in leading]
    tokens = {token for form in every for token in _words(form)}
    letters = Letters(classes(), (token for token in tokens if not token.isupper()))
    patterns = ["".join(_compiled(form, letters)) for _, form in forms]
    before = [("".join(_compiled(form, letters)), rules) for form, rules in leading]
    return Grammar(letters, _cores(), [rule for rule, _ in forms], patterns, before)


def _cores() -> set[str]:
    """The classes and words one of which every form has; all words of a name that has none."""
    cores = set(listed("cores"))
    known = {word for name in cores for word in classes().get(name, (name,))}
    for name in word_list("relate", "time_named")["days"]:
        if not known & set(name.split()):
            cores |= {word for word in spelled(name).split() if word.isalpha()}
    return cores


def _whole(form: str, parts: dict[str, str]) -> str:
    """``form`` with its "$" parts and names of days written out."""
    names = word_list("relate", "time_named")
    form = re.sub(r"\$([A-Z]+)", lambda part: parts[part[1]], form)
    form = form.replace("HOLIDAY", _any_of(names["days"]))
    dates = [form for entry in names["dates"] for form in entry.get("forms", ())]
    return form.replace("DATENAME", _any_of(dates))


def _any_of(names: list[str]) -> str:
    """The names as alternatives, the longer first; their signs as classes."""
    ordered = sorted(names, key=lambda name: (-len(name.split()), name))
    return " | ".join(map(spelled, ordered))


def spelled(name: str) -> str:
    """A name of time_named.yaml as a form."""
    signs = {"/": "SLASH", ".": "DOT?", "'": "APOS"}
    return " ".join(signs.get(word, word) for word in name.replace(" ' s ", " POSS ").split())


def _words(form: str) -> Iterator[str]:
    for token in _TOKEN.finditer(form):
        if token[3]:
            yield token[3]


def _compiled(form: str, letters: Letters) -> Iterator[str]:
    """The form's pattern. A name that comes again gets a "_": a pattern may use each but once."""
    used: set[str] = set()
    for name, _, word, sign in _TOKEN.findall(form):
        if name:
            while name in used:
                name += "_"
            used.add(name)
            yield f"(?P<{name}>"
        elif word:
            yield f"[{letters.of(word)}]"
        else:
            yield _SIGNS.get(sign, sign)
