"""Numbered steps from each released layout of a library file to the next."""
