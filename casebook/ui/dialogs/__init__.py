"""Dialogs: first start, passphrase, quick capture, errors."""
