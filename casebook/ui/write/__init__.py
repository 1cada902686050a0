"""The Write workspace: one case, from outline to field."""
