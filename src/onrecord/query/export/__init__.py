"""The whole record in other formats: from a view to bytes, by each format's own rules.

Everything here takes a ``View`` and gives bytes, as a stream or into files that it is handed; it
looks at one report at a time. The same record gives the same bytes. docs/exports.md says what each
format holds.
"""
