"""What came of asking an address."""

from __future__ import annotations

from dataclasses import dataclass

NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer that can be read, or the word that nothing has changed since the last visit.

    ``url``: where it was found in the end; ``moved_permanently``: that address, when every
    redirect on the way there was permanent. ``status``: 200, or 304 with an empty ``body``.
    ``body``: unpacked bytes. ``content_type`` is in lower case without parameters, "" where none
    is given; ``charset`` as the server names it. ``etag`` and ``modified`` are for the next visit.
    """

    url: str
    status: int
    body: bytes
    content_type: str = ""
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    moved_permanently: str | None = None

    @property
    def unchanged(self) -> bool:
        """Whether nothing has changed since the visit that ``etag`` or ``modified`` is of."""
        return self.status == NOT_MODIFIED
