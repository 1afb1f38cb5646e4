"""Records into the tables, many at a time."""
