"""What people correct: its effects on rows, and how it outlives a new reading."""
