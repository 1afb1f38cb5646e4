"""People and the offices they held, built from files with origins (registry/ builds it)."""
