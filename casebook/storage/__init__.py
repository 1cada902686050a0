"""One library, one file: tables, history, search, attachments, backups."""
