"""The diary: who meets or appears, where, when, and how it stands."""
