"""One library file: typed tables, history, search, attachments, backups."""
