"""What a record of many reports answers: for people to read, and as JSON."""
