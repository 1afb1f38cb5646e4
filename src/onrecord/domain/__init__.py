"""Frozen types of the record (docs/record.md). Imports nothing else of ours."""
