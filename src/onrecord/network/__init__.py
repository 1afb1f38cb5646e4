"""Inference: one encoder pass over a report, shared by every head. No torch here."""
