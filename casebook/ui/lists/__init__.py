"""Lists coming in from spreadsheets and going out to them."""
