"""How good and how fast the reader is: scorer, variations, gate and bench. Not in the wheel."""
