"""Small files of every version of the tables, as SQL: what later versions have to bring up to date.

``python -m tests.store.versions`` writes the one of today's version. Once that is released its file
is never written again.
"""
