"""Digests of a report's words, by which it is known again however it is set."""

from __future__ import annotations

import hashlib
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=256)
def words_sha256(text: str) -> str | None:
    """SHA-256 of the words of ``text`` in order, in hex digits; None where there are none.

    The words are those of ``join.wording.folded``: case, marks, white space and titles before names
    make no difference. A report that is added asks for it twice, hence the cache.
    """
    from onrecord.join.wording import folded

    words = folded(unicodedata.normalize("NFC", text))
    written = "\n".join(words).encode("utf-8", "surrogatepass")
    return hashlib.sha256(written).hexdigest() if words else None
