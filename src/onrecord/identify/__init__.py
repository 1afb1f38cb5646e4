"""Mentions -> chains -> people: who the words of a report stand for, pronouns last."""
