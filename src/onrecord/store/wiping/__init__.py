"""The file without a trace of what was removed, and the proof of it."""
