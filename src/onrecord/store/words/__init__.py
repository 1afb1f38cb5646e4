"""The text in pieces, the index of its words, and how common these are."""
