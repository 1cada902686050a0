"""Cases in and out: packages, JSON, tables, Word and bibliographies."""
