"""Figures of a store of 1,000,000 generated statements: ``python -m evaluation.store_bench``."""
