"""Casebook: structured case studies of military partnerships in peacebuilding."""
