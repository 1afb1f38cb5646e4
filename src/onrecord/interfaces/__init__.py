"""How people and programs reach the reader: thin, and last in the order of the folders."""
