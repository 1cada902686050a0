"""Forms made from the declaration: one editor per field kind."""
