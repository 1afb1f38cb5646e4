"""Where records are kept: the only folder with SQL. ``open_store`` gives a ``Store``."""
