"""Digests by which the same is known again, in every file and in every run."""

from __future__ import annotations

import hashlib

_DIGITS = 20


def digest(prefix: str, *parts: str) -> str:
    """``prefix``, an underscore and 20 hex digits of SHA-256 over ``parts``."""
    written = "\0".join(parts).encode("utf-8", "surrogatepass")
    return f"{prefix}_{hashlib.sha256(written).hexdigest()[:_DIGITS]}"


def sha256(text: str | None) -> str | None:
    """SHA-256 in hex digits; None of nothing."""
    if text is None:
        return None
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
