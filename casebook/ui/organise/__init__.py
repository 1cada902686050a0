"""Order among many cases: changes to a selection, collections, tags."""
