"""The tables of a record's file, and what is packed into their columns."""
