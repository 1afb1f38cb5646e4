"""robots.txt: what a site asks programs to leave alone (RFC 9309).

By hand and not with ``urllib.robotparser``, which takes the first rule that fits instead of the
longest and reads ``*`` and ``$`` to the letter, so that it would ask for what is forbidden.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

from onrecord.fetch.bounds import MAX_ROBOTS_BYTES, MAX_ROBOTS_RULES

_AGENTS, _DELAY = ("user-agent",), "crawl-delay"
_RULES = {"allow": True, "disallow": False}
_MAX_PATTERN = 2_000
_MAX_STARS = 20


@dataclass(slots=True)
class Rules:
    """What one group of a robots.txt says: (path pattern, allowed), and seconds of delay."""

    paths: list[tuple[str, bool]] = field(default_factory=list)
    delay: float | None = None

    def allow(self, path: str) -> bool:
        """Whether ``path`` (with its query) may be asked: the longest pattern that fits says."""
        path = _normal(path)
        fitting = [(len(one), allowed) for one, allowed in self.paths if _fits(one, path)]
        return max(fitting, default=(0, True))[1]


NOTHING_FORBIDDEN = Rules()
ALL_FORBIDDEN = Rules([("/", False)])


def read_rules(content: bytes, agent: str) -> Rules:
    """The rules of a robots.txt for ``agent``: those that name it, else those for everybody."""
    named, everybody = Rules(), Rules()
    found = False
    current: list[Rules] = []
    in_names = False
    for key, value in _lines(content):
        if key in _AGENTS:
            current = current if in_names else []
            in_names = True
            if value.lower().split("/")[0].strip() == agent.lower():
                current.append(named)
                found = True
            elif value == "*":
                current.append(everybody)
        else:
            in_names = False
            for rules in current:
                _note(rules, key, value)
    return named if found else everybody


def _lines(content: bytes) -> Iterator[tuple[str, str]]:
    text = content[:MAX_ROBOTS_BYTES].decode("utf-8", "replace").removeprefix("\ufeff")
    for line in text.splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon and (key := key.strip().lower()) in (*_AGENTS, *_RULES, _DELAY):
            yield key, value.strip()


def _note(rules: Rules, key: str, value: str) -> None:
    if key == _DELAY:
        rules.delay = _seconds(value)
    elif value.startswith(("/", "*")) and len(rules.paths) < MAX_ROBOTS_RULES:
        pattern = "*".join(_normal(value[:_MAX_PATTERN]).split("*")[:_MAX_STARS])
        if key == "disallow" or len(value) <= _MAX_PATTERN:
            rules.paths.append((pattern, _RULES[key]))


def _seconds(value: str) -> float | None:
    try:
        seconds = float(value)
    except ValueError:
        return None
    return seconds if 0 <= seconds < float("inf") else None


def _normal(path: str) -> str:
    """Paths and patterns in one spelling, however they are percent-encoded."""
    return quote(unquote(path, errors="replace"), safe="/?:@!$&'()*+,;=-._~[]%")


def _fits(pattern: str, path: str) -> bool:
    """Whether ``path`` begins as ``pattern`` says; ``*`` is anything, ``$`` at its end the end.

    Each piece between stars is looked for once, as early as may be: no going back, so the time
    it takes is bounded whatever a stranger writes.
    """
    ended = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not others:
        return not ended or len(path) == len(first)
    at = len(first)
    for piece in others[:-1]:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    last = others[-1]
    if ended:
        return len(path) - len(last) >= at and path.endswith(last)
    return path.find(last, at) >= 0
