"""Values and rules of a case study; no Qt, no database, no files."""
