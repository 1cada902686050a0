"""Charts drawn from a case: what each shows, in a picture, in a sentence and in a table."""
