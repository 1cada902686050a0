"""Lists from and for spreadsheets."""
