"""The Library workspace: find and pick cases."""
