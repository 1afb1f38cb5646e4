"""Feeds visited again and again: what is new in them is fetched and handed on.

``Visit`` is one visit of one feed; ``FeedState`` what is noted of it for the next. ``reports_at``
fetches whatever lies at an address.
"""

from onrecord.watching.listing import feeds_in
from onrecord.watching.pages import Fetches, reports_at
from onrecord.watching.state import FeedState
from onrecord.watching.visit import Outcome, Visit

__all__ = ["FeedState", "Fetches", "Outcome", "Visit", "feeds_in", "reports_at"]
