"""The programs that the bench compares, each in a process of its own.

A peer imports nothing but the standard library and what it is a peer of, so that it can run in
another virtual environment.
"""
