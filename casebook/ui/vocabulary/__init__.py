"""The word lists of the library: its vocabularies, looked at and changed."""
