"""A question for somebody, as it is compared: without honorifics, with who a register knows."""

from __future__ import annotations

import re

from onrecord import resources
from onrecord.domain.register import Register
from onrecord.query.names import Asked

_LEADING = re.compile(r"(\S+)\s+(\S.*)")


def asked_for(question: str, register: Register | None) -> Asked:
    """``question`` without "Sir" or "Mr", and who the register knows by that very name."""
    plain, _ = without_honorifics(" ".join(question.split()))
    # A surname alone would name everybody who ever bore it: the reports decide.
    people = register.named(plain) if register and " " in plain else ()
    known = {known for one in people for known in (one.id, one.wikidata) if known}
    return Asked(plain, frozenset(known))


def without_honorifics(question: str) -> tuple[str, str]:
    """``question`` without "Sir", "Mr", "President" before a name, and the last of them."""
    words, honorific = resources.word_list("query", "honorifics")["honorifics"], ""
    while found := _LEADING.fullmatch(question):
        word = found[1].strip(".").casefold()
        if word not in words:
            break
        honorific, question = word, found[2]
    return question, honorific
