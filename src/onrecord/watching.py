"""Feeds visited again and again: what is new in them is fetched and handed on."""
