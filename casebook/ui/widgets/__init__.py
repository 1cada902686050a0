"""Widgets that know nothing of Casebook."""
