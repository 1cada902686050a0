"""Use cases in the user's words, free of Qt."""
