"""A report out of all tables, with everybody and everything that only it told of."""
