"""Cases that are alike: similar ones, likely duplicates, two made one."""
