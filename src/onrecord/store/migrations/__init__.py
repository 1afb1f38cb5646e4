"""How a record's file came to its tables, one revision after the other (Alembic).

A new revision is a file ``versions/v0002_what_changes.py`` with ``revision = "0002"``; then raise
``VERSION`` in ``opening``, and write a small file of it for the tests
(``python -m tests.store.versions``), which is never written again once the revision is released.
Revisions import nothing of ours: they tell what was, not what is.
"""
