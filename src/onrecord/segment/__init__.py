"""Paragraphs, words and quotation marks of a report, each with its offsets."""
